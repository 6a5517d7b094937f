import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  TagsInput,
  TextInput,
} from '@mantine/core';
import { dateKinds } from '@shared/contract/customer-shapes';
import { CONTACT_KINDS, normaliseContact } from '@shared/domain/contacts';
import { formatPhone } from '@shared/domain/phones';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { colourCodes, metalCodes, useFact } from './fact-words';
import { MonthSelect, type RecordForm } from './record-fields';

interface FieldsProps {
  readonly form: RecordForm;
}

/** What looks odd about a contact, or how it was read: shown under the field, never in the way. */
export function useContactRemark(): (
  kind: (typeof CONTACT_KINDS)[number],
  value: string,
) => string | undefined {
  const { t } = useWords();
  return (kind, value) => {
    if (value.trim().length < 4) return undefined;
    const { normalised, warning } = normaliseContact(kind, value);
    const read = normalised.startsWith('+') ? formatPhone(normalised, 'en') : null;
    const remark = warning ? t(`customers.warning.${warning}`) : null;
    return [read && read !== value.trim() ? read : null, remark].filter(Boolean).join(' · ') || undefined;
  };
}

/** Every way to reach somebody, in order of preference. */
export function ContactFields({ form }: FieldsProps) {
  const { t } = useWords();
  const remark = useContactRemark();
  return (
    <Stack gap="sm">
      {form.values.contacts.map((contact, index) => (
        <Group key={contact.key} align="flex-start" wrap="nowrap" gap="xs">
          <Select
            w={150}
            label={t('customers.kind')}
            allowDeselect={false}
            data={CONTACT_KINDS.map((kind) => ({ value: kind, label: t(`customers.contactKind.${kind}`) }))}
            {...form.getInputProps(`contacts.${index}.kind`)}
          />
          <TextInput
            flex={1}
            label={t(`customers.contactKind.${contact.kind}`)}
            description={remark(contact.kind, contact.value)}
            inputWrapperOrder={['label', 'input', 'description']}
            autoComplete="off"
            {...form.getInputProps(`contacts.${index}.value`)}
          />
          <TextInput
            w={120}
            label={t('customers.contactLabel')}
            {...form.getInputProps(`contacts.${index}.label`)}
          />
          <ActionIcon
            mt={26}
            aria-label={t('customers.removeContact', { number: index + 1 })}
            onClick={() => form.removeListItem('contacts', index)}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Add
        label={t('customers.addContact')}
        onClick={() =>
          form.insertListItem('contacts', { key: crypto.randomUUID(), kind: 'phone', value: '', label: '' })
        }
      />
    </Stack>
  );
}

/** Days to remember; a discreet one is never mentioned to anybody else. */
export function DateFields({ form }: FieldsProps) {
  const { t } = useWords();
  return (
    <Stack gap="md">
      {form.values.dates.map((date, index) => (
        <Stack key={date.key} gap={6}>
          <Group align="flex-end" wrap="nowrap" gap="xs">
            <Select
              flex={1}
              label={t('customers.kind')}
              allowDeselect={false}
              data={dateKinds.map((kind) => ({ value: kind, label: t(`customers.dateKind.${kind}`) }))}
              {...form.getInputProps(`dates.${index}.kind`)}
            />
            <NumberInput
              w={70}
              label={t('customers.day')}
              min={1}
              max={31}
              allowDecimal={false}
              hideControls
              {...form.getInputProps(`dates.${index}.day`)}
            />
            <div style={{ width: 140 }}>
              <MonthSelect label={t('customers.month')} {...form.getInputProps(`dates.${index}.month`)} />
            </div>
            <NumberInput
              w={90}
              label={t('customers.year')}
              placeholder={t('customers.hint.year')}
              allowDecimal={false}
              hideControls
              min={1880}
              max={2200}
              {...form.getInputProps(`dates.${index}.year`)}
            />
            <ActionIcon
              aria-label={t('customers.removeDate', { number: index + 1 })}
              onClick={() => form.removeListItem('dates', index)}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </Group>
          <Group gap="md">
            <TextInput
              flex={1}
              aria-label={t('customers.label')}
              placeholder={t('customers.label')}
              {...form.getInputProps(`dates.${index}.label`)}
            />
            <Checkbox
              label={t('customers.discreet')}
              {...form.getInputProps(`dates.${index}.isDiscreet`, { type: 'checkbox' })}
            />
          </Group>
        </Stack>
      ))}
      <Add
        label={t('customers.addDate')}
        onClick={() =>
          form.insertListItem('dates', {
            key: crypto.randomUUID(),
            kind: 'anniversary',
            label: '',
            day: '',
            month: null,
            year: '',
            isDiscreet: false,
          })
        }
      />
    </Stack>
  );
}

function Add({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <Button
      variant="subtle"
      leftSection={<IconPlus size={18} aria-hidden />}
      onClick={onClick}
      style={{ alignSelf: 'flex-start' }}
    >
      {label}
    </Button>
  );
}

/** What somebody likes: wrist, strap, metals, brands, colours, budget. */
export function PreferenceFields({ form }: FieldsProps) {
  const { t } = useWords();
  const { shop } = useCounter();
  const sayFact = useFact();
  const tags = (name: 'metals' | 'brands' | 'colours', codes: readonly string[] = []) => (
    <TagsInput
      label={t(`customers.${name}`)}
      data={codes.map(sayFact)}
      placeholder={form.values[name].length === 0 ? t('customers.tagHint') : undefined}
      {...form.getInputProps(name)}
    />
  );
  const amount = (name: 'budgetMin' | 'budgetMax') => (
    <NumberInput
      label={t(`customers.${name}`)}
      min={0}
      thousandSeparator
      hideControls
      prefix={`${shop.currency} `}
      {...form.getInputProps(name)}
    />
  );
  return (
    <SimpleGrid cols={2} spacing="sm">
      <NumberInput
        label={t('customers.wristMm')}
        min={80}
        max={300}
        allowDecimal={false}
        hideControls
        {...form.getInputProps('wristMm')}
      />
      <TextInput label={t('customers.strap')} {...form.getInputProps('strap')} />
      {tags('brands')}
      {tags('metals', metalCodes)}
      {tags('colours', colourCodes)}
      <TextInput label={t('customers.likesNote')} {...form.getInputProps('likesNote')} />
      {amount('budgetMin')}
      {amount('budgetMax')}
    </SimpleGrid>
  );
}
