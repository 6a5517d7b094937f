import { Button, Group, Modal, Stack } from '@mantine/core';
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useAsk, useTell } from '../lib/ask';
import { useWords } from '../lib/i18n';
import { InertBehind } from './dialog';
import classes from './document-preview.module.css';
import { ErrorNotice } from './error-notice';
import { toast } from './toast';

interface DocumentPreviewProps {
  /** What a feature's action returned; null while nothing is to be shown. */
  readonly documentId: string | null;
  readonly onClose: () => void;
}

/** The page as it will be printed, before it is: print, save as PDF, or close. */
export function DocumentPreview({ documentId, onClose }: DocumentPreviewProps) {
  const { t } = useWords();
  const about = useAsk('documents.describe', { documentId: documentId ?? '' }, [], {
    enabled: documentId !== null,
  });
  const print = useTell('documents.print');
  const savePdf = useTell('documents.savePdf');
  if (!documentId) return null;
  const isWaiting = print.isPending || savePdf.isPending;

  const doPrint = async () => {
    const { outcome } = await print.mutateAsync({ documentId });
    if (outcome === 'printed') toast(t('documents.printed'));
  };
  const doSave = async () => {
    const { file } = await savePdf.mutateAsync({ documentId });
    if (file) toast(t('documents.savedTo'));
  };

  return (
    <Modal
      opened
      onClose={onClose}
      size="auto"
      title={about.data?.title ?? t('documents.preview')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <InertBehind />
      <Stack>
        <iframe
          className={classes.sheet}
          title={about.data?.title ?? t('documents.preview')}
          src={`app://vitrine/documents/${documentId}`}
          sandbox=""
          data-narrow={about.data && about.data.widthMm < 100 ? '' : undefined}
        />
        <ErrorNotice error={about.error ?? print.error ?? savePdf.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.close')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconFileTypePdf size={18} aria-hidden />}
            disabled={isWaiting}
            onClick={() => void doSave().catch(() => {})}
          >
            {t('common.savePdf')}
          </Button>
          <Button
            data-autofocus
            leftSection={<IconPrinter size={18} aria-hidden />}
            disabled={isWaiting}
            onClick={() => void doPrint().catch(() => {})}
          >
            {t('common.print')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
