import { Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import { type FormEvent, useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { Page } from '../../ui/page';
import { Section } from '../../ui/section';
import { toast } from '../../ui/toast';
import classes from './settings.module.css';

type Rules = Output<'shop.settings'>['quotationRules'];

/** How long an offer holds, and how much discount each role may give. */
export function QuotationRulesPage() {
  const { t } = useWords();
  const { staff } = useCounter();
  const settings = useAsk('shop.settings', {}, ['settings']);
  const canChange = staff.role === 'manager';
  return (
    <Page
      title={t('settings.quotations.title')}
      subtitle={t(canChange ? 'settings.quotations.subtitle' : 'settings.readOnly')}
    >
      <ErrorNotice error={settings.error} onRetry={() => void settings.refetch()} />
      {settings.data && (
        <Form
          key={JSON.stringify(settings.data.quotationRules)}
          kept={settings.data.quotationRules}
          canChange={canChange}
        />
      )}
    </Page>
  );
}

function Form({ kept, canChange }: { readonly kept: Rules; readonly canChange: boolean }) {
  const { t } = useWords();
  const [rules, setRules] = useState(kept);
  const save = useTell('shop.saveSettings');
  const isChanged = JSON.stringify(rules) !== JSON.stringify(kept);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ quotationRules: rules }, { onSuccess: () => toast(t('settings.saved')) });
  };
  const percent = (name: 'advisorPercent' | 'managerPercent', label: string) => (
    <NumberInput
      w={200}
      label={label}
      suffix=" %"
      value={rules[name]}
      min={0}
      max={100}
      decimalScale={2}
      onChange={(value) => setRules({ ...rules, [name]: Number(value) || 0 })}
    />
  );
  return (
    <form onSubmit={submit}>
      <fieldset disabled={!canChange} className={classes.plain}>
        <legend className={classes.unseen}>{t('settings.quotations.title')}</legend>
        <Stack gap="lg">
          <NumberInput
            maw={420}
            label={t('settings.quotations.validDays')}
            value={rules.validDays}
            min={1}
            max={365}
            allowDecimal={false}
            onChange={(value) => setRules({ ...rules, validDays: Math.trunc(Number(value)) || 1 })}
          />
          <Section title={t('settings.quotations.limits')}>
            <Group>
              {percent('advisorPercent', t('settings.quotations.advisor'))}
              {percent('managerPercent', t('settings.quotations.manager'))}
            </Group>
            <Text size="sm" c="dimmed" mt="xs">
              {t('settings.quotations.limitsWhy')}
            </Text>
          </Section>
          <ErrorNotice error={save.error} />
          {canChange && (
            <Group>
              <Button type="submit" disabled={!isChanged} loading={save.isPending}>
                {t('common.save')}
              </Button>
              <Button variant="default" disabled={!isChanged} onClick={() => setRules(kept)}>
                {t('common.undo')}
              </Button>
            </Group>
          )}
        </Stack>
      </fieldset>
    </form>
  );
}
