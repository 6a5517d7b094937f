import { Autocomplete, Checkbox, Chip, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { civilDateOf } from '@shared/domain/dates';
import { SYMPTOMS, type Symptom } from '@shared/domain/service-jobs';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { MoneyField } from '../../ui/money-field';
import type { IntakeValues } from './intake-values';

interface FieldsProps {
  readonly values: IntakeValues;
  readonly onChange: (part: Partial<IntakeValues>) => void;
}

/** What the customer says, and what one sees of it. */
export function WordsFields({ values, onChange }: FieldsProps) {
  const { t } = useWords();
  return (
    <Stack gap="sm">
      <Textarea
        required
        label={t('jobs.words')}
        description={t('jobs.wordsHint')}
        value={values.words}
        maxLength={1000}
        autosize
        minRows={2}
        onChange={(event) => onChange({ words: event.currentTarget.value })}
      />
      <Text size="sm" fw={500}>
        {t('jobs.symptoms')}
      </Text>
      <Chip.Group
        multiple
        value={values.symptoms}
        onChange={(symptoms) => onChange({ symptoms: symptoms as Symptom[] })}
      >
        <Group gap={6} role="group" aria-label={t('jobs.symptoms')}>
          {SYMPTOMS.map((symptom) => (
            <Chip key={symptom} value={symptom} variant="outline">
              {t(`jobs.symptom.${symptom}`)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Stack>
  );
}

/** What the customer declares, allows and is promised. */
export function AgreedFields({ values, onChange }: FieldsProps) {
  const { t } = useWords();
  const { shop } = useCounter();
  return (
    <Stack gap="sm" mb="sm">
      <Group grow align="flex-start">
        <MoneyField
          required
          label={t('jobs.declared')}
          value={values.declaredMinor}
          currency={shop.currency}
          onChange={(declaredMinor) => onChange({ declaredMinor })}
        />
        <TextInput
          type="date"
          required
          label={t('jobs.due')}
          description={t('jobs.dueHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          min={civilDateOf(Date.now(), shop.timeZone)}
          value={values.dueOn}
          onChange={(event) => onChange({ dueOn: event.currentTarget.value })}
        />
      </Group>
      {(['mayOpen', 'mayGoAbroad', 'wantsPolish', 'needsWaterTest'] as const).map((name) => (
        <Checkbox
          key={name}
          label={t(`jobs.${name}`)}
          checked={values[name]}
          onChange={(event) => onChange({ [name]: event.currentTarget.checked })}
        />
      ))}
    </Stack>
  );
}

interface ContactFieldProps extends FieldsProps {
  readonly contacts: readonly { readonly value: string }[];
}

/** The number or address at which the customer will be told: one on record, or another. */
export function ContactField({ contacts, values, onChange }: ContactFieldProps) {
  const { t } = useWords();
  return (
    <Autocomplete
      required
      label={t('jobs.contact')}
      description={t('jobs.contactHint')}
      data={[...new Set(contacts.map(({ value }) => value))]}
      value={values.contactVerified}
      maxLength={200}
      onChange={(contactVerified) => onChange({ contactVerified })}
    />
  );
}
