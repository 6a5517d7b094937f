import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';
import { toast } from '../../ui/toast';
import type { Sale } from './receipt-lines';

interface CancelDialogProps {
  readonly sale: Sale;
  readonly onDone: (saleId: string) => void;
  readonly onClose: () => void;
}

/** Takes back a whole sale of today, with the reason. */
export function CancelDialog({ sale, onDone, onClose }: CancelDialogProps) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const cancel = useTell('sales.cancel');
  const doCancel = async (event: FormEvent) => {
    event.preventDefault();
    const result = await cancel.mutateAsync({ saleId: sale.id, reason });
    toast(t('sales.cancelled', { number: result.receiptNumber }));
    onClose();
    onDone(result.saleId);
  };
  return (
    <Dialog isOpen onClose={onClose} title={`${t('sales.cancelTitle')} ${sale.receiptNumber}`}>
      <form onSubmit={(event) => void doCancel(event).catch(() => undefined)}>
        <Stack>
          <Text>{t('sales.cancelHint')}</Text>
          <TextInput
            data-autofocus
            label={t('sales.cancelReason')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={200}
            required
          />
          <ErrorNotice error={cancel.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.back')}
            </Button>
            <Button type="submit" loading={cancel.isPending}>
              {t('sales.cancelTitle')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
