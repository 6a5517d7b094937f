import { Textarea } from '@mantine/core';
import { decodeRecoveryKey } from '@shared/domain/recovery-key';
import { useWords } from '../lib/i18n';

interface RecoveryKeyFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The key from the printed sheet, however it was grouped; says which group is wrong once it is all there. */
export function RecoveryKeyField({ label, description, value, onChange }: RecoveryKeyFieldProps) {
  const { t } = useWords();
  return (
    <Textarea
      label={label}
      description={description}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={useKeyProblem(value)}
      autoComplete="off"
      spellCheck={false}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', letterSpacing: '0.05em' } }}
      placeholder="XXXXXX-XXXXXX-…"
      aria-label={label}
      title={t('setup.sheetText.letters')}
    />
  );
}

const charactersOnSheet = 66;

/** What is wrong with the typed key; nothing while it is still being typed and right so far. */
export function useKeyProblem(typed: string): string | undefined {
  const { t } = useWords();
  const result = decodeRecoveryKey(typed);
  if (result.ok || typed.trim() === '') return undefined;
  const isWhole = typed.replace(/[^\p{L}\p{N}]/gu, '').length >= charactersOnSheet;
  // An unfinished last group is not a mistake; a wrong one before it is.
  if (result.code === 'RECOVERY_KEY_LENGTH' && !isWhole) return undefined;
  const where = result.group ? ` ${t('setup.groupWrong', { group: result.group })}` : '';
  return t(`errors.${result.code}`) + where;
}
