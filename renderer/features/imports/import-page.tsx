import type { ImportInspection, ImportUndoReport } from '@shared/contract/imports';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { Dialog } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';
import { Page } from '../../ui/page';
import { ProgressPanel } from '../../ui/progress-panel';
import { toast } from '../../ui/toast';
import { ChooseFile } from './choose-file';
import { EarlierImports } from './earlier-imports';
import { ImportWizard } from './import-wizard';
import { useImportWords } from './import-words';
import { ReportView } from './report-view';
import { UndoResult } from './undo-result';
import { useRunning } from './use-running';

/** Moving in: other systems' files become customers, products and purchases; each import can be taken back. */
export function ImportPage() {
  const { t, step } = useImportWords();
  const [opened, setOpened] = useState<ImportInspection | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const [undone, setUndone] = useState<ImportUndoReport | null>(null);
  const undo = useRunning('imports.undo', () => toast(t('imports.undoStopped')));
  const takeBack = async (importId: string) => {
    const report = await undo.start({ importId });
    if (!report) return;
    setOpened(null);
    setUndone(report);
  };
  return (
    <Page title={t('imports.title')} subtitle={opened ? opened.fileName : t('imports.lead')}>
      <ErrorNotice error={undo.error} />
      {undo.running && (
        <ProgressPanel
          step={undo.running.progress ? step(undo.running.progress.step) : t('imports.undoing')}
          progress={undo.running.progress}
          startedAt={undo.running.startedAt}
          onCancel={undo.cancel}
        />
      )}
      {opened ? (
        <ImportWizard
          key={opened.token}
          opened={opened}
          onOtherFile={() => setOpened(null)}
          onUndo={(importId) => void takeBack(importId)}
        />
      ) : (
        <>
          <ChooseFile onOpened={setOpened} />
          <EarlierImports onShow={setShown} onUndo={(importId) => void takeBack(importId)} />
        </>
      )}
      <EarlierReport importId={shown} onClose={() => setShown(null)} />
      <UndoResult report={undone} onClose={() => setUndone(null)} />
    </Page>
  );
}

function EarlierReport({
  importId,
  onClose,
}: {
  readonly importId: string | null;
  readonly onClose: () => void;
}) {
  const { t } = useImportWords();
  const found = useAsk('imports.get', { importId: importId ?? '' }, ['imports'], {
    enabled: importId !== null,
  });
  if (importId === null) return null;
  return (
    <Dialog isOpen size={880} onClose={onClose} title={found.data?.fileName ?? t('imports.report')}>
      <ErrorNotice error={found.error} />
      {found.data && <ReportView report={found.data.report} isDone />}
    </Dialog>
  );
}
