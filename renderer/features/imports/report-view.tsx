import { List, Stack, Table, Text } from '@mantine/core';
import type { ImportReport } from '@shared/contract/imports';
import { formatMoney } from '@shared/domain/money';
import { Section } from '../../ui/section';
import { useImportWords } from './import-words';
import classes from './imports.module.css';

interface ReportViewProps {
  readonly report: ImportReport;
  /** True after the import, false while it is only checked. */
  readonly isDone: boolean;
}

/** What an import will do or did: rows, records, money, what was refused and what was settled. */
export function ReportView({ report, isDone }: ReportViewProps) {
  const { t } = useImportWords();
  return (
    <Stack gap="lg">
      <Section title={isDone ? t('imports.resultDone') : t('imports.result')}>
        <Counts report={report} isDone={isDone} />
      </Section>
      {report.totals.length > 0 && <Totals report={report} />}
      <Refused report={report} />
      {report.findings.length > 0 && <Settled report={report} />}
    </Stack>
  );
}

const grouped = (count: number) => count.toLocaleString('en-GB');

function Counts({ report, isDone }: ReportViewProps) {
  const { t } = useImportWords();
  const { created, changed } = report;
  const rows: [string, number][] = [
    [t('imports.read'), report.rowsRead],
    [isDone ? t('imports.importedDone') : t('imports.imported'), report.rowsImported],
    [t('imports.unchanged'), report.rowsUnchanged],
    [t('imports.refused'), report.rowsRefused],
  ];
  const records: [string, number][] = [
    [t('imports.newCustomers'), created.customers],
    [t('imports.newProducts'), created.products],
    [t('imports.newReceipts'), created.receipts],
    [t('imports.newLines'), created.lines],
    [t('imports.newItems'), created.items],
    [t('imports.changedCustomers'), changed.customers],
    [t('imports.changedProducts'), changed.products],
    [t('imports.changedReceipts'), changed.receipts],
  ];
  return (
    <Stack gap="md">
      <div className={classes.counts}>
        {rows.map(([label, count]) => (
          <div key={label} className={classes.count}>
            <div className={classes.figure}>{grouped(count)}</div>
            <Text size="sm" c="dimmed">
              {label}
            </Text>
          </div>
        ))}
      </div>
      <Text>
        {records
          .filter(([, count]) => count > 0)
          .map(([label, count]) => `${label} ${grouped(count)}`)
          .join(' · ')}
      </Text>
    </Stack>
  );
}

function Totals({ report }: { readonly report: ImportReport }) {
  const { t, language } = useImportWords();
  return (
    <Section title={t('imports.totals')}>
      <Table className={classes.numbers}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('imports.receipts')}</Table.Th>
            <Table.Th ta="right">{t('imports.sold')}</Table.Th>
            <Table.Th ta="right">{t('imports.givenBack')}</Table.Th>
            <Table.Th ta="right">{t('imports.net')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {report.totals.map(({ currency, receipts, soldMinor, givenBackMinor, netMinor }) => (
            <Table.Tr key={currency}>
              <Table.Td>{grouped(receipts)}</Table.Td>
              {[soldMinor, givenBackMinor, netMinor].map((minor, column) => (
                <Table.Td key={['sold', 'back', 'net'][column]} ta="right">
                  {formatMoney({ minor, currency }, language)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}

function Refused({ report }: { readonly report: ImportReport }) {
  const { t, reason } = useImportWords();
  if (report.refusals.length === 0) {
    return (
      <Section title={t('imports.refusedTitle')}>
        <Text>{t('imports.noneRefused')}</Text>
      </Section>
    );
  }
  return (
    <Section title={t('imports.refusedTitle')}>
      <Table className={classes.numbers}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('common.reason')}</Table.Th>
            <Table.Th ta="right">{t('imports.rows')}</Table.Th>
            <Table.Th>{t('imports.lines')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {report.refusals.map(({ code, field, rows, lines }) => (
            <Table.Tr key={`${code}-${field}`}>
              <Table.Td>{reason(code, field)}</Table.Td>
              <Table.Td ta="right">{grouped(rows)}</Table.Td>
              <Table.Td>{lines.map(grouped).join(', ')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}

function Settled({ report }: { readonly report: ImportReport }) {
  const { t, finding } = useImportWords();
  return (
    <Section title={t('imports.settled')}>
      <List spacing="xs">
        {report.findings.map(({ code, count, examples }) => (
          <List.Item key={code}>
            <strong>{grouped(count)}</strong> — {finding(code)}
            {examples.length > 0 && (
              <Text span c="dimmed" inherit>
                {' '}
                {t('imports.forExample', { examples: examples.join(', ') })}
              </Text>
            )}
          </List.Item>
        ))}
      </List>
    </Section>
  );
}
