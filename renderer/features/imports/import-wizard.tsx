import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { ImportInspection, ImportReport } from '@shared/contract/imports';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { ErrorNotice } from '../../ui/error-notice';
import { ProgressPanel } from '../../ui/progress-panel';
import { toast, toastError } from '../../ui/toast';
import { ColumnMapping, missingFields } from './column-mapping';
import { FileSeen } from './file-seen';
import { useImportWords } from './import-words';
import classes from './imports.module.css';
import { ReadOptions } from './read-options';
import { ReportView } from './report-view';
import { useRunning } from './use-running';

interface ImportWizardProps {
  readonly opened: ImportInspection;
  readonly onOtherFile: () => void;
  readonly onUndo: (importId: string) => void;
}

/** One opened file, from what we see in it to the import that is done. Nothing changes before "Import now". */
export function ImportWizard({ opened, onOtherFile, onUndo }: ImportWizardProps) {
  const { t, step } = useImportWords();
  const [inspection, setInspection] = useState(opened);
  const [mapping, setMapping] = useState(opened.mapping);
  const [options, setOptions] = useState(opened.options);
  const [checked, setChecked] = useState<ImportReport | null>(null);
  const [done, setDone] = useState<{ importId: string; report: ImportReport } | null>(null);
  const dryRun = useRunning('imports.dryRun', () => toast(t('imports.stopped')));
  const run = useRunning('imports.run', () => toast(t('imports.stopped')));
  const plan = { token: inspection.token, mapping, options };
  const work = dryRun.running ?? run.running;

  const seenAgain = (next: ImportInspection) => {
    setInspection(next);
    setMapping(next.mapping);
    setOptions(next.options);
  };
  const check = async () => setChecked(await dryRun.start(plan));
  const doImport = async () => setDone(await run.start(plan));

  if (work) {
    return (
      <ProgressPanel
        step={step(work.progress?.step)}
        progress={work.progress}
        startedAt={work.startedAt}
        onCancel={dryRun.running ? dryRun.cancel : run.cancel}
      />
    );
  }
  if (done) {
    return (
      <Stack gap="lg">
        <Alert
          color="accent"
          variant="outline"
          icon={<IconCircleCheck aria-hidden />}
          title={t('imports.done')}
          role="status"
        >
          {t('imports.doneHint')}
        </Alert>
        <ReportView report={done.report} isDone />
        <Group className={classes.actions}>
          <Button onClick={onOtherFile}>{t('imports.again')}</Button>
          <SaveRefused token={inspection.token} report={done.report} />
          <Button variant="default" onClick={() => onUndo(done.importId)}>
            {t('imports.undo')}
          </Button>
        </Group>
      </Stack>
    );
  }
  if (checked) {
    return (
      <Stack gap="lg">
        <ReportView report={checked} isDone={false} />
        <ErrorNotice error={run.error} />
        <Group className={classes.actions}>
          {checked.rowsImported === 0 ? (
            <Text>{t('imports.nothing')}</Text>
          ) : (
            <Button onClick={() => void doImport()}>{t('imports.run')}</Button>
          )}
          <SaveRefused token={inspection.token} report={checked} />
          <Button variant="default" onClick={() => setChecked(null)}>
            {t('common.back')}
          </Button>
        </Group>
      </Stack>
    );
  }
  return (
    <Stack gap="lg">
      <FileSeen inspection={inspection} onChanged={seenAgain} />
      <ColumnMapping inspection={inspection} mapping={mapping} onChange={setMapping} />
      <ReadOptions kind={inspection.kind} options={options} onChange={setOptions} />
      <ErrorNotice error={dryRun.error} />
      <Group className={classes.actions}>
        <Button variant="default" onClick={onOtherFile}>
          {t('imports.otherFile')}
        </Button>
        <Button disabled={missingFields(inspection.kind, mapping).length > 0} onClick={() => void check()}>
          {t('imports.check')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('imports.checkHint')}
        </Text>
      </Group>
    </Stack>
  );
}

/** Saves what was refused, to be corrected and fed back. */
function SaveRefused({ token, report }: { readonly token: string; readonly report: ImportReport }) {
  const { t, language } = useImportWords();
  const save = useTell('imports.saveRefused');
  if (report.rowsRefused === 0) return null;
  const doSave = async () => {
    try {
      const saved = await save.mutateAsync({ token, language });
      if (saved) toast(t('imports.savedRefused', { count: saved.rows }));
    } catch (error) {
      toastError(error);
    }
  };
  return (
    <Button
      variant="default"
      loading={save.isPending}
      title={t('imports.refusedHint')}
      onClick={() => void doSave()}
    >
      {t('imports.saveRefused')}
    </Button>
  );
}
