import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useDraft } from '../../lib/drafts';
import { useWords } from '../../lib/i18n';
import { Page } from '../../ui/page';
import { FindReceipt } from './find-receipt';
import { ReceiptDialog } from './receipt-dialog';
import { emptySale } from './sale-draft';
import { SaleForm } from './sale-form';
import { TodaySales } from './today-sales';

/** Recording a sale at the counter; beneath it what was recorded today. */
export function SalePage() {
  const { t } = useWords();
  const links = useSearch({ from: '/sale' });
  const [round, setRound] = useState(0);
  const [receiptId, setReceiptId] = useState<string | null>(null);
  const draft = useDraft('sale', 'new', emptySale);
  return (
    <Page
      title={t('sales.title')}
      subtitle={t('sales.subtitle')}
      actions={<FindReceipt onFound={setReceiptId} />}
    >
      {draft.start && (
        <SaleForm
          key={round}
          start={round === 0 ? draft.start : emptySale}
          links={round === 0 ? links : {}}
          onChange={draft.keep}
          onRecorded={(saleId) => {
            draft.clear();
            setRound(round + 1);
            setReceiptId(saleId);
          }}
        />
      )}
      <TodaySales onOpen={setReceiptId} />
      {receiptId && (
        <ReceiptDialog saleId={receiptId} onOpen={setReceiptId} onClose={() => setReceiptId(null)} />
      )}
    </Page>
  );
}
