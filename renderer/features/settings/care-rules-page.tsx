import { Button, Checkbox, Group, NumberInput, Stack, Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import { SEVERITIES } from '@shared/domain/complaints';
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

type ComplaintRules = Output<'shop.settings'>['complaintRules'];
type SurveyRules = Output<'shop.settings'>['surveyRules'];

/** The clocks of complaints, what a remedy may cost without a manager, and when customers are asked how it was. */
export function CareRulesPage() {
  const { t } = useWords();
  const { staff } = useCounter();
  const settings = useAsk('shop.settings', {}, ['settings']);
  const canChange = staff.role === 'manager';
  return (
    <Page title={t('settings.careLink')} subtitle={t(canChange ? 'settings.careWhy' : 'settings.readOnly')}>
      <ErrorNotice error={settings.error} />
      {settings.data && (
        <Form
          key={JSON.stringify([settings.data.complaintRules, settings.data.surveyRules])}
          complaintRules={settings.data.complaintRules}
          surveyRules={settings.data.surveyRules}
          canChange={canChange}
        />
      )}
    </Page>
  );
}

interface FormProps {
  readonly complaintRules: ComplaintRules;
  readonly surveyRules: SurveyRules;
  readonly canChange: boolean;
}

function Form({ canChange, ...kept }: FormProps) {
  const { t } = useWords();
  const [complaintRules, setComplaintRules] = useState(kept.complaintRules);
  const [surveyRules, setSurveyRules] = useState(kept.surveyRules);
  const save = useTell('shop.saveSettings');
  const isChanged =
    JSON.stringify([complaintRules, surveyRules]) !== JSON.stringify([kept.complaintRules, kept.surveyRules]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ complaintRules, surveyRules }, { onSuccess: () => toast(t('settings.saved')) });
  };
  return (
    <form onSubmit={submit}>
      <fieldset disabled={!canChange} className={classes.plain}>
        <legend className={classes.unseen}>{t('settings.careLink')}</legend>
        <Stack gap="lg">
          <Section title={t('complaints.rules.clocks')}>
            <Clocks rules={complaintRules} onChange={setComplaintRules} />
          </Section>
          <Section title={t('complaints.rules.limits')}>
            <Limits rules={complaintRules} onChange={setComplaintRules} />
          </Section>
          <Section title={t('feedback.rules.title')}>
            <Asking rules={surveyRules} onChange={setSurveyRules} />
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
                  setComplaintRules(kept.complaintRules);
                  setSurveyRules(kept.surveyRules);
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

interface ComplaintRulesProps {
  readonly rules: ComplaintRules;
  readonly onChange: (rules: ComplaintRules) => void;
}

function Clocks({ rules, onChange }: ComplaintRulesProps) {
  const { t } = useWords();
  const hours = (severity: (typeof SEVERITIES)[number], part: 'respondHours' | 'resolveHours') => (
    <Whole
      label={t(`complaints.rules.${part}`, { severity: t(`complaints.severities.${severity}`) })}
      value={rules.clocks[severity][part]}
      least={1}
      most={2000}
      onChange={(value) =>
        onChange({
          ...rules,
          clocks: { ...rules.clocks, [severity]: { ...rules.clocks[severity], [part]: value } },
        })
      }
    />
  );
  return (
    <Stack>
      <Text>{t('complaints.rules.clocksWhy')}</Text>
      {SEVERITIES.map((severity) => (
        <Group key={severity} align="flex-end">
          {hours(severity, 'respondHours')}
          {hours(severity, 'resolveHours')}
        </Group>
      ))}
    </Stack>
  );
}

function Limits({ rules, onChange }: ComplaintRulesProps) {
  const { t } = useWords();
  const { shop } = useCounter();
  const limit = (part: 'advisorLimitMinor' | 'serviceLimitMinor', label: string) => (
    <MoneyField
      label={`${label}, ${shop.currency}`}
      value={rules[part]}
      currency={shop.currency}
      onChange={(minor) => onChange({ ...rules, [part]: minor ?? 0 })}
    />
  );
  return (
    <Group align="flex-end">
      {limit('advisorLimitMinor', t('complaints.rules.advisorLimit'))}
      {limit('serviceLimitMinor', t('complaints.rules.serviceLimit'))}
    </Group>
  );
}

interface AskingProps {
  readonly rules: SurveyRules;
  readonly onChange: (rules: SurveyRules) => void;
}

function Asking({ rules, onChange }: AskingProps) {
  const { t } = useWords();
  const whole = (part: WholeRule) => (
    <Whole
      key={part}
      label={t(`feedback.rules.${part}`)}
      value={rules[part]}
      least={0}
      most={3650}
      onChange={(value) => onChange({ ...rules, [part]: value })}
    />
  );
  const group = (isOn: 'isOn' | 'isRepairOn', parts: readonly WholeRule[]) => (
    <Stack gap="xs">
      <Checkbox
        label={t(`feedback.rules.${isOn}`)}
        checked={rules[isOn]}
        onChange={({ currentTarget }) => onChange({ ...rules, [isOn]: currentTarget.checked })}
      />
      {rules[isOn] && <Group align="flex-end">{parts.map(whole)}</Group>}
    </Stack>
  );
  return (
    <Stack>
      {group('isOn', ['daysAfter', 'withinDays'])}
      {group('isRepairOn', ['repairDaysAfter', 'repairWithinDays'])}
      <Group align="flex-end">{(['quietDays', 'declinedQuietDays'] as const).map(whole)}</Group>
      <Text size="sm" c="dimmed">
        {t('feedback.rules.also')}
      </Text>
    </Stack>
  );
}

type WholeRule = Exclude<keyof SurveyRules, 'isOn' | 'isRepairOn'>;

interface WholeProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

/** A whole number within bounds. */
function Whole({ label, value, least, most, onChange }: WholeProps) {
  return (
    <NumberInput
      label={label}
      value={value}
      min={least}
      max={most}
      clampBehavior="strict"
      allowDecimal={false}
      hideControls
      onChange={(typed) => onChange(Math.max(least, Number(typed) || least))}
    />
  );
}
