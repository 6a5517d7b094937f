import { Autocomplete, Button, Checkbox, Group, NumberInput, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';
import { toast } from '../../ui/toast';
import { useReasons } from './reasons';
import type { Sale } from './receipt-lines';
import classes from './sales.module.css';
import { productName } from './shown-names';

interface ReturnDialogProps {
  readonly sale: Sale;
  /** Called with the return's own receipt. */
  readonly onDone: (saleId: string) => void;
  readonly onClose: () => void;
}

/** Chooses what comes back of a receipt, and why. */
export function ReturnDialog({ sale, onDone, onClose }: ReturnDialogProps) {
  const { t, language } = useWords();
  const { choices, codes } = useReasons('returnReasons');
  const payments = useReasons('payments');
  const left = sale.lines.filter(({ netQuantity }) => netQuantity > 0);
  const [quantities, setQuantities] = useState<Record<number, number>>(() => {
    const [only, another] = left;
    return only && !another && only.netQuantity === 1 ? { [only.position]: 1 } : {};
  });
  const [reason, setReason] = useState('');
  const [paymentNote, setPaymentNote] = useState('');
  const [isBackInStock, setBackInStock] = useState(true);
  const giveBack = useTell('sales.return');
  const doReturn = async (event: FormEvent) => {
    event.preventDefault();
    const result = await giveBack.mutateAsync({
      saleId: sale.id,
      lines: Object.entries(quantities)
        .filter(([, quantity]) => quantity > 0)
        .map(([position, quantity]) => ({ position: Number(position), quantity })),
      reason: codes.get(reason) ?? reason,
      paymentNote: payments.codes.get(paymentNote) ?? (paymentNote || null),
      isBackInStock,
    });
    toast(t('sales.returned', { number: result.receiptNumber }));
    onClose();
    onDone(result.saleId);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size={640}
      title={t('sales.returnAgainst', { number: sale.receiptNumber })}
    >
      <form onSubmit={(event) => void doReturn(event).catch(() => undefined)}>
        <Stack>
          {left.map((line) => {
            const name = productName(
              { name: line.description, chineseName: line.chineseName, brand: line.brand },
              language,
            );
            return (
              <div key={line.position} className={classes.returnLine}>
                <div className={classes.lineName}>
                  <Text truncate>{name}</Text>
                  <Text size="sm" c="dimmed">
                    {t('sales.returnLeft', { left: line.netQuantity, bought: line.quantity })}
                    {line.serial && ` · ${line.serial}`}
                  </Text>
                </div>
                <NumberInput
                  aria-label={t('sales.returnQuantity', { what: name })}
                  value={quantities[line.position] ?? 0}
                  onChange={(value) => setQuantities({ ...quantities, [line.position]: Number(value) || 0 })}
                  min={0}
                  max={line.netQuantity}
                  allowDecimal={false}
                  w={110}
                />
              </div>
            );
          })}
          <Autocomplete
            comboboxProps={{ withinPortal: false }}
            size="md"
            label={t('sales.returnReason')}
            data={choices}
            value={reason}
            onChange={setReason}
            maxLength={200}
            required
          />
          <Autocomplete
            comboboxProps={{ withinPortal: false }}
            size="md"
            label={t('sales.paidBack')}
            data={payments.choices}
            value={paymentNote}
            onChange={setPaymentNote}
            maxLength={200}
          />
          <Checkbox
            label={t('sales.backInStock')}
            checked={isBackInStock}
            onChange={(event) => setBackInStock(event.currentTarget.checked)}
          />
          <ErrorNotice error={giveBack.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.back')}
            </Button>
            <Button type="submit" loading={giveBack.isPending}>
              {t('sales.returnRecord')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
