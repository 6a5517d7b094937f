import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import type { CustomerPanel } from '../../ui/customer-panel';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import { FollowUpItem } from './follow-up-item';
import { planTopics } from './plan-topics';
import classes from './plans.module.css';

/** What follows this customer's purchases and repairs; nothing where nothing does. */
export const FollowUpsPanel: CustomerPanel = ({ customerId }) => {
  const { t } = useWords();
  const found = useAsk('plans.forCustomer', { customerId }, planTopics);
  const [isOpen, setOpen] = useState(false);
  const { open = [], ended = [] } = found.data ?? {};
  if (open.length + ended.length === 0) return <ErrorNotice error={found.error} />;
  return (
    <Section part="plans" title={t('plans.followUps')}>
      <ul className={classes.list}>
        {open.map((followUp) => (
          <FollowUpItem key={followUp.id} customerId={customerId} followUp={followUp} />
        ))}
      </ul>
      {ended.length > 0 && (
        <Button variant="subtle" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
          {t('plans.ended', { count: ended.length })}
        </Button>
      )}
      {isOpen && (
        <ul className={classes.list}>
          {ended.map((followUp) => (
            <FollowUpItem key={followUp.id} customerId={customerId} followUp={followUp} />
          ))}
        </ul>
      )}
    </Section>
  );
};
