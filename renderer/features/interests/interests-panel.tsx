import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import type { CustomerPanel } from '../../ui/customer-panel';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import { InterestItem } from './interest-item';
import classes from './interests.module.css';
import { ResaleFlags } from './resale-flags';

/** Which scarce watches this customer waits for, and behind a button those interests that ended. Nothing where there are none. */
export const InterestsPanel: CustomerPanel = ({ customerId }) => {
  const { t } = useWords();
  const found = useAsk('interests.forCustomer', { customerId }, [
    'interests',
    'sales',
    'jobs',
    'vip',
    'customers',
    'staff',
  ]);
  const [isOpen, setOpen] = useState(false);
  const { interests = [], resaleFlags = [] } = found.data ?? {};
  const standing = interests.filter(({ state }) => state === 'waiting' || state === 'offered');
  const ended = interests.filter(({ state }) => state === 'served' || state === 'withdrawn');
  if (!found.error && interests.length + resaleFlags.length === 0) return null;
  return (
    <Section part="interests" title={t('interests.panel')}>
      <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
      <ul className={classes.list}>
        {standing.map((interest) => (
          <InterestItem key={interest.id} interest={interest} names="product" />
        ))}
      </ul>
      {ended.length > 0 && (
        <Button variant="subtle" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
          {t('interests.history', { count: ended.length })}
        </Button>
      )}
      {isOpen && (
        <ul className={classes.list}>
          {ended.map((interest) => (
            <InterestItem key={interest.id} interest={interest} names="product" />
          ))}
        </ul>
      )}
      <ResaleFlags flags={resaleFlags} />
    </Section>
  );
};
