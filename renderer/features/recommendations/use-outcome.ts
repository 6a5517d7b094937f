import { useTell } from '../../lib/ask';
import { call } from '../../lib/call';
import { useWords } from '../../lib/i18n';
import { toastError } from '../../ui/toast';
import { toastUndo } from '../../ui/toast-undo';
import type { Recommended } from './recommendation-card';

/** Notes with one tap what came of showing a product, with a way back. */
export function useOutcome(customerId: string, needId: string | null) {
  const { t } = useWords();
  const record = useTell('recommendations.record');
  return {
    record({ product, reasons, recorded }: Recommended, outcome: 'shown' | 'tried' | 'declined') {
      if (record.isPending || recorded?.outcome === outcome) return;
      record.mutate(
        { customerId, productId: product.id, needId, outcome, reasons },
        {
          onError: toastError,
          onSuccess: ({ recommendationId }) =>
            toastUndo(t(`recommendations.noted.${outcome}`), t('common.undo'), () => {
              call('recommendations.undo', { recommendationId }).catch(toastError);
            }),
        },
      );
    },
  };
}
