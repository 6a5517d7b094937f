import {
  Button,
  Checkbox,
  Group,
  NumberInput,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import type { Output } from '@shared/contract';
import { tierCodeOf, tierInWords } from '@shared/words/vip';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { MoneyField } from '../../ui/money-field';
import { Page } from '../../ui/page';
import { Section } from '../../ui/section';
import { toast } from '../../ui/toast';
import classes from './settings.module.css';

type Rules = Output<'shop.settings'>['vipRules'];
type Tier = Output<'shop.settings'>['vipTiers'][number];

/** Who may be invited to VIP, for how long an answer is respected, and the tiers. */
export function VipRulesPage() {
  const { t } = useWords();
  const { staff } = useCounter();
  const settings = useAsk('shop.settings', {}, ['settings']);
  const details = useAsk('shop.details', {}, ['shop']);
  const canChange = staff.role === 'manager';
  return (
    <Page
      title={t('settings.vip.title')}
      subtitle={t(canChange ? 'settings.vip.subtitle' : 'settings.readOnly')}
    >
      <ErrorNotice error={settings.error ?? details.error} />
      {settings.data && details.data && (
        <Form
          key={JSON.stringify(settings.data)}
          rules={settings.data.vipRules}
          tiers={settings.data.vipTiers}
          currency={details.data.currency}
          canChange={canChange}
        />
      )}
    </Page>
  );
}

interface FormProps {
  readonly rules: Rules;
  readonly tiers: readonly Tier[];
  readonly currency: string;
  readonly canChange: boolean;
}

function Form({ canChange, currency, ...kept }: FormProps) {
  const { t } = useWords();
  const [rules, setRules] = useState(kept.rules);
  const [tiers, setTiers] = useState(kept.tiers);
  const save = useTell('shop.saveSettings');
  const isChanged =
    JSON.stringify([rules, tiers]) !== JSON.stringify([kept.rules, kept.tiers]) &&
    tiers.every(({ code }) => code.trim() !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The lowest tier is where a member begins.
    const vipTiers = tiers.map((tier, index) => (index === 0 ? { ...tier, fromMinor: 0 } : tier));
    save.mutate({ vipRules: rules, vipTiers }, { onSuccess: () => toast(t('settings.saved')) });
  };
  return (
    <form onSubmit={submit}>
      <fieldset disabled={!canChange} className={classes.plain}>
        <legend className={classes.unseen}>{t('settings.vip.title')}</legend>
        <Stack gap="lg">
          <Section title={t('settings.vip.who')}>
            <Thresholds rules={rules} currency={currency} onChange={setRules} />
          </Section>
          <Section title={t('settings.vip.respect')}>
            <Pauses rules={rules} onChange={setRules} />
          </Section>
          <Section title={t('settings.vip.tiers')}>
            <Tiers tiers={tiers} currency={currency} onChange={setTiers} />
          </Section>
          <ErrorNotice error={save.error} />
          {canChange && (
            <Group>
              <Button type="submit" disabled={!isChanged} loading={save.isPending}>
                {t('common.save')}
              </Button>
              <Button
                variant="default"
                disabled={!isChanged}
                onClick={() => {
                  setRules(kept.rules);
                  setTiers(kept.tiers);
                }}
              >
                {t('common.undo')}
              </Button>
            </Group>
          )}
        </Stack>
      </fieldset>
    </form>
  );
}

interface RulesProps {
  readonly rules: Rules;
  readonly onChange: (rules: Rules) => void;
}

function Thresholds({ rules, currency, onChange }: RulesProps & { readonly currency: string }) {
  const { t } = useWords();
  return (
    <Stack align="flex-start">
      <Text>{t('settings.vip.whoWhy')}</Text>
      <Group align="flex-end">
        <MoneyField
          label={`${t('settings.vip.lifetime')}, ${currency}`}
          value={rules.minLifetimeMinor}
          currency={currency}
          onChange={(minLifetimeMinor) => onChange({ ...rules, minLifetimeMinor })}
        />
        <MoneyField
          label={`${t('settings.vip.last24')}, ${currency}`}
          value={rules.minLast24MonthsMinor}
          currency={currency}
          onChange={(minLast24MonthsMinor) => onChange({ ...rules, minLast24MonthsMinor })}
        />
        <NumberInput
          label={t('settings.vip.visits')}
          value={rules.minVisits ?? ''}
          min={1}
          max={1000}
          allowDecimal={false}
          hideControls
          onChange={(typed) => onChange({ ...rules, minVisits: typed === '' ? null : Number(typed) })}
        />
      </Group>
      <SegmentedControl
        size="md"
        aria-label={t('settings.vip.match')}
        value={rules.match}
        onChange={(match) => onChange({ ...rules, match: match as Rules['match'] })}
        data={(['any', 'all'] as const).map((value) => ({
          value,
          label: t(`settings.vip.matches.${value}`),
        }))}
      />
    </Stack>
  );
}

function Pauses({ rules, onChange }: RulesProps) {
  const { t } = useWords();
  return (
    <Stack>
      <Group align="flex-end">
        <NumberInput
          label={t('settings.vip.declinedMonths')}
          value={rules.declinedPauseMonths}
          min={0}
          max={120}
          clampBehavior="strict"
          allowDecimal={false}
          hideControls
          onChange={(typed) => onChange({ ...rules, declinedPauseMonths: Number(typed) || 0 })}
        />
        <NumberInput
          label={t('settings.vip.thinkingDays')}
          value={rules.thinkingFollowUpDays}
          min={1}
          max={365}
          clampBehavior="strict"
          allowDecimal={false}
          hideControls
          onChange={(typed) => onChange({ ...rules, thinkingFollowUpDays: Number(typed) || 1 })}
        />
      </Group>
      <Checkbox
        label={t('settings.vip.complaint')}
        checked={rules.pauseOnOpenComplaint}
        onChange={({ currentTarget }) => onChange({ ...rules, pauseOnOpenComplaint: currentTarget.checked })}
      />
    </Stack>
  );
}

interface TiersProps {
  readonly tiers: readonly Tier[];
  readonly currency: string;
  readonly onChange: (tiers: readonly Tier[]) => void;
}

function Tiers({ tiers, currency, onChange }: TiersProps) {
  const { t, language } = useWords();
  const change = (at: number, part: Partial<Tier>) =>
    onChange(tiers.map((tier, index) => (index === at ? { ...tier, ...part } : tier)));
  return (
    <Stack align="flex-start">
      <Text>{t('settings.vip.tiersWhy')}</Text>
      {tiers.map((tier, index) => (
        <Group key={`tier ${String(index)}`} align="flex-end">
          <TextInput
            label={t('settings.vip.tierName', { number: index + 1 })}
            value={tierInWords(tier.code, language)}
            maxLength={40}
            required
            onChange={({ currentTarget }) => change(index, { code: tierCodeOf(currentTarget.value) })}
          />
          <MoneyField
            label={`${t('settings.vip.tierFrom', { number: index + 1 })}, ${currency}`}
            value={index === 0 ? 0 : tier.fromMinor}
            currency={currency}
            disabled={index === 0}
            onChange={(fromMinor) => change(index, { fromMinor: fromMinor ?? 0 })}
          />
          {tiers.length > 1 && (
            <Button
              variant="subtle"
              leftSection={<IconTrash size={18} aria-hidden />}
              aria-label={t('settings.vip.removeTier', { name: tierInWords(tier.code, language) })}
              onClick={() => onChange(tiers.filter((_, other) => other !== index))}
            >
              {t('settings.vip.remove')}
            </Button>
          )}
        </Group>
      ))}
      {tiers.length < 12 && (
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => onChange([...tiers, { code: '', fromMinor: (tiers.at(-1)?.fromMinor ?? 0) * 2 }])}
        >
          {t('settings.vip.addTier')}
        </Button>
      )}
    </Stack>
  );
}
