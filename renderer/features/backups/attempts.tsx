import { Table, Text } from '@mantine/core';
import { formatInstant } from '@shared/domain/dates';
import { formatBytes, formatDuration } from '@shared/domain/sizes';
import { useAsk } from '../../lib/ask';
import { CallError } from '../../lib/call';
import { useCounter } from '../../lib/counter';
import { errorText, useWords } from '../../lib/i18n';
import { Section } from '../../ui/section';

/** What was tried lately, and what came of it. */
export function Attempts() {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const attempts = useAsk('backups.attempts', { limit: 12 }, ['backups', 'shop']);
  if (!attempts.data) return null;
  return (
    <Section title={t('backups.attempts')}>
      {attempts.data.length === 0 ? (
        <Text c="dimmed">{t('backups.attemptsEmpty')}</Text>
      ) : (
        <Table aria-label={t('backups.attempts')} verticalSpacing={6}>
          <Table.Tbody>
            {attempts.data.map((attempt) => {
              const isBad = attempt.outcome === 'failed' || attempt.outcome === 'damaged';
              return (
                <Table.Tr key={attempt.id}>
                  <Table.Td>{formatInstant(attempt.startedAt, language, shop.timeZone)}</Table.Td>
                  <Table.Td>{attempt.label}</Table.Td>
                  <Table.Td c={isBad ? 'var(--danger-text)' : undefined}>
                    {t(`backups.outcome.${attempt.outcome}`)}
                    {attempt.error && isBad && ` – ${errorText(new CallError(attempt.error, {}, ''))}`}
                  </Table.Td>
                  <Table.Td ta="right">
                    {attempt.sizeBytes === null ? '' : `${formatBytes(attempt.sizeBytes)} · `}
                    {formatDuration(attempt.durationMs, language)}
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  );
}
