import { Button, Group, Stack, Text } from '@mantine/core';
import type { BackupSummary } from '@shared/contract/backups';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { useAction } from '../../lib/use-action';
import { BackupProgress } from '../../ui/backup-progress';
import { Dialog } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';
import { ChooseBackup } from './choose-backup';
import { tellRestored } from './tell-restored';
import { WhatIsInIt, WhatIsLost } from './what-is-lost';

interface RestoreDialogProps {
  /** The backup chosen in the list; null where one is chosen here. */
  readonly folder: string | null;
  readonly onClose: () => void;
}

/** Choose, see what is in it and what would be lost, restore. The current records are kept; the counter locks. */
export function RestoreDialog({ folder, onClose }: RestoreDialogProps) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<BackupSummary | null>(null);
  const backupFolder = folder ?? chosen?.folder ?? null;
  const inspected = useAsk(
    'restore.inspect',
    { folder: backupFolder ?? '-' },
    ['customers', 'sales', 'backups'],
    {
      enabled: backupFolder !== null,
    },
  );
  const restore = useAction('restore.run');
  const isRunning = restore.startedAt !== null;
  const { data } = inspected;
  return (
    <Dialog title={t('backups.wizard.title')} isOpen onClose={isRunning ? () => {} : onClose} size={720}>
      <Stack>
        {folder === null && !isRunning && <ChooseBackup chosen={chosen} onChoose={setChosen} />}
        {data && <WhatIsInIt backup={data.backup} />}
        {data && !data.isThisShop && (
          <Text c="var(--danger-text)">{t('backups.wizard.otherShop', { name: data.backup.shopName })}</Text>
        )}
        {data?.lost && <WhatIsLost lost={data.lost} />}
        {data?.isThisShop && (
          <Text c="dimmed">
            {t('backups.wizard.keeps')} {t('backups.wizard.locks')}
          </Text>
        )}
        {restore.startedAt !== null && (
          <BackupProgress
            progress={restore.progress}
            startedAt={restore.startedAt}
            onCancel={restore.cancel}
          />
        )}
        <ErrorNotice error={restore.error ?? inspected.error} />
        {!isRunning && (
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button
              disabled={!data?.isThisShop || backupFolder === null}
              onClick={() =>
                backupFolder &&
                void restore.start({ folder: backupFolder }).then((result) => tellRestored(t, result))
              }
            >
              {t('backups.wizard.run')}
            </Button>
          </Group>
        )}
      </Stack>
    </Dialog>
  );
}
