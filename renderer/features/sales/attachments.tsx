import { Group, Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import { isAllowed } from '@shared/contract/permissions';
import { formatInstant } from '@shared/domain/dates';
import { useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { QuietButton } from '../../ui/quiet-button';
import { toast } from '../../ui/toast';

/** How the receipt came to be whose it is; the last step can be taken back. */
export function Attachments({ sale }: { readonly sale: Output<'sales.get'> }) {
  const { t, language } = useWords();
  const { shop, staff } = useCounter();
  const undo = useTell('sales.undoAttach');
  const last = sale.attachments.find(({ isUndone }) => !isUndone);
  return (
    <div>
      {sale.attachments.map((step) => {
        const facts = {
          to: step.to,
          by: step.by,
          date: formatInstant(step.at, language, shop.timeZone),
        };
        const mayUndo = isAllowed(staff.role, step.from === null ? 'sales.attach' : 'sales.move');
        return (
          <Group key={step.id} gap="xs">
            <Text size="sm" c="dimmed">
              {step.from === null
                ? t('sales.attach.wasAttached', facts)
                : t('sales.attach.wasMoved', { ...facts, from: step.from, reason: step.reason ?? '' })}
              {step.isUndone && ` (${t('sales.attach.wasUndone')})`}
            </Text>
            {step === last && mayUndo && (
              <QuietButton
                onClick={() =>
                  undo.mutate(
                    { attachmentId: step.id },
                    { onSuccess: () => toast(t('sales.attach.undone', { number: sale.receiptNumber })) },
                  )
                }
              >
                {t('sales.attach.takeBack')}
              </QuietButton>
            )}
          </Group>
        );
      })}
      <ErrorNotice error={undo.error} />
    </div>
  );
}
