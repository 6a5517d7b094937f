import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import type { Output } from '@shared/contract';
import { civilDateOf, formatDate, formatInstant } from '@shared/domain/dates';
import { wholeHead } from '@shared/domain/sizes';
import { IconPrinter } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useDraft } from '../../lib/drafts';
import { useWords } from '../../lib/i18n';
import { type LongAction, useAction } from '../../lib/use-action';
import { BackupProgress } from '../../ui/backup-progress';
import { BackupProofs } from '../../ui/backup-proof';
import { DocumentPreview } from '../../ui/document-preview';
import { ErrorNotice } from '../../ui/error-notice';
import { ButtonLink } from '../../ui/links';
import { Page } from '../../ui/page';
import classes from './day.module.css';
import { Happened, LeftOver } from './day-facts';
import { DayHistory } from './day-history';

type Closed = Output<'day.close'>;

/** The evening: what happened, what is left, the backup with its proof, the sheet. */
export function DayClosePage() {
  const { t, language } = useWords();
  const { staff, shop } = useCounter();
  const isManager = staff.role === 'manager';
  const today = civilDateOf(Date.now(), shop.timeZone);
  const day = useAsk('day.summary', {}, ['day', 'sales', 'needs', 'vip', 'consents', 'customers', 'views']);
  const close = useAction('day.close');
  const sheet = useTell('day.sheet');
  const [documentId, setDocumentId] = useState<string | null>(null);
  const showSheet = async (dayCloseId: string) => {
    const made = await sheet.mutateAsync({ dayCloseId }).catch(() => null);
    if (made) setDocumentId(made.documentId);
  };
  return (
    <Page title={t('day.title')} subtitle={formatDate(today, language, { weekday: true })}>
      {!isManager && <Text c="dimmed">{t('day.onlyManager')}</Text>}
      <ErrorNotice error={day.error} onRetry={() => void day.refetch()} />
      {day.data && (
        <div className={classes.page}>
          <Step number={1} title={t('day.happened')}>
            <Happened summary={day.data.summary} />
          </Step>
          <Step number={2} title={t('day.unfinished')}>
            <LeftOver unfinished={day.data.unfinished} />
          </Step>
          {isManager && (
            <div className={classes.wide}>
              <Step number={3} title={t('day.backup')}>
                <CloseTheDay close={close} closedAt={day.data.closedAt} />
              </Step>
            </div>
          )}
          {close.result && (
            <div className={classes.wide}>
              <Step number={4} title={t('day.sheetStep')}>
                <Sheet
                  closed={close.result}
                  isPreparing={sheet.isPending}
                  onShow={() => close.result && void showSheet(close.result.dayCloseId)}
                />
              </Step>
            </div>
          )}
        </div>
      )}
      <ErrorNotice error={sheet.error} />
      <DayHistory canPrint={isManager} onShow={(id) => void showSheet(id)} />
      <DocumentPreview documentId={documentId} onClose={() => setDocumentId(null)} />
    </Page>
  );
}

interface StepProps {
  readonly number: number;
  readonly title: string;
  readonly children: ReactNode;
}

function Step({ number, title, children }: StepProps) {
  return (
    <section aria-label={title}>
      <Title order={2} fz={19} mb="sm" className={classes.title}>
        <span className={classes.step} aria-hidden>
          {number}
        </span>
        {title}
      </Title>
      {children}
    </section>
  );
}

interface CloseProps {
  readonly close: LongAction<'day.close'>;
  readonly closedAt: number | null;
}

function CloseTheDay({ close, closedAt }: CloseProps) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const places = useAsk('backups.places', {}, ['backups']);
  const { startedAt, result } = close;
  const labels = (places.data ?? []).map(({ label }) => label);
  if (startedAt !== null)
    return (
      <BackupProgress
        progress={close.progress}
        startedAt={startedAt}
        places={labels}
        onCancel={close.cancel}
      />
    );
  if (result) return <Proof closed={result} />;
  return (
    <Stack gap="sm">
      {closedAt !== null && (
        <Text>{t('day.already', { time: formatInstant(closedAt, language, shop.timeZone) })}</Text>
      )}
      <Text c="dimmed">{t('day.runWhy')}</Text>
      {places.data?.length === 0 ? (
        <Group>
          <ButtonLink to="/backups">{t('backups.addPlace')}</ButtonLink>
          <Text c="var(--warning-text)">{t('backups.health.no-places')}</Text>
        </Group>
      ) : (
        <Ready close={close} isAgain={closedAt !== null} canStart={labels.length > 0} />
      )}
    </Stack>
  );
}

interface ReadyProps {
  readonly close: LongAction<'day.close'>;
  readonly isAgain: boolean;
  readonly canStart: boolean;
}

function Ready({ close, isAgain, canStart }: ReadyProps) {
  const { t } = useWords();
  const { shop } = useCounter();
  const today = civilDateOf(Date.now(), shop.timeZone);
  const draft = useDraft<{ note: string }>('day.close', today, { note: '' });
  const [typed, setTyped] = useState<string | null>(null);
  const note = typed ?? draft.start?.note ?? '';
  const type = (text: string) => {
    setTyped(text);
    draft.keep({ note: text });
  };
  const start = async () => {
    const closed = await close.start({ note: note.trim() || null });
    if (closed) draft.clear();
  };
  return (
    <>
      <Textarea
        label={t('day.noteLabel')}
        value={note}
        maxLength={1000}
        minRows={1}
        maw={720}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <ErrorNotice error={close.error} />
      <Group>
        <Button disabled={!canStart} onClick={() => void start()}>
          {t(isAgain ? 'day.runAgain' : 'day.run')}
        </Button>
      </Group>
    </>
  );
}

/** The calm proof; focused when it comes, so that it is read out. */
function Proof({ closed }: { readonly closed: Closed }) {
  const { t } = useWords();
  const heading = useRef<HTMLDivElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const isWhole = closed.results.every(({ outcome }) => outcome === 'verified');
  return (
    <Stack gap="xs">
      <div ref={heading} tabIndex={-1} role="status">
        <Text fw={600} fz={19} c={isWhole ? 'var(--accent-text)' : 'var(--danger-text)'}>
          {t(isWhole ? 'day.done' : 'day.partly')}
        </Text>
        <Text c="dimmed">{t(isWhole ? 'day.doneWhy' : 'day.partlyWhy')}</Text>
      </div>
      <BackupProofs results={closed.results} />
      {!isWhole && (
        <Group>
          <ButtonLink to="/backups" variant="default">
            {t('backups.health.mend')}
          </ButtonLink>
        </Group>
      )}
    </Stack>
  );
}

interface SheetProps {
  readonly closed: Closed;
  readonly isPreparing: boolean;
  readonly onShow: () => void;
}

function Sheet({ closed, isPreparing, onShow }: SheetProps) {
  const { t } = useWords();
  return (
    <Group justify="space-between" align="flex-end">
      <div>
        <Text c="dimmed">
          {t('day.log')} · {t('day.logCount', { count: closed.logCount })}
        </Text>
        {wholeHead(closed.logHead).map((line) => (
          <Text key={line} className={classes.head}>
            {line}
          </Text>
        ))}
      </div>
      <Button leftSection={<IconPrinter size={18} aria-hidden />} loading={isPreparing} onClick={onShow}>
        {t('day.showSheet')}
      </Button>
    </Group>
  );
}
