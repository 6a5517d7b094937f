import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import type { CustomerPanel } from '../../ui/customer-panel';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import { PromiseItem } from './promise-item';
import classes from './promises.module.css';

/** What we promised this customer: open ones, and behind a button those that ended. Nothing where nothing was promised. */
export const PromisesPanel: CustomerPanel = ({ customerId }) => {
  const { t } = useWords();
  const promises = useAsk('promises.forCustomer', { customerId }, ['promises', 'customers', 'staff']);
  const [isOpen, setOpen] = useState(false);
  const { open = [], closed = [] } = promises.data ?? {};
  if (!promises.error && open.length + closed.length === 0) return null;
  return (
    <Section part="promises" title={t('promises.title')}>
      <ErrorNotice error={promises.error} onRetry={() => void promises.refetch()} />
      <ul className={classes.list}>
        {open.map((promise) => (
          <PromiseItem key={promise.id} promise={promise} />
        ))}
      </ul>
      {closed.length > 0 && (
        <Button variant="subtle" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
          {t('promises.panelClosed', { count: closed.length })}
        </Button>
      )}
      {isOpen && (
        <ul className={classes.list}>
          {closed.map((promise) => (
            <PromiseItem key={promise.id} promise={promise} />
          ))}
        </ul>
      )}
    </Section>
  );
};
