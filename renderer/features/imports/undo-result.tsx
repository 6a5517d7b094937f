import { List, Stack, Text } from '@mantine/core';
import type { ImportUndoReport } from '@shared/contract/imports';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';

interface UndoResultProps {
  readonly report: ImportUndoReport | null;
  readonly onClose: () => void;
}

/** What was taken back, and what stays and why. */
export function UndoResult({ report, onClose }: UndoResultProps) {
  const { t } = useWords();
  if (!report) return null;
  return (
    <Dialog isOpen onClose={onClose} title={t('imports.undoneTitle')}>
      <Stack>
        <Text>{t('imports.removed', report.removed)}</Text>
        {report.restored > 0 && <Text>{t('imports.restored', { count: report.restored })}</Text>}
        {report.keptCount > 0 && <Text>{t('imports.kept', { count: report.keptCount })}</Text>}
        <List spacing="xs">
          {report.kept.map(({ id, kind, label, reason }) => (
            <List.Item key={id}>
              {t(`imports.keptKind.${kind}`)} {label}: {t(`imports.keptReason.${reason}`)}
            </List.Item>
          ))}
        </List>
      </Stack>
    </Dialog>
  );
}
