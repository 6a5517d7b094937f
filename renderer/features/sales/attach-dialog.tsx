import { Checkbox, Stack, Text, Textarea } from '@mantine/core';
import type { Output } from '@shared/contract';
import { type FormEvent, useState } from 'react';
import { useTell } from '../../lib/ask';
import { call } from '../../lib/call';
import { useWords } from '../../lib/i18n';
import { CustomerPicker, type PickedCustomer } from '../../ui/customer-picker';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { toastUndo } from '../../ui/toast-undo';

interface AttachDialogProps {
  readonly sale: Output<'sales.get'>;
  readonly onClose: () => void;
}

/** Whose receipt it is: nobody's finds its customer; somebody's is moved, with the reason. */
export function AttachDialog({ sale, onClose }: AttachDialogProps) {
  const { t } = useWords();
  const isMove = sale.customerId !== null;
  const [customer, setCustomer] = useState<PickedCustomer | null>(null);
  const [isDiscreet, setDiscreet] = useState(false);
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const attach = useTell('sales.attach');
  const move = useTell('sales.move');
  const words = isMove
    ? { title: t('sales.attach.moveTitle'), hint: t('sales.attach.moveHint'), submit: t('sales.attach.move') }
    : { title: t('sales.attach.title'), hint: t('sales.attach.hint'), submit: t('sales.attach.submit') };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!customer) return;
    const to = { saleId: sale.id, customerId: customer.id };
    const { attachmentId } = isMove
      ? await move.mutateAsync({ ...to, reason })
      : await attach.mutateAsync({ ...to, isDiscreet });
    onClose();
    toastUndo(
      t('sales.attach.done', { number: sale.receiptNumber, name: customer.name }),
      t('common.undo'),
      () => call('sales.undoAttach', { attachmentId }),
    );
  };
  return (
    <Dialog isOpen onClose={onClose} title={`${words.title}: ${sale.receiptNumber}`}>
      <form onSubmit={(event) => void save(event).catch(() => undefined)}>
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {words.hint}
          </Text>
          <CustomerPicker
            label={t('sales.attach.customer')}
            value={customer}
            onChange={setCustomer}
            {...(isAsked && !customer ? { error: t('sales.attach.customerNeeded') } : {})}
            {...(sale.customerId ? { except: sale.customerId } : {})}
          />
          {isMove ? (
            <Textarea
              required
              label={t('sales.attach.moveReason')}
              value={reason}
              maxLength={300}
              autosize
              minRows={2}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          ) : (
            <Checkbox
              label={t('sales.discreet')}
              checked={isDiscreet}
              onChange={(event) => setDiscreet(event.currentTarget.checked)}
            />
          )}
          <FormEnd
            error={attach.error ?? move.error}
            isPending={attach.isPending || move.isPending}
            submit={words.submit}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
