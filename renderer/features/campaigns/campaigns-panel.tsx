import { Button } from '@mantine/core';
import { isAllowed } from '@shared/contract/permissions';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import type { CustomerPanel } from '../../ui/customer-panel';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import classes from './campaigns.module.css';
import { EntryItem } from './entry-item';

/** Campaigns this customer was written to in: those that wait for an answer, and behind a button the others. */
export const CampaignsPanel: CustomerPanel = ({ customerId }) => {
  const { t } = useWords();
  const { staff } = useCounter();
  const list = useAsk('campaigns.forCustomer', { customerId }, ['campaigns', 'sales', 'customers', 'staff'], {
    enabled: isAllowed(staff.role, 'campaigns.read'),
  });
  const [isOpen, setOpen] = useState(false);
  const entries = list.data ?? [];
  const waiting = entries.filter(
    ({ response, campaign }) => response === null && campaign.status !== 'closed',
  );
  const others = entries.filter((entry) => !waiting.includes(entry));
  if (!list.error && entries.length === 0) return null;
  return (
    <Section part="campaigns" title={t('campaigns.panel')}>
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      <ul className={classes.list}>
        {waiting.map((entry) => (
          <EntryItem key={entry.id} entry={entry} />
        ))}
      </ul>
      {others.length > 0 && (
        <Button variant="subtle" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
          {t('campaigns.panelAll', { count: others.length })}
        </Button>
      )}
      {isOpen && (
        <ul className={classes.list}>
          {others.map((entry) => (
            <EntryItem key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
    </Section>
  );
};
