import { Badge, Button, SegmentedControl, Skeleton, Text, TextInput, Title } from '@mantine/core';
import type { Output } from '@shared/contract';
import type { JobSummary } from '@shared/contract/jobs';
import { isAllowed } from '@shared/contract/permissions';
import type { JobStage } from '@shared/domain/service-jobs';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { call } from '../../lib/call';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { ButtonLink } from '../../ui/links';
import { Page } from '../../ui/page';
import { toast, toastError } from '../../ui/toast';
import { JobCard } from './job-card';
import { JobRow } from './job-row';
import { JobRulesButton } from './job-rules';
import classes from './jobs.module.css';

type Show = 'open' | 'late' | 'ready' | 'unanswered' | 'ended';
type Counts = Output<'jobs.board'>['counts'];

/** The board's columns, by what has to happen next. */
const columns = [
  { name: 'received', stages: ['received'] },
  { name: 'desk', stages: ['at-desk'] },
  { name: 'waiting', stages: ['estimated'] },
  { name: 'work', stages: ['approved', 'working', 'declined'] },
  { name: 'ready', stages: ['ready', 'told'] },
] as const satisfies readonly { name: string; stages: readonly JobStage[] }[];

/** The service desk's board: every item in the shop's care by what has to happen next, and the queues beside it. */
export function JobsPage() {
  const { t } = useWords();
  const { staff } = useCounter();
  const [show, setShow] = useState<Show>('open');
  const board = useAsk('jobs.board', { show }, ['jobs', 'promises', 'customers', 'settings'], {
    keepPrevious: true,
  });
  return (
    <Page
      title={t('jobs.board')}
      subtitle={t('jobs.subtitle')}
      actions={
        <>
          <FindJob />
          {staff.role === 'manager' && <JobRulesButton />}
          {isAllowed(staff.role, 'jobs.write') && <ButtonLink to="/jobs/new">{t('jobs.new')}</ButtonLink>}
        </>
      }
    >
      {board.data && <Queues counts={board.data.counts} show={show} onShow={setShow} />}
      <ErrorNotice error={board.error} onRetry={() => void board.refetch()} />
      {!board.data && !board.error && <Skeleton height={240} />}
      {board.data?.jobs.length === 0 && (
        <EmptyState
          title={t(show === 'open' || show === 'ended' ? 'jobs.empty' : 'jobs.emptyQueue')}
          hint={t('jobs.emptyHint')}
        />
      )}
      {board.data && board.data.jobs.length > 0 && show === 'open' && <Columns jobs={board.data.jobs} />}
      {board.data && show !== 'open' && (
        <ul className={classes.list}>
          {board.data.jobs.map((job) => (
            <JobRow key={job.id} job={job} showsCustomer />
          ))}
        </ul>
      )}
    </Page>
  );
}

interface QueuesProps {
  readonly counts: Counts;
  readonly show: Show;
  readonly onShow: (show: Show) => void;
}

function Queues({ counts, show, onShow }: QueuesProps) {
  const { t } = useWords();
  return (
    <SegmentedControl
      aria-label={t('jobs.show.label')}
      value={show}
      onChange={(value) => onShow(value as Show)}
      data={(['open', 'late', 'ready', 'unanswered', 'ended'] as const).map((value) => ({
        value,
        label: t(`jobs.show.${value}`, { count: value === 'ended' ? 0 : counts[value] }),
      }))}
    />
  );
}

function Columns({ jobs }: { readonly jobs: readonly JobSummary[] }) {
  const { t } = useWords();
  return (
    <div className={classes.board}>
      {columns.map(({ name, stages }) => {
        const here = jobs.filter(({ stage }) => (stages as readonly JobStage[]).includes(stage));
        return (
          <section key={name} className={classes.column} aria-label={t(`jobs.column.${name}`)}>
            <div className={classes.columnTitle}>
              <Title order={2} fz={15}>
                {t(`jobs.column.${name}`)}
              </Title>
              <Badge variant="outline" color="gray">
                {here.length}
              </Badge>
            </div>
            {here.length === 0 && (
              <Text size="sm" c="dimmed" py="sm">
                {t('jobs.columnEmpty')}
              </Text>
            )}
            <ul className={classes.cards}>
              {here.map((job) => (
                <JobCard key={job.id} job={job} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

/** A scanner types the number of the bag label and Enter. */
function FindJob() {
  const { t } = useWords();
  const navigate = useNavigate();
  const [number, setNumber] = useState('');
  const find = async () => {
    const { jobId } = await call('jobs.byNumber', { number });
    if (jobId) void navigate({ to: '/jobs/$jobId', params: { jobId } });
    else toast(t('jobs.scanNothing', { number }));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (number.trim()) void find().catch(toastError);
      }}
    >
      <TextInput
        aria-label={t('jobs.scan')}
        placeholder={t('jobs.scanHint')}
        value={number}
        maxLength={40}
        w={320}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <Button type="submit" display="none">
        {t('common.search')}
      </Button>
    </form>
  );
}
