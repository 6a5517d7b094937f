import { Button, Group, Table, Text, VisuallyHidden } from '@mantine/core';
import { formatInstant } from '@shared/domain/dates';
import { formatBytes } from '@shared/domain/sizes';
import { useState } from 'react';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { useAction } from '../../lib/use-action';
import { BackupProgress } from '../../ui/backup-progress';
import { ErrorNotice } from '../../ui/error-notice';
import { toast } from '../../ui/toast';
import classes from './backups.module.css';
import type { ListedPlace } from './listed-place';

interface CopiesProps {
  readonly place: ListedPlace;
  readonly isManager: boolean;
  readonly onRestore: (folder: string) => void;
}

const firstShown = 3;

/** The copies of one place, newest first; each can be checked again or restored. */
export function Copies({ place, isManager, onRestore }: CopiesProps) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const verify = useAction('backups.verify');
  const shown = isOpen ? place.copies : place.copies.slice(0, firstShown);
  const check = async (folder: string) => {
    if (await verify.start({ folder })) toast(t('backups.verified'));
  };
  if (place.copies.length === 0)
    return (
      <Text c="dimmed" size="sm" mt="xs">
        {t('backups.copiesEmpty')}
      </Text>
    );
  return (
    <div className={classes.copies}>
      {verify.startedAt !== null && (
        <BackupProgress progress={verify.progress} startedAt={verify.startedAt} onCancel={verify.cancel} />
      )}
      <ErrorNotice error={verify.error} />
      <Table aria-label={`${place.label}: ${t('backups.copies')}`} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('backups.copyMade')}</Table.Th>
            <Table.Th>{t('backups.copySize')}</Table.Th>
            <Table.Th>{t('backups.copyHolds')}</Table.Th>
            <Table.Th>{t('backups.copyState')}</Table.Th>
            {isManager && (
              <Table.Th>
                <VisuallyHidden>{t('backups.restore')}</VisuallyHidden>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((copy) => (
            <Copy
              key={copy.id}
              copy={copy}
              isManager={isManager}
              isBusy={verify.startedAt !== null}
              onCheck={() => void check(copy.folder)}
              onRestore={() => onRestore(copy.folder)}
            />
          ))}
        </Table.Tbody>
      </Table>
      {place.copies.length > firstShown && (
        <Button
          variant="subtle"
          c="var(--accent-text)"
          onClick={() => setOpen(!isOpen)}
          aria-expanded={isOpen}
        >
          {isOpen ? t('common.less') : `${t('common.more')} (${place.copies.length - firstShown})`}
        </Button>
      )}
    </div>
  );
}

interface CopyProps {
  readonly copy: ListedPlace['copies'][number];
  readonly isManager: boolean;
  readonly isBusy: boolean;
  readonly onCheck: () => void;
  readonly onRestore: () => void;
}

function Copy({ copy, isManager, isBusy, onCheck, onRestore }: CopyProps) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const number = (table: string) => (copy.counts[table] ?? 0).toLocaleString('en-GB');
  const at = formatInstant(copy.madeAt, language, shop.timeZone);
  return (
    <Table.Tr>
      <Table.Td>{at}</Table.Td>
      <Table.Td>{formatBytes(copy.sizeBytes)}</Table.Td>
      <Table.Td>{t('backups.holds', { customers: number('customers'), sales: number('sales') })}</Table.Td>
      <Table.Td>
        <CopyState copy={copy} />
      </Table.Td>
      {isManager && (
        <Table.Td>
          <Group gap="xs" justify="flex-end" wrap="nowrap">
            <Button
              variant="subtle"
              c="var(--accent-text)"
              disabled={isBusy}
              onClick={onCheck}
              aria-label={`${t('backups.verify')}: ${at}`}
            >
              {t('backups.verify')}
            </Button>
            <Button
              variant="subtle"
              c="var(--accent-text)"
              disabled={isBusy}
              onClick={onRestore}
              aria-label={`${t('backups.restore')} ${at}`}
            >
              {t('backups.restore')}
            </Button>
          </Group>
        </Table.Td>
      )}
    </Table.Tr>
  );
}

function CopyState({ copy }: Pick<CopyProps, 'copy'>) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  if (!copy.isSound)
    return (
      <Text size="sm" c="var(--danger-text)">
        {t('backups.state.damaged')}
      </Text>
    );
  if (!copy.isKnown)
    return (
      <Text size="sm" c="dimmed">
        {t('backups.state.unknown')}
      </Text>
    );
  return (
    <Text size="sm">
      {copy.checkedAt === null
        ? t('backups.state.proved')
        : t('backups.state.checkedAt', { at: formatInstant(copy.checkedAt, language, shop.timeZone) })}
    </Text>
  );
}
