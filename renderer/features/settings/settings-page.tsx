import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { Page } from '../../ui/page';
import { Section } from '../../ui/section';
import { ShopFields, type ShopFieldValues } from '../../ui/shop-fields';
import { toast } from '../../ui/toast';
import classes from './settings.module.css';

const elsewhere = [
  { to: '/staff', word: 'settings.staff', why: 'settings.staffWhy' },
  { to: '/backups', word: 'settings.backups', why: 'settings.backupsWhy' },
  { to: '/settings/notices', word: 'settings.noticesLink', why: 'settings.noticesWhy' },
  { to: '/settings/vip', word: 'settings.vipLink', why: 'settings.vipWhy' },
  { to: '/settings/plans', word: 'plans.settings.title', why: 'plans.settings.why' },
  { to: '/settings/care', word: 'settings.careLink', why: 'settings.careWhy' },
  { to: '/settings/benefits', word: 'benefits.settingsLink', why: 'benefits.settingsWhy' },
  { to: '/settings/templates', word: 'settings.templatesLink', why: 'settings.templatesWhy' },
  { to: '/settings/quotations', word: 'settings.quotationsLink', why: 'settings.quotationsWhy' },
  { to: '/settings/updates', word: 'settings.updatesLink', why: 'settings.updatesWhy' },
] as const;

const minutes = ['2', '3', '4', '5'];

/** The shop and its rules: everybody reads them, a manager changes them. */
export function SettingsPage() {
  const { t } = useWords();
  const { staff } = useCounter();
  const details = useAsk('shop.details', {}, ['shop', 'settings']);
  const settings = useAsk('shop.settings', {}, ['settings']);
  const canChange = staff.role === 'manager';
  return (
    <Page title={t('settings.title')} subtitle={t(canChange ? 'settings.subtitle' : 'settings.readOnly')}>
      <div className={classes.links}>
        {elsewhere.map(({ to, word, why }) => (
          <Link key={to} to={to} className={classes.link}>
            <Text fw={600}>{t(word)}</Text>
            <Text size="sm" c="dimmed">
              {t(why)}
            </Text>
          </Link>
        ))}
      </div>
      <ErrorNotice error={details.error ?? settings.error} />
      <Section title={t('settings.counter')}>
        {settings.data && <AutoLock minutesNow={settings.data.autoLockMinutes} canChange={canChange} />}
      </Section>
      <Section title={t('settings.shop')}>
        {details.data && (
          <ShopForm key={JSON.stringify(details.data)} details={details.data} canChange={canChange} />
        )}
      </Section>
    </Page>
  );
}

interface AutoLockProps {
  readonly minutesNow: number;
  readonly canChange: boolean;
}

function AutoLock({ minutesNow, canChange }: AutoLockProps) {
  const { t } = useWords();
  const save = useTell('shop.saveSettings');
  return (
    <Stack gap="xs" align="flex-start">
      <Text fw={600} id="auto-lock">
        {t('settings.autoLock')}
      </Text>
      <SegmentedControl
        aria-labelledby="auto-lock"
        size="md"
        classNames={{ label: classes.minutes }}
        data={minutes.map((count) => ({
          value: count,
          label: t('settings.minutes', { count: Number(count) }),
        }))}
        value={String(minutesNow)}
        readOnly={!canChange}
        onChange={(count) => save.mutate({ autoLockMinutes: Number(count) })}
      />
      <Text size="sm" c="dimmed">
        {t('settings.autoLockWhy')}
      </Text>
      <ErrorNotice error={save.error} />
    </Stack>
  );
}

interface ShopFormProps {
  readonly details: Output<'shop.details'>;
  readonly canChange: boolean;
}

function ShopForm({ details, canChange }: ShopFormProps) {
  const { t } = useWords();
  const [values, setValues] = useState<ShopFieldValues>(() => fieldsOf(details));
  const save = useTell('shop.saveDetails');
  const isChanged = JSON.stringify(values) !== JSON.stringify(fieldsOf(details));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(values, { onSuccess: () => toast(t('settings.saved')) });
  };
  return (
    <form onSubmit={submit}>
      <Stack maw={920}>
        <ShopFields
          values={values}
          onChange={(change) => setValues((before) => ({ ...before, ...change }))}
          isReadOnly={!canChange}
        />
        <Text size="sm" c="dimmed">
          {t('settings.currency')}: {details.currency} · {t('settings.timeZone')}: {details.timeZone}
        </Text>
        <ErrorNotice error={save.error} />
        {canChange && (
          <Group>
            <Button type="submit" disabled={!isChanged} loading={save.isPending}>
              {t('common.save')}
            </Button>
            <Button variant="default" disabled={!isChanged} onClick={() => setValues(fieldsOf(details))}>
              {t('common.undo')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}

function fieldsOf(details: Output<'shop.details'>): ShopFieldValues {
  const { name, address, hotline, openingHours, defaultLanguage } = details;
  return {
    name,
    chineseName: details.chineseName ?? '',
    address,
    chineseAddress: details.chineseAddress ?? '',
    hotline,
    email: details.email ?? '',
    openingHours,
    privacyOfficer: details.privacyOfficer ?? '',
    defaultLanguage,
  };
}
