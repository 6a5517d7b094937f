import { Alert, Button, Group, Loader, Text } from '@mantine/core';
import { IconCircleCheck, IconDeviceFloppy, IconPrinter } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { RecoveryKeyField } from '../../ui/recovery-key-field';
import type { StepProps } from './answers';
import classes from './setup.module.css';

/** The recovery sheet: preview, print, PDF, and typed back to prove that it was kept. */
export function SheetStep({ answers, onChange }: StepProps) {
  const { t, language } = useWords();
  const { name, chineseName } = answers;
  const begin = useTell('setup.begin');
  const prove = useTell('setup.proveSheet');
  const { mutate } = begin;
  useEffect(() => mutate({ name, chineseName, language }), [mutate, name, chineseName, language]);

  const check = () =>
    prove.mutate({ typed: answers.typedKey }, { onSuccess: () => onChange({ isProved: true }) });
  return (
    <>
      <ErrorNotice error={begin.error} />
      {begin.data ? (
        <iframe
          className={classes.sheet}
          title={t('setup.sheetPreview')}
          src={`app://vitrine/documents/${begin.data.documentId}`}
          sandbox=""
        />
      ) : (
        <Loader />
      )}
      <Outputs />
      <RecoveryKeyField
        label={t('setup.sheetTyped')}
        description={t('setup.sheetTypedHint')}
        value={answers.typedKey}
        onChange={(typedKey) => onChange({ typedKey, isProved: false })}
      />
      <ErrorNotice error={prove.error} />
      {answers.isProved ? (
        <Alert icon={<IconCircleCheck aria-hidden />} variant="outline" role="status">
          <Text c="var(--accent-text)">{t('setup.sheetProved')}</Text>
        </Alert>
      ) : (
        <Group>
          <Button
            variant="light"
            onClick={check}
            disabled={answers.typedKey.trim() === ''}
            loading={prove.isPending}
          >
            {t('setup.sheetCheck')}
          </Button>
        </Group>
      )}
    </>
  );
}

/** Print and PDF, each saying what came of it. */
function Outputs() {
  const { t } = useWords();
  const [note, setNote] = useState<string | null>(null);
  const print = useTell('setup.printSheet');
  const save = useTell('setup.saveSheet');
  const onPrint = () =>
    print.mutate(
      {},
      {
        onSuccess: (outcome) => {
          if (outcome === 'printed') setNote(t('setup.sheetPrinted'));
          if (outcome === 'no-printer') setNote(t('setup.sheetNoPrinter'));
        },
      },
    );
  const onSave = () =>
    save.mutate({}, { onSuccess: (wasSaved) => wasSaved && setNote(t('setup.sheetSaved')) });
  return (
    <>
      <Group>
        <Button
          leftSection={<IconPrinter size={18} aria-hidden />}
          onClick={onPrint}
          loading={print.isPending}
        >
          {t('common.print')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconDeviceFloppy size={18} aria-hidden />}
          onClick={onSave}
          loading={save.isPending}
        >
          {t('common.savePdf')}
        </Button>
        <Text role="status" size="sm" c="dimmed" flex={1}>
          {note}
        </Text>
      </Group>
      <ErrorNotice error={print.error ?? save.error} />
    </>
  );
}
