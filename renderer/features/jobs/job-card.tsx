import { Badge, Group, Text } from '@mantine/core';
import type { JobSummary } from '@shared/contract/jobs';
import { IconEyeOff } from '@tabler/icons-react';
import { useWords } from '../../lib/i18n';
import { TextLink } from '../../ui/links';
import { useJobWords } from './job-words';
import classes from './jobs.module.css';

/** What presses about a job, in a word each. */
export function JobMarks({ job }: { readonly job: JobSummary }) {
  const { t } = useWords();
  const danger = { color: 'red', variant: 'outline', c: 'var(--danger-text)' } as const;
  return (
    <>
      {job.isLate && <Badge {...danger}>{t('jobs.late')}</Badge>}
      {job.isUnanswered && <Badge {...danger}>{t('jobs.unanswered')}</Badge>}
      {job.isLongReady && !job.isUnanswered && <Badge {...danger}>{t('jobs.longReady')}</Badge>}
      {job.isRepaired === false && (
        <Badge color="gray" variant="outline">
          {t('jobs.unrepaired')}
        </Badge>
      )}
    </>
  );
}

/** One job on the board: the item, whose it is, by when, and who holds it. */
export function JobCard({ job }: { readonly job: JobSummary }) {
  const { t } = useWords();
  const words = useJobWords();
  return (
    <li className={classes.card}>
      <TextLink to="/jobs/$jobId" params={{ jobId: job.id }} fw={600}>
        {job.number}
      </TextLink>
      <Text>
        {job.isDiscreet ? (
          <>
            <IconEyeOff size={16} aria-hidden /> {t('jobs.covered')}
          </>
        ) : (
          job.itemName
        )}
      </Text>
      <Text size="sm">{words.name(job)}</Text>
      <Text size="sm" className={job.isLate ? classes.late : ''}>
        {t('jobs.due')} {words.day(job.dueOn)}
      </Text>
      <Text size="sm" c="dimmed">
        {t(`jobs.stage.${job.stage}`)} · {words.holder(job)}
      </Text>
      <Group gap={4} mt={4}>
        <JobMarks job={job} />
      </Group>
    </li>
  );
}
