import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import type { Job } from '@shared/contract/jobs';
import { isAllowed } from '@shared/contract/permissions';
import type { JobStepName } from '@shared/domain/service-jobs';
import { IconPrinter } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { type ComponentType, useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { goToPart } from '../../lib/parts';
import { DocumentPreview } from '../../ui/document-preview';
import { ErrorNotice } from '../../ui/error-notice';
import { ButtonLink } from '../../ui/links';
import { Page } from '../../ui/page';
import { Section } from '../../ui/section';
import { toastError } from '../../ui/toast';
import { JobMarks } from './job-card';
import { ConditionPart, IntakeFacts, PhotosPart } from './job-facts';
import { JobHistory } from './job-history';
import { useJobWords } from './job-words';
import classes from './jobs.module.css';
import { StepDialog } from './step-dialog';

/** The one step that usually comes next stands first and filled. */
const usual: Partial<Record<Job['stage'], JobStepName>> = {
  received: 'send',
  'at-desk': 'estimate',
  estimated: 'approve',
  approved: 'begin',
  declined: 'give-up',
  working: 'finish',
  ready: 'tell',
  told: 'collect',
};

/** Asks another department about a job: a form that another feature provides. */
type HandOver = ComponentType<{
  readonly customerId: string;
  readonly job: { readonly id: string; readonly itemId: string };
  readonly onClose: () => void;
}>;

/** One service job: who holds the item, what is next, what was agreed, and everything that happened. */
export function JobPage({ HandOver }: { readonly HandOver: HandOver }) {
  const { t } = useWords();
  const { jobId } = useParams({ from: '/jobs/$jobId' });
  const job = useAsk('jobs.get', { jobId }, ['jobs', 'promises', 'customers', 'items', 'settings']);
  if (!job.data)
    return (
      <Page title={t('jobs.title')}>
        <ErrorNotice error={job.error} onRetry={() => void job.refetch()} />
        {!job.error && <Skeleton height={240} />}
      </Page>
    );
  return <JobView job={job.data} HandOver={HandOver} />;
}

function JobView({ job, HandOver }: { readonly job: Job; readonly HandOver: HandOver }) {
  const { t } = useWords();
  const [isAsking, setAsking] = useState(false);
  const words = useJobWords();
  return (
    <Page
      title={`${job.number} · ${job.itemName}`}
      subtitle={`${words.name(job)} · ${job.customer.number}`}
      actions={
        <>
          <PrintButtons job={job} />
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('jobs.handOver')}
          </Button>
          <ButtonLink
            variant="default"
            to="/customers/$customerId"
            params={{ customerId: job.customer.id }}
            onClick={() => goToPart('jobs')}
          >
            {t('jobs.toCustomer')}
          </ButtonLink>
        </>
      }
    >
      <div className={classes.job}>
        <Stack gap="lg">
          <Standing job={job} />
          <IntakeFacts job={job} />
          <ConditionPart job={job} />
          <PhotosPart job={job} />
        </Stack>
        <JobHistory job={job} />
      </div>
      {isAsking && <HandOver customerId={job.customer.id} job={job} onClose={() => setAsking(false)} />}
    </Page>
  );
}

function Standing({ job }: { readonly job: Job }) {
  const { t } = useWords();
  const words = useJobWords();
  const { staff } = useCounter();
  const [step, setStep] = useState<JobStepName | null>(null);
  const first = usual[job.stage];
  const steps = [...job.steps].sort((a, b) => Number(b === first) - Number(a === first));
  return (
    <Section title={t(`jobs.stage.${job.stage}`)}>
      <Text className={classes.holder}>{words.holder(job)}</Text>
      <Group gap="xs" mb="sm">
        <JobMarks job={job} />
        <Text size="sm" className={job.isLate ? classes.late : ''}>
          {t('jobs.due')} {words.day(job.dueOn)} · {t('jobs.promise', { number: job.promise.number })}
        </Text>
        {job.estimateMinor !== null && (
          <Text size="sm">
            {t('jobs.estimate')} {words.money(job.estimateMinor, job.currency)}
            {job.stage === 'estimated' &&
              job.estimateValidUntil &&
              `, ${t('jobs.validUntil', { date: words.day(job.estimateValidUntil) })}`}
          </Text>
        )}
        {job.warrantyEnd && <Text size="sm">{t('jobs.warranty', { date: words.day(job.warrantyEnd) })}</Text>}
      </Group>
      {isAllowed(staff.role, 'jobs.write') && steps.length > 0 && (
        <Group gap="xs" role="group" aria-label={t('jobs.steps')}>
          {steps.map((name) => (
            <Button key={name} variant={name === first ? 'filled' : 'default'} onClick={() => setStep(name)}>
              {t(`jobs.step.${name}`)}
            </Button>
          ))}
        </Group>
      )}
      {step && <StepDialog job={job} step={step} onClose={() => setStep(null)} />}
    </Section>
  );
}

function PrintButtons({ job }: { readonly job: Job }) {
  const { t } = useWords();
  const receipt = useTell('jobs.receipt');
  const label = useTell('jobs.label');
  const [documentId, setDocumentId] = useState<string | null>(null);
  const answer = {
    onSuccess: (made: { documentId: string }) => setDocumentId(made.documentId),
    onError: toastError,
  };
  const paper = { jobId: job.id, language: job.language };
  const icon = <IconPrinter size={18} aria-hidden />;
  return (
    <>
      <Button
        variant="default"
        leftSection={icon}
        onClick={() => receipt.mutate({ ...paper, format: 'A4' }, answer)}
      >
        {t('jobs.receipt')}
      </Button>
      <Button
        variant="default"
        leftSection={icon}
        onClick={() => receipt.mutate({ ...paper, format: 'roll80' }, answer)}
      >
        {t('jobs.receiptRoll')}
      </Button>
      <Button variant="default" leftSection={icon} onClick={() => label.mutate(paper, answer)}>
        {t('jobs.label')}
      </Button>
      <DocumentPreview documentId={documentId} onClose={() => setDocumentId(null)} />
    </>
  );
}
