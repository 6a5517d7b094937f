import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import type { CustomerPanel } from '../../ui/customer-panel';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import classes from './privacy.module.css';
import { RequestCase } from './request-case';
import { RequestItem } from './request-item';

/** What this customer asked about their own data. Nothing where nothing was asked. */
export const PrivacyPanel: CustomerPanel = ({ customerId }) => {
  const { t } = useWords();
  const found = useAsk('privacy.forCustomer', { customerId }, ['privacy', 'customers']);
  const [seen, setSeen] = useState<string | null>(null);
  const { requests = [] } = found.data ?? {};
  if (!found.error && requests.length === 0) return null;
  return (
    <Section part="privacy" title={t('privacy.panelTitle')}>
      <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
      <ul className={classes.list}>
        {requests.map((request) => (
          <RequestItem key={request.id} request={request} onSee={setSeen} />
        ))}
      </ul>
      {seen && <RequestCase requestId={seen} onClose={() => setSeen(null)} />}
    </Section>
  );
};
