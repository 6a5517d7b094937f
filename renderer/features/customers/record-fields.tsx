import { Checkbox, Group, NumberInput, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { titles } from '@shared/contract/customer-shapes';
import { ACQUAINTANCES } from '@shared/domain/acquaintance';
import { CHANNELS } from '@shared/domain/consent-events';
import { asLanguage, languageNames, languages } from '@shared/domain/languages';
import { formOfAddress, type Title } from '@shared/domain/names';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import type { RecordValues } from './record-values';

export type RecordForm = UseFormReturnType<RecordValues>;
interface FieldsProps {
  readonly form: RecordForm;
}

/** The parts of a name as they were read, each to be corrected. */
export function NameFields({ form }: FieldsProps) {
  const { t } = useWords();
  const field = (name: 'familyName' | 'givenName' | 'englishName' | 'chineseName') => (
    <TextInput label={t(`customers.field.${name}`)} autoComplete="off" {...form.getInputProps(name)} />
  );
  return (
    <SimpleGrid cols={3} spacing="sm">
      {field('chineseName')}
      {field('englishName')}
      {field('familyName')}
      {field('givenName')}
      <Select
        label={t('customers.field.title')}
        clearable
        data={titles.map((title) => ({ value: title, label: t(`customers.titleChoice.${title}`) }))}
        {...form.getInputProps('title')}
      />
    </SimpleGrid>
  );
}

/** What somebody is called besides the name on the card. */
export function CallingFields({ form }: FieldsProps) {
  const { t } = useWords();
  const { title, familyName, givenName, englishName, chineseName, language } = form.values;
  const usual = formOfAddress(
    { familyName, givenName, englishName, chineseName },
    title as Title | null,
    asLanguage(language),
  );
  return (
    <SimpleGrid cols={2} spacing="sm">
      <TextInput
        label={t('customers.field.preferredName')}
        autoComplete="off"
        {...form.getInputProps('preferredName')}
      />
      <TextInput
        label={t('customers.field.formOfAddress')}
        placeholder={usual}
        description={usual ? t('customers.hint.formOfAddress', { usual }) : undefined}
        inputWrapperOrder={['label', 'input', 'description']}
        autoComplete="off"
        {...form.getInputProps('formOfAddress')}
      />
      <TextInput
        label={t('customers.field.otherNames')}
        description={t('customers.hint.otherNames')}
        inputWrapperOrder={['label', 'input', 'description']}
        autoComplete="off"
        {...form.getInputProps('otherNames')}
      />
    </SimpleGrid>
  );
}

/** The language spoken with somebody. */
export function LanguageField({ form }: FieldsProps) {
  const { t } = useWords();
  return (
    <Select
      label={t('customers.field.language')}
      allowDeselect={false}
      data={languages.map((language) => ({ value: language, label: languageNames[language] }))}
      {...form.getInputProps('language')}
    />
  );
}

/** The usual ways, and the one on the record where it is none of them. */
function sourcesWith(own: string): string[] {
  return [...new Set([...ACQUAINTANCES, own])];
}

/** How and when somebody likes to be reached, and where. */
export function ReachFields({ form }: FieldsProps) {
  const { t } = useWords();
  return (
    <SimpleGrid cols={2} spacing="sm">
      <Select
        label={t('customers.field.preferredChannel')}
        clearable
        data={CHANNELS.map((channel) => ({ value: channel, label: t(`customers.channel.${channel}`) }))}
        {...form.getInputProps('preferredChannel')}
      />
      <TextInput
        label={t('customers.field.contactHours')}
        placeholder={t('customers.hint.contactHours')}
        {...form.getInputProps('contactHours')}
      />
      <TextInput label={t('customers.field.district')} {...form.getInputProps('district')} />
      <TextInput label={t('customers.field.country')} {...form.getInputProps('country')} />
      <Textarea label={t('customers.field.address')} {...form.getInputProps('address')} />
      <TextInput label={t('customers.field.occupation')} {...form.getInputProps('occupation')} />
      <Select
        label={t('customers.field.source')}
        allowDeselect={false}
        data={sourcesWith(form.values.source).map((value) => ({
          value,
          label: t(`customers.acquaintance.${value as 'counter'}`, { defaultValue: value }),
        }))}
        {...form.getInputProps('source')}
      />
    </SimpleGrid>
  );
}

/** The customer's own birthday: day and month are enough. */
export function BirthdayFields({ form }: FieldsProps) {
  const { t } = useWords();
  return (
    <Group grow align="flex-start" role="group" aria-label={t('customers.birthday')}>
      <NumberInput
        label={t('customers.field.birthDay')}
        min={1}
        max={31}
        allowDecimal={false}
        hideControls
        {...form.getInputProps('birthDay')}
      />
      <MonthSelect label={t('customers.field.birthMonth')} {...form.getInputProps('birthMonth')} />
      <NumberInput
        label={t('customers.field.birthYear')}
        placeholder={t('customers.hint.year')}
        min={1880}
        max={2200}
        allowDecimal={false}
        thousandSeparator=""
        hideControls
        {...form.getInputProps('birthYear')}
      />
    </Group>
  );
}

interface MonthSelectProps {
  readonly label: string;
  readonly value?: string | null;
  readonly onChange?: (value: string | null) => void;
}

/** The months in the language on the screen. */
export function MonthSelect(props: MonthSelectProps) {
  const { language } = useWords();
  const names = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  return (
    <Select
      clearable
      data={Array.from({ length: 12 }, (_, index) => ({
        value: String(index + 1),
        label: names.format(Date.UTC(2000, index, 15)),
      }))}
      {...props}
    />
  );
}

/** What must not be said, and whether a parent decides. */
export function DiscretionFields({ form }: FieldsProps) {
  const { t } = useWords();
  return (
    <>
      <Textarea
        label={t('customers.field.discretion')}
        placeholder={t('customers.hint.discretion')}
        {...form.getInputProps('discretion')}
      />
      <Checkbox
        label={t('customers.field.isMinor')}
        description={t('customers.minorHint')}
        {...form.getInputProps('isMinor', { type: 'checkbox' })}
      />
    </>
  );
}

/** Who looks after somebody. */
export function AdvisorFields({ form }: FieldsProps) {
  const { t, language } = useWords();
  const people = useAsk('session.people', {}, ['staff']);
  const data = (people.data ?? []).map(({ id, name, chineseName }) => ({
    value: id,
    label: (language !== 'en' && chineseName) || name,
  }));
  return (
    <SimpleGrid cols={2} spacing="sm">
      <Select
        label={t('customers.field.primaryAdvisorId')}
        placeholder={t('customers.nobody')}
        clearable
        data={data}
        {...form.getInputProps('primaryAdvisorId')}
      />
      <Select
        label={t('customers.field.secondaryAdvisorId')}
        placeholder={t('customers.nobody')}
        clearable
        data={data}
        {...form.getInputProps('secondaryAdvisorId')}
      />
    </SimpleGrid>
  );
}
