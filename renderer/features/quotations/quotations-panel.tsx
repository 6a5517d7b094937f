import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import type { CustomerPanel } from '../../ui/customer-panel';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import { QuotationItem } from './quotation-item';
import classes from './quotations.module.css';

/** What was offered to this customer: what is open, and behind a button what ended. Nothing where nothing was offered. */
export const QuotationsPanel: CustomerPanel = ({ customerId }) => {
  const { t } = useWords();
  const quotations = useAsk('quotations.forCustomer', { customerId }, [
    'quotations',
    'sales',
    'customers',
    'staff',
  ]);
  const [isOpen, setOpen] = useState(false);
  const { open = [], ended = [] } = quotations.data ?? {};
  if (!quotations.error && open.length + ended.length === 0) return null;
  return (
    <Section part="quotations" title={t('quotations.title')}>
      <ErrorNotice error={quotations.error} onRetry={() => void quotations.refetch()} />
      <ul className={classes.list}>
        {open.map((quotation) => (
          <QuotationItem key={quotation.id} quotation={quotation} />
        ))}
      </ul>
      {ended.length > 0 && (
        <Button variant="subtle" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
          {t('quotations.panelEnded', { count: ended.length })}
        </Button>
      )}
      {isOpen && (
        <ul className={classes.list}>
          {ended.map((quotation) => (
            <QuotationItem key={quotation.id} quotation={quotation} />
          ))}
        </ul>
      )}
    </Section>
  );
};
