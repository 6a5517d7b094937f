import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { asLanguage, languageNames, languages } from '@shared/domain/languages';
import { useWords } from '../../lib/i18n';
import { NewPinFields } from '../../ui/new-pin-fields';
import type { StepProps } from './answers';

/** The first manager: name, language, PIN. */
export function ManagerStep({ answers, onChange }: StepProps) {
  const { t } = useWords();
  return (
    <>
      <SimpleGrid cols={2}>
        <TextInput
          label={t('setup.yourName')}
          value={answers.managerName}
          maxLength={80}
          onChange={(event) => onChange({ managerName: event.currentTarget.value })}
          required
        />
        <TextInput
          label={t('setup.yourChineseName')}
          lang="zh-Hant"
          value={answers.managerChineseName}
          maxLength={40}
          onChange={(event) => onChange({ managerChineseName: event.currentTarget.value })}
        />
        <Select
          label={t('setup.yourLanguage')}
          data={languages.map((language) => ({ value: language, label: languageNames[language] }))}
          value={answers.managerLanguage}
          onChange={(language) => onChange({ managerLanguage: asLanguage(language) })}
          allowDeselect={false}
        />
      </SimpleGrid>
      <NewPinFields
        staffRole="manager"
        label={t('setup.pin')}
        againLabel={t('setup.pinAgain')}
        pin={answers.pin}
        again={answers.pinAgain}
        onPin={(pin) => onChange({ pin })}
        onAgain={(pinAgain) => onChange({ pinAgain })}
      />
    </>
  );
}
