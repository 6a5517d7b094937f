import { Button, Group, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import type { BackupSummary } from '@shared/contract/backups';
import { formatInstant } from '@shared/domain/dates';
import { formatBytes } from '@shared/domain/sizes';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import classes from './backups.module.css';

interface ChooseBackupProps {
  readonly chosen: BackupSummary | null;
  readonly onChoose: (backup: BackupSummary | null) => void;
}

/** A folder, and the backups found in it. Used before any shop is open, too. */
export function ChooseBackup({ chosen, onChoose }: ChooseBackupProps) {
  const { t } = useWords();
  const [folder, setFolder] = useState('');
  const choose = useTell('restore.chooseFolder');
  const list = useTell('restore.list');
  const look = async (path: string) => {
    onChoose(null);
    const found = await list.mutateAsync({ folder: path }).catch(() => null);
    onChoose(found?.[0] ?? null);
  };
  const chooseFolder = async () => {
    const path = await choose.mutateAsync({}).catch(() => null);
    if (!path) return;
    setFolder(path);
    await look(path);
  };
  return (
    <Stack>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void look(folder);
        }}
      >
        <Group align="flex-end" wrap="nowrap">
          <Button onClick={() => void chooseFolder()}>{t('backups.wizard.chooseFolder')}</Button>
          <TextInput
            flex={1}
            label={t('backups.wizard.folder')}
            value={folder}
            onChange={(event) => setFolder(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={folder.trim() === ''} loading={list.isPending}>
            {t('backups.wizard.look')}
          </Button>
        </Group>
      </form>
      <ErrorNotice error={choose.error ?? list.error} />
      {list.data?.length === 0 && <Text role="status">{t('backups.wizard.none')}</Text>}
      {list.data && list.data.length > 0 && (
        <Stack gap="xs" role="group" aria-label={t('backups.wizard.choose')}>
          {list.data.map((backup) => (
            <Choice
              key={backup.folder}
              backup={backup}
              isChosen={chosen?.folder === backup.folder}
              onChoose={() => onChoose(backup)}
            />
          ))}
        </Stack>
      )}
    </Stack>
  );
}

interface ChoiceProps {
  readonly backup: BackupSummary;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Choice({ backup, isChosen, onChoose }: ChoiceProps) {
  const { t, language } = useWords();
  const number = (table: string) => (backup.counts[table] ?? 0).toLocaleString('en-GB');
  return (
    <UnstyledButton className={classes.choice} aria-pressed={isChosen} onClick={onChoose}>
      <span>
        <Text fw={600}>{t('backups.wizard.madeAt', { at: formatInstant(backup.madeAt, language) })}</Text>
        <Text size="sm" c="dimmed">
          {backup.shopName} · {t('backups.holds', { customers: number('customers'), sales: number('sales') })}
        </Text>
      </span>
      <Text size="sm" c="dimmed">
        {formatBytes(backup.sizeBytes)}
      </Text>
    </UnstyledButton>
  );
}
