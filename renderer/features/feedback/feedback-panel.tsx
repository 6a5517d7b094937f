import { Button, Text } from '@mantine/core';
import { isAllowed } from '@shared/contract/permissions';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import type { CustomerPanel } from '../../ui/customer-panel';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import { AskDialog } from './ask-dialog';
import classes from './feedback.module.css';
import { FeedbackItem } from './feedback-item';

/** What this customer answered last, and that they should be asked now. Nothing where neither is so. */
export const FeedbackPanel: CustomerPanel = ({ customerId }) => {
  const { t } = useWords();
  const { staff } = useCounter();
  const found = useAsk('feedback.forCustomer', { customerId }, [
    'feedback',
    'complaints',
    'sales',
    'settings',
    'customers',
  ]);
  const [isOpen, setOpen] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const { feedback = [], isAskDue = false } = found.data ?? {};
  const [last, ...earlier] = feedback;
  if (!found.error && !last && !isAskDue && !isAsking) return null;
  const mayAsk = isAllowed(staff.role, 'feedback.write');
  return (
    <Section
      part="feedback"
      title={t('feedback.title')}
      actions={
        isAskDue &&
        mayAsk && (
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('feedback.start.title')}
          </Button>
        )
      }
    >
      <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
      {isAskDue && <Text c="dimmed">{t('duties.survey.why')}</Text>}
      <ul className={classes.list}>
        {last && <FeedbackItem key={last.id} feedback={last} />}
        {isOpen && earlier.map((one) => <FeedbackItem key={one.id} feedback={one} />)}
      </ul>
      {earlier.length > 0 && (
        <Button variant="subtle" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
          {t('feedback.earlier', { count: earlier.length })}
        </Button>
      )}
      {isAsking && <AskDialog customerId={customerId} onClose={() => setAsking(false)} />}
    </Section>
  );
};
