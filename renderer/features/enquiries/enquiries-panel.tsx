import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import type { CustomerPanel } from '../../ui/customer-panel';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import classes from './enquiries.module.css';
import { EnquiryItem } from './enquiry-item';

/** What this customer asked: open ones, and behind a button those that were answered. Nothing where nothing was asked. */
export const EnquiriesPanel: CustomerPanel = ({ customerId }) => {
  const { t } = useWords();
  const enquiries = useAsk('enquiries.forCustomer', { customerId }, [
    'enquiries',
    'promises',
    'products',
    'customers',
    'staff',
  ]);
  const [isOpen, setOpen] = useState(false);
  const { open = [], answered = [] } = enquiries.data ?? {};
  if (!enquiries.error && open.length + answered.length === 0) return null;
  return (
    <Section part="enquiries" title={t('enquiries.title')}>
      <ErrorNotice error={enquiries.error} onRetry={() => void enquiries.refetch()} />
      <ul className={classes.list}>
        {open.map((enquiry) => (
          <EnquiryItem key={enquiry.id} enquiry={enquiry} />
        ))}
      </ul>
      {answered.length > 0 && (
        <Button variant="subtle" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
          {t('enquiries.panelAnswered', { count: answered.length })}
        </Button>
      )}
      {isOpen && (
        <ul className={classes.list}>
          {answered.map((enquiry) => (
            <EnquiryItem key={enquiry.id} enquiry={enquiry} />
          ))}
        </ul>
      )}
    </Section>
  );
};
