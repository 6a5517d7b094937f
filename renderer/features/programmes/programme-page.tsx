import { Button, Menu, Skeleton, Text } from '@mantine/core';
import { isAllowed } from '@shared/contract/permissions';
import { IconDots, IconPrinter } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { DocumentPreview } from '../../ui/document-preview';
import { ErrorNotice } from '../../ui/error-notice';
import { TextLink } from '../../ui/links';
import { Page } from '../../ui/page';
import { Section } from '../../ui/section';
import { toast, toastError } from '../../ui/toast';
import { ActionsSection } from './actions-section';
import { CampaignsSection } from './campaigns-section';
import { CloseProgramme } from './close-programme';
import { PeopleSection } from './people-section';
import type { ProgrammeAnswer } from './programme-answer';
import { ProgrammeForm } from './programme-form';
import { useProgrammeWords } from './programme-words';
import classes from './programmes.module.css';
import { ResultSection } from './result-section';
import { StartProgramme } from './start-programme';

/** One programme: what it wants, whom it is about, what is done, what came of it. */
export function ProgrammePage() {
  const { programmeId } = useParams({ from: '/programmes/$programmeId' });
  const { t } = useWords();
  const { staff } = useCounter();
  const words = useProgrammeWords();
  const answer = useAsk('programmes.get', { programmeId }, [
    'programmes',
    'campaigns',
    'segments',
    'sales',
    'events',
    'customers',
    'staff',
  ]);
  const { data } = answer;
  if (!data)
    return (
      <Page title={t('programmes.title')}>
        <ErrorNotice error={answer.error} onRetry={() => void answer.refetch()} />
        {!answer.error && <Skeleton height={240} />}
      </Page>
    );
  const { programme, result } = data;
  return (
    <Page
      title={programme.name}
      subtitle={words.goal(programme)}
      actions={<Actions key={programme.status} answer={data} />}
    >
      <ErrorNotice error={answer.error} onRetry={() => void answer.refetch()} />
      <Text size="sm" c="dimmed">
        {[programme.number, t(`programmes.status.${programme.status}`), programme.owner.name].join(' · ')}
      </Text>
      {programme.words && <Text style={{ whiteSpace: 'pre-wrap' }}>{programme.words}</Text>}
      <Lineage answer={data} />
      {result && <ResultSection programme={programme} result={result} />}
      {programme.lesson && (
        <Section title={t('programmes.lesson')}>
          <p className={classes.lesson}>{programme.lesson}</p>
        </Section>
      )}
      <div className={classes.columns}>
        <ActionsSection answer={data} />
        <PeopleSection programme={programme} />
      </div>
      {isAllowed(staff.role, 'campaigns.read') && <CampaignsSection programme={programme} />}
    </Page>
  );
}

/** What it was copied from, with what was learned there, and what was copied from it. */
function Lineage({ answer: { predecessor, successors } }: { readonly answer: ProgrammeAnswer }) {
  const { t } = useWords();
  if (!predecessor && successors.length === 0) return null;
  return (
    <div>
      {predecessor && (
        <>
          <TextLink to="/programmes/$programmeId" params={{ programmeId: predecessor.id }}>
            {t(predecessor.lesson ? 'programmes.from' : 'programmes.fromNone', predecessor)}
          </TextLink>
          {predecessor.lesson && <p className={classes.lesson}>{predecessor.lesson}</p>}
        </>
      )}
      {successors.map((one) => (
        <Text key={one.id} size="sm">
          {t('programmes.next')}{' '}
          <TextLink to="/programmes/$programmeId" params={{ programmeId: one.id }}>
            {one.number}
          </TextLink>
        </Text>
      ))}
    </div>
  );
}

function Actions({ answer: { programme } }: { readonly answer: ProgrammeAnswer }) {
  const { t, language } = useWords();
  const { staff } = useCounter();
  const navigate = useNavigate();
  const [doing, setDoing] = useState<'edit' | 'start' | 'close' | null>(null);
  const [documentId, setDocumentId] = useState<string | null>(null);
  const print = useTell('programmes.sheet');
  const copy = useTell('programmes.copy');
  const discard = useTell('programmes.discard');
  const reopen = useTell('programmes.reopen');
  const programmeId = programme.id;
  const mayWrite = isAllowed(staff.role, 'programmes.write');
  const close = () => setDoing(null);
  const { status } = programme;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPrinter size={18} aria-hidden />}
        loading={print.isPending}
        onClick={() =>
          print.mutate(
            { programmeId, language },
            { onSuccess: (made) => setDocumentId(made.documentId), onError: toastError },
          )
        }
      >
        {t('programmes.result.print')}
      </Button>
      {mayWrite && status === 'draft' && (
        <Button onClick={() => setDoing('start')}>{t('programmes.start.do')}</Button>
      )}
      {mayWrite && status === 'running' && (
        <Button onClick={() => setDoing('close')}>{t('programmes.close.do')}</Button>
      )}
      {mayWrite && status === 'closed' && (
        <Button
          loading={copy.isPending}
          onClick={() =>
            copy.mutate(
              { programmeId },
              {
                onSuccess: (made) => {
                  toast(t('programmes.copied', { number: made.number }));
                  void navigate({
                    to: '/programmes/$programmeId',
                    params: { programmeId: made.programmeId },
                  });
                },
                onError: toastError,
              },
            )
          }
        >
          {t('programmes.copy')}
        </Button>
      )}
      {mayWrite && (
        <Menu position="bottom-end" width={220}>
          <Menu.Target>
            <Button variant="default" px="sm" aria-label={t('common.moreAbout', { what: programme.name })}>
              <IconDots size={20} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {status !== 'closed' && (
              <Menu.Item onClick={() => setDoing('edit')}>{t('programmes.edit')}</Menu.Item>
            )}
            {status === 'draft' && (
              <Menu.Item
                onClick={() =>
                  discard.mutate(
                    { programmeId },
                    {
                      onSuccess: () => {
                        toast(t('programmes.discard.done'));
                        void navigate({ to: '/programmes' });
                      },
                      onError: toastError,
                    },
                  )
                }
              >
                {t('programmes.discard.do')}
              </Menu.Item>
            )}
            {status === 'closed' && (
              <Menu.Item onClick={() => reopen.mutate({ programmeId }, { onError: toastError })}>
                {t('programmes.reopen')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      {doing === 'edit' && <ProgrammeForm programme={programme} onClose={close} />}
      {doing === 'start' && <StartProgramme programme={programme} onClose={close} />}
      {doing === 'close' && <CloseProgramme programme={programme} onClose={close} />}
      <DocumentPreview documentId={documentId} onClose={() => setDocumentId(null)} />
    </>
  );
}
