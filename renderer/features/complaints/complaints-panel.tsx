import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import type { CustomerPanel } from '../../ui/customer-panel';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import { ComplaintCase } from './complaint-case';
import { ComplaintItem } from './complaint-item';
import classes from './complaints.module.css';

/** This customer's cases: open ones, and behind a button those that are closed. Nothing where nobody complained. */
export const ComplaintsPanel: CustomerPanel = ({ customerId }) => {
  const { t } = useWords();
  const complaints = useAsk('complaints.forCustomer', { customerId }, ['complaints', 'customers', 'staff']);
  const [isOpen, setOpen] = useState(false);
  // Held here and not by its line: a case that is closed goes to another list and stays on the screen.
  const [seen, setSeen] = useState<string | null>(null);
  const { open = [], closed = [] } = complaints.data ?? {};
  if (!complaints.error && open.length + closed.length === 0) return null;
  return (
    <Section part="complaints" title={t('complaints.title')}>
      <ErrorNotice error={complaints.error} onRetry={() => void complaints.refetch()} />
      <ul className={classes.list}>
        {open.map((complaint) => (
          <ComplaintItem key={complaint.id} complaint={complaint} onSee={setSeen} />
        ))}
      </ul>
      {closed.length > 0 && (
        <Button variant="subtle" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
          {t('complaints.panelClosed', { count: closed.length })}
        </Button>
      )}
      {isOpen && (
        <ul className={classes.list}>
          {closed.map((complaint) => (
            <ComplaintItem key={complaint.id} complaint={complaint} onSee={setSeen} />
          ))}
        </ul>
      )}
      {seen && <ComplaintCase complaintId={seen} onClose={() => setSeen(null)} />}
    </Section>
  );
};
