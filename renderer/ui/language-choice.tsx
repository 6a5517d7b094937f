import { Button, Group } from '@mantine/core';
import { languageNames, languages } from '@shared/domain/languages';
import { setLanguage, useWords } from '../lib/i18n';

/** Three buttons, each in its own language: for screens before anybody has unlocked. */
export function LanguageChoice() {
  const { t, language } = useWords();
  return (
    <Group gap={4} role="group" aria-label={t('common.language')}>
      {languages.map((choice) => (
        <Button
          key={choice}
          lang={choice}
          variant={choice === language ? 'light' : 'subtle'}
          color={choice === language ? 'accent' : 'gray'}
          c={choice === language ? 'var(--accent-text)' : 'var(--mantine-color-dimmed)'}
          aria-pressed={choice === language}
          onClick={() => setLanguage(choice)}
        >
          {languageNames[choice]}
        </Button>
      ))}
    </Group>
  );
}
