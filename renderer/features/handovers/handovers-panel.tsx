import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import type { CustomerPanel } from '../../ui/customer-panel';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import { HandoverItem } from './handover-item';
import classes from './handovers.module.css';

/** What departments ask each other about this customer. Nothing where nothing was asked. */
export const HandoversPanel: CustomerPanel = ({ customerId }) => {
  const { t } = useWords();
  const handovers = useAsk('handovers.forCustomer', { customerId }, ['handovers', 'customers', 'jobs']);
  const [isOpen, setOpen] = useState(false);
  const { open = [], closed = [] } = handovers.data ?? {};
  if (!handovers.error && open.length + closed.length === 0) return null;
  return (
    <Section part="handovers" title={t('handovers.title')}>
      <ErrorNotice error={handovers.error} onRetry={() => void handovers.refetch()} />
      <ul className={classes.list}>
        {open.map((handover) => (
          <HandoverItem key={handover.id} handover={handover} />
        ))}
      </ul>
      {closed.length > 0 && (
        <Button variant="subtle" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
          {t('handovers.panelClosed', { count: closed.length })}
        </Button>
      )}
      {isOpen && (
        <ul className={classes.list}>
          {closed.map((handover) => (
            <HandoverItem key={handover.id} handover={handover} />
          ))}
        </ul>
      )}
    </Section>
  );
};
