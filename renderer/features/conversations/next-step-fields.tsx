import { Checkbox, Group, TextInput } from '@mantine/core';
import { civilDateOf } from '@shared/domain/dates';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';

interface NextStep {
  readonly hasNext: boolean;
  readonly nextWhat: string;
  readonly nextDue: string;
}

interface NextStepFieldsProps {
  readonly values: NextStep;
  readonly onChange: (part: Partial<NextStep>) => void;
}

/** The next step, which becomes a promise. */
export function NextStepFields({ values, onChange }: NextStepFieldsProps) {
  const { t } = useWords();
  const { shop } = useCounter();
  return (
    <>
      <Checkbox
        label={t('conversations.nextStep')}
        checked={values.hasNext}
        onChange={(event) => onChange({ hasNext: event.currentTarget.checked })}
      />
      {values.hasNext && (
        <Group grow preventGrowOverflow={false} align="flex-start">
          <TextInput
            required
            label={t('conversations.nextWhat')}
            value={values.nextWhat}
            maxLength={500}
            onChange={(event) => onChange({ nextWhat: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            required
            label={t('conversations.nextDue')}
            min={civilDateOf(Date.now(), shop.timeZone)}
            value={values.nextDue}
            onChange={(event) => onChange({ nextDue: event.currentTarget.value })}
          />
        </Group>
      )}
    </>
  );
}
