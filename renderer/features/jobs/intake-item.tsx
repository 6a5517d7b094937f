import { Checkbox, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { checkSerial } from '@shared/domain/service-jobs';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import type { IntakeValues } from './intake-values';
import classes from './jobs.module.css';

interface ItemFieldsProps {
  readonly customerId: string;
  readonly values: IntakeValues;
  readonly onChange: (part: Partial<IntakeValues>) => void;
}

const another = 'another';

/** One of the customer's items or another one, and its serial as it is read now against the record. */
export function ItemFields({ customerId, values, onChange }: ItemFieldsProps) {
  const { t } = useWords();
  const items = useAsk('items.forCustomer', { customerId }, ['items']);
  const chosen = items.data?.find(({ id }) => id === values.itemId);
  const recorded = chosen?.serial ?? null;
  const check = checkSerial(recorded, values.serialSeen);
  return (
    <Stack gap="sm">
      <Select
        label={t('jobs.itemWhich')}
        value={values.itemId || another}
        allowDeselect={false}
        data={[
          ...(items.data ?? []).map((item) => ({
            value: item.id,
            label: [item.brand, item.description, item.serial].filter(Boolean).join(' · '),
          })),
          { value: another, label: t('jobs.itemNew') },
        ]}
        onChange={(id) => onChange({ itemId: id === another ? '' : (id ?? ''), isDifferenceSeen: false })}
      />
      {!values.itemId && <NewItemFields values={values} onChange={onChange} />}
      <TextInput
        label={t('jobs.serialSeen')}
        description={
          chosen && (recorded ? t('jobs.serialSeenHint', { serial: recorded }) : t('jobs.serialNone'))
        }
        value={values.serialSeen}
        maxLength={200}
        spellCheck={false}
        onChange={(event) => onChange({ serialSeen: event.currentTarget.value, isDifferenceSeen: false })}
      />
      {chosen && (
        <Text size="sm" role="status" className={check === 'differs' ? classes.late : ''}>
          {t(`jobs.serialCheck.${check}`, { serial: recorded ?? '' })}
        </Text>
      )}
      {chosen && check === 'differs' && (
        <Checkbox
          label={t('jobs.differenceSeen')}
          checked={values.isDifferenceSeen}
          onChange={(event) => onChange({ isDifferenceSeen: event.currentTarget.checked })}
        />
      )}
    </Stack>
  );
}

function NewItemFields({ values, onChange }: Omit<ItemFieldsProps, 'customerId'>) {
  const { t } = useWords();
  return (
    <>
      <TextInput
        required
        label={t('jobs.description')}
        value={values.description}
        maxLength={200}
        onChange={(event) => onChange({ description: event.currentTarget.value })}
      />
      <Group grow>
        {(['brand', 'reference'] as const).map((name) => (
          <TextInput
            key={name}
            label={t(`jobs.${name}`)}
            value={values[name]}
            maxLength={200}
            onChange={(event) => onChange({ [name]: event.currentTarget.value })}
          />
        ))}
      </Group>
    </>
  );
}
