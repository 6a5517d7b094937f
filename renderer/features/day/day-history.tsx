import { Button, Table, Text } from '@mantine/core';
import { formatDate, formatInstant } from '@shared/domain/dates';
import { useAsk } from '../../lib/ask';
import { colleagueName } from '../../lib/colleague-name';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { Section } from '../../ui/section';

interface DayHistoryProps {
  readonly canPrint: boolean;
  readonly onShow: (dayCloseId: string) => void;
}

/** The days closed so far; each sheet can be shown again. */
export function DayHistory({ canPrint, onShow }: DayHistoryProps) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const history = useAsk('day.history', { limit: 14 }, ['day', 'backups']);
  if (!history.data) return null;
  return (
    <Section title={t('day.history')}>
      {history.data.length === 0 ? (
        <Text c="dimmed">{t('day.historyEmpty')}</Text>
      ) : (
        <Table aria-label={t('day.history')} verticalSpacing={4}>
          <Table.Tbody>
            {history.data.map((row) => (
              <Table.Tr key={row.id}>
                <Table.Td fw={600}>{formatDate(row.day, language, { weekday: true })}</Table.Td>
                <Table.Td>
                  {formatInstant(row.at, language, shop.timeZone)} · {colleagueName(row.closedBy, language)}
                </Table.Td>
                <Table.Td>
                  {t('day.historyProved', { count: row.backups.verified })}
                  {row.backups.failed > 0 && (
                    <Text span c="var(--danger-text)">
                      {' · '}
                      {t('day.historyFailed', { count: row.backups.failed })}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td c="dimmed">{t('day.logCount', { count: row.logCount })}</Table.Td>
                <Table.Td ta="right">
                  {canPrint && (
                    <Button variant="subtle" c="var(--accent-text)" onClick={() => onShow(row.id)}>
                      {t('day.sheetOf', { date: formatDate(row.day, language) })}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  );
}
