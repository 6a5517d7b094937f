import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import type { CustomerPanel } from '../../ui/customer-panel';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import { JobRow } from './job-row';
import classes from './jobs.module.css';

/** What this customer left with us: items in the shop, and behind a button the jobs that ended. Nothing where there is none. */
export const JobsPanel: CustomerPanel = ({ customerId }) => {
  const { t } = useWords();
  const jobs = useAsk('jobs.forCustomer', { customerId }, ['jobs', 'promises', 'customers', 'settings']);
  const [isOpen, setOpen] = useState(false);
  const { open = [], ended = [] } = jobs.data ?? {};
  if (!jobs.error && open.length + ended.length === 0) return null;
  return (
    <Section part="jobs" title={t('jobs.title')}>
      <ErrorNotice error={jobs.error} onRetry={() => void jobs.refetch()} />
      <ul className={classes.list}>
        {open.map((job) => (
          <JobRow key={job.id} job={job} />
        ))}
      </ul>
      {ended.length > 0 && (
        <Button variant="subtle" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
          {t('jobs.panelEnded', { count: ended.length })}
        </Button>
      )}
      {isOpen && (
        <ul className={classes.list}>
          {ended.map((job) => (
            <JobRow key={job.id} job={job} />
          ))}
        </ul>
      )}
    </Section>
  );
};
