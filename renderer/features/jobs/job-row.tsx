import { Button, Group, Text } from '@mantine/core';
import type { JobSummary } from '@shared/contract/jobs';
import { IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../../lib/i18n';
import { ButtonLink, TextLink } from '../../ui/links';
import { JobMarks } from './job-card';
import { useJobWords } from './job-words';
import classes from './jobs.module.css';

interface JobRowProps {
  readonly job: JobSummary;
  /** True where the list is not the customer's own page. */
  readonly showsCustomer?: boolean;
}

/** One job as a line of a list. */
export function JobRow({ job, showsCustomer = false }: JobRowProps) {
  const { t } = useWords();
  const words = useJobWords();
  const [isUncovered, setUncovered] = useState(false);
  const isCovered = job.isDiscreet && !isUncovered;
  return (
    <li className={classes.row}>
      <div>
        {showsCustomer && (
          <TextLink to="/customers/$customerId" params={{ customerId: job.customer.id }}>
            {words.name(job)}
          </TextLink>
        )}
        <Text fw={600}>
          {isCovered ? (
            <>
              <IconEyeOff size={16} aria-hidden /> {t('jobs.covered')}
            </>
          ) : (
            job.itemName
          )}
        </Text>
        {!isCovered && <Text size="sm">{job.words}</Text>}
        <Group gap="xs">
          <JobMarks job={job} />
          <Text size="sm" fw={600}>
            {t(`jobs.stage.${job.stage}`)} · {words.holder(job)}
          </Text>
          <Text size="sm" c="dimmed">
            {job.number} · {t('jobs.due')} {words.day(job.dueOn)}
          </Text>
        </Group>
      </div>
      <Group gap={6} wrap="nowrap">
        {isCovered && (
          <Button variant="default" onClick={() => setUncovered(true)}>
            {t('jobs.uncover')}
          </Button>
        )}
        <ButtonLink
          variant="default"
          to="/jobs/$jobId"
          params={{ jobId: job.id }}
          aria-label={`${t('jobs.open')} ${job.number}`}
        >
          {t('jobs.open')}
        </ButtonLink>
      </Group>
    </li>
  );
}
