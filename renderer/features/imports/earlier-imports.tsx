import { Badge, Button, Group, Table, Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import { formatInstant } from '@shared/domain/dates';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import { useImportWords } from './import-words';
import classes from './imports.module.css';

type Imported = Output<'imports.list'>[number];

interface EarlierImportsProps {
  readonly onShow: (importId: string) => void;
  readonly onUndo: (importId: string) => void;
}

/** What was imported before; each can be looked at and taken back. */
export function EarlierImports({ onShow, onUndo }: EarlierImportsProps) {
  const { t } = useImportWords();
  const list = useAsk('imports.list', {}, ['imports']);
  return (
    <Section title={t('imports.earlier')}>
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      {list.data?.length === 0 && <EmptyState title={t('imports.none')} hint={t('imports.noneHint')} />}
      {list.data && list.data.length > 0 && (
        <Table className={classes.numbers} verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('imports.file')}</Table.Th>
              <Table.Th>{t('imports.when')}</Table.Th>
              <Table.Th ta="right">{t('imports.importedDone')}</Table.Th>
              <Table.Th ta="right">{t('imports.unchanged')}</Table.Th>
              <Table.Th ta="right">{t('imports.refused')}</Table.Th>
              <Table.Th>{t('common.status')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {list.data.map((row) => (
              <ImportedRow key={row.id} row={row} onShow={onShow} onUndo={onUndo} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  );
}

function ImportedRow({ row, onShow, onUndo }: EarlierImportsProps & { readonly row: Imported }) {
  const { t, language } = useImportWords();
  const { shop } = useCounter();
  const when = (at: number) => formatInstant(at, language, shop.timeZone);
  return (
    <Table.Tr>
      <Table.Td>
        <Text fw={600} lineClamp={2}>
          {row.fileName}
        </Text>
        <Text size="sm" c="dimmed">
          {t(`imports.kind.${row.kind}`)}
        </Text>
      </Table.Td>
      <Table.Td>
        {when(row.finishedAt)}
        <Text size="sm" c="dimmed">
          {row.staffName}
        </Text>
      </Table.Td>
      {[row.rowsImported, row.rowsUnchanged, row.rowsRefused].map((count, column) => (
        <Table.Td key={['imported', 'unchanged', 'refused'][column]} ta="right">
          {count.toLocaleString('en-GB')}
        </Table.Td>
      ))}
      <Table.Td>
        <Group gap="xs" wrap="nowrap">
          {row.undoneAt !== null && (
            <Badge color="gray">{t('imports.undoneOn', { when: when(row.undoneAt) })}</Badge>
          )}
          <Button
            variant="subtle"
            onClick={() => onShow(row.id)}
            aria-label={`${t('imports.report')}: ${row.fileName}`}
          >
            {t('imports.report')}
          </Button>
          {row.undoneAt === null && (
            <Button
              variant="default"
              onClick={() => onUndo(row.id)}
              aria-label={`${t('imports.undo')}: ${row.fileName}`}
            >
              {t('imports.undo')}
            </Button>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
