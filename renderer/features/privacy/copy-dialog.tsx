import { Button, Checkbox, Group, Skeleton, Stack, Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import type { PrivacyRequest } from '@shared/contract/privacy';
import { tableInWords } from '@shared/words/personal-data-names';
import { IconFileCode, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { useAction } from '../../lib/use-action';
import { Dialog } from '../../ui/dialog';
import { DocumentPreview } from '../../ui/document-preview';
import { ErrorNotice } from '../../ui/error-notice';
import { ProgressPanel } from '../../ui/progress-panel';
import { toast } from '../../ui/toast';
import { RowCounts } from './row-counts';

interface CopyDialogProps {
  readonly request: PrivacyRequest;
  readonly onClose: () => void;
}

type Flagged = Output<'privacy.copyPreview'>['flagged'][number];

/** The copy before it is made: what is held, and what in it may be about somebody else. */
export function CopyDialog({ request, onClose }: CopyDialogProps) {
  const { t } = useWords();
  const preview = useAsk('privacy.copyPreview', { requestId: request.id }, ['privacy', 'customers']);
  const [documentId, setDocumentId] = useState<string | null>(null);
  const closePaper = () => setDocumentId(null);
  return (
    // Escape reaches every dialog that is open: the one on top goes first.
    <Dialog
      title={t('privacy.copy.title', { number: request.number })}
      isOpen
      onClose={documentId === null ? onClose : closePaper}
      size={720}
    >
      <ErrorNotice error={preview.error} onRetry={() => void preview.refetch()} />
      {!preview.data && !preview.error && <Skeleton height={200} />}
      {preview.data && <Making request={request} {...preview.data} onPaper={setDocumentId} />}
      <DocumentPreview documentId={documentId} onClose={closePaper} />
    </Dialog>
  );
}

interface MakingProps extends Output<'privacy.copyPreview'> {
  readonly request: PrivacyRequest;
  readonly onPaper: (documentId: string) => void;
}

function Making({ request, held, flagged, onPaper }: MakingProps) {
  const { t } = useWords();
  const paper = useAction('privacy.makeCopy');
  const file = useAction('privacy.saveCopy');
  const [left, setLeft] = useState<readonly string[]>(
    flagged.filter(({ why }) => why === 'names-another').map(({ rowId }) => rowId),
  );
  const input = { requestId: request.id, leaveOut: [...left] };
  const running = paper.startedAt !== null ? paper : file.startedAt !== null ? file : null;
  const print = async () => {
    const made = await paper.start(input);
    if (made) onPaper(made.documentId);
  };
  const save = async () => {
    const made = await file.start(input);
    if (made?.file) toast(`${t('privacy.copy.saved')}. ${t('privacy.copy.fileWarning')}`);
  };
  return (
    <Stack gap="md">
      <RowCounts title={t('privacy.copy.held')} rows={held} />
      <div>
        <Text fw={600}>{t('privacy.copy.flagged')}</Text>
        <Text size="sm" c="dimmed" mb="xs">
          {flagged.length > 0 ? t('privacy.copy.flaggedHint') : t('privacy.copy.none')}
        </Text>
        <Stack gap="sm">
          {flagged.map((row) => (
            <FlaggedRow
              key={row.rowId}
              row={row}
              isLeftOut={left.includes(row.rowId)}
              onChange={(isLeftOut) =>
                setLeft(isLeftOut ? [...left, row.rowId] : left.filter((id) => id !== row.rowId))
              }
            />
          ))}
        </Stack>
      </div>
      <ErrorNotice error={paper.error ?? file.error} />
      {running?.startedAt != null ? (
        <ProgressPanel
          step={t('privacy.copy.reading')}
          progress={running.progress}
          startedAt={running.startedAt}
          onCancel={running.cancel}
        />
      ) : (
        <Group justify="flex-end">
          <Button
            variant="default"
            leftSection={<IconFileCode size={18} aria-hidden />}
            onClick={() => void save()}
          >
            {t('privacy.copy.json')}
          </Button>
          <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => void print()}>
            {t('privacy.copy.print')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

interface FlaggedRowProps {
  readonly row: Flagged;
  readonly isLeftOut: boolean;
  readonly onChange: (isLeftOut: boolean) => void;
}

function FlaggedRow({ row, isLeftOut, onChange }: FlaggedRowProps) {
  const { language, t } = useWords();
  return (
    <Checkbox
      checked={isLeftOut}
      onChange={(event) => onChange(event.currentTarget.checked)}
      label={`${tableInWords(row.table, language)}: ${row.text}`}
      description={t(`privacy.copy.why.${row.why}`)}
    />
  );
}
