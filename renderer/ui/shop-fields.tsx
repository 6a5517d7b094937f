import { Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { asLanguage, type Language, languageNames, languages } from '@shared/domain/languages';
import type { ReactNode } from 'react';
import { useWords } from '../lib/i18n';

/** What a shop says about itself, as typed. */
export interface ShopFieldValues {
  readonly name: string;
  readonly chineseName: string;
  readonly address: string;
  readonly chineseAddress: string;
  readonly hotline: string;
  readonly email: string;
  readonly openingHours: string;
  readonly privacyOfficer: string;
  readonly defaultLanguage: Language;
}

interface ShopFieldsProps {
  readonly values: ShopFieldValues;
  readonly onChange: (change: Partial<ShopFieldValues>) => void;
  readonly isReadOnly?: boolean;
  /** One more field beside the language. */
  readonly children?: ReactNode;
}

/** The shop's details: at set-up and in the settings. */
export function ShopFields({ values, onChange, isReadOnly = false, children }: ShopFieldsProps) {
  const { t } = useWords();
  const text = (key: Exclude<keyof ShopFieldValues, 'defaultLanguage'>, most: number) => ({
    label: t(`setup.${key}`),
    value: values[key],
    maxLength: most,
    readOnly: isReadOnly,
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [key]: event.currentTarget.value }),
  });
  return (
    <SimpleGrid cols={2} spacing="md">
      <TextInput {...text('name', 120)} required />
      <TextInput {...text('chineseName', 120)} lang="zh-Hant" />
      <Textarea {...text('address', 300)} required />
      <Textarea {...text('chineseAddress', 300)} lang="zh-Hant" />
      <TextInput
        {...text('hotline', 40)}
        description={t('setup.hotlineHint')}
        inputWrapperOrder={['label', 'input', 'description']}
        type="tel"
        required
      />
      <TextInput {...text('openingHours', 300)} placeholder={t('setup.openingHoursExample')} required />
      <TextInput {...text('email', 200)} type="email" />
      <TextInput {...text('privacyOfficer', 120)} />
      <Select
        label={t('setup.defaultLanguage')}
        data={languages.map((language) => ({ value: language, label: languageNames[language] }))}
        value={values.defaultLanguage}
        onChange={(language) => onChange({ defaultLanguage: asLanguage(language) })}
        allowDeselect={false}
        readOnly={isReadOnly}
      />
      {children}
    </SimpleGrid>
  );
}
