import { Button, Text } from '@mantine/core';
import { isAllowed } from '@shared/contract/permissions';
import { IconReceipt } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import type { CustomerPanel } from '../../ui/customer-panel';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import { PurchaseList } from './purchase-list';
import { PurchaseSummary } from './purchase-summary';
import { usePurchases } from './purchases.data';
import { ReceiptDialog } from './receipt-dialog';

/** What a customer bought: in pictures, in figures, and receipt by receipt. */
export const PurchasesPanel: CustomerPanel = ({ customerId }) => {
  const { t } = useWords();
  const { staff } = useCounter();
  const navigate = useNavigate();
  const [receiptId, setReceiptId] = useState<string | null>(null);
  // The list below asks the same: asked here, it need not wait for the summary.
  usePurchases({ customerId });
  const summary = useAsk('sales.summaryForCustomer', { customerId }, ['sales']);
  const hasBought = (summary.data?.byYear.length ?? 0) > 0 || (summary.data?.otherCurrencyReceipts ?? 0) > 0;
  const record = isAllowed(staff.role, 'sales.write') && (
    <Button
      onClick={() => void navigate({ to: '/sale', search: { customerId } })}
      variant="default"
      leftSection={<IconReceipt size={18} aria-hidden />}
    >
      {t('sales.history.record')}
    </Button>
  );
  return (
    <Section title={t('sales.history.title')} actions={record}>
      <ErrorNotice error={summary.error} onRetry={() => void summary.refetch()} />
      {summary.data && !hasBought && (
        <EmptyState title={t('sales.history.empty')} hint={t('sales.history.emptyHint')} />
      )}
      {summary.data && hasBought && (
        <>
          <PurchaseSummary summary={summary.data} />
          {summary.data.otherCurrencyReceipts > 0 && (
            <Text size="sm" c="dimmed">
              {t('sales.history.otherCurrency', { count: summary.data.otherCurrencyReceipts })}
            </Text>
          )}
          <PurchaseList
            customerId={customerId}
            years={summary.data.byYear.map(({ year }) => year)}
            onOpen={setReceiptId}
          />
        </>
      )}
      {receiptId && (
        <ReceiptDialog saleId={receiptId} onOpen={setReceiptId} onClose={() => setReceiptId(null)} />
      )}
    </Section>
  );
};
