import { Button, Checkbox, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import type { Output } from '@shared/contract';
import { formatDate } from '@shared/domain/dates';
import { formatMoney } from '@shared/domain/money';
import { type FormEvent, useState } from 'react';
import { useTell } from '../../lib/ask';
import { call } from '../../lib/call';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';
import { toastError } from '../../ui/toast';
import { toastUndo } from '../../ui/toast-undo';

type Found = Output<'sales.findByReceipt'>;

interface AttachReceiptProps {
  readonly customerId: string;
  readonly onClose: () => void;
}

/** The customer comes back with a receipt that was recorded without them: found by its number, and theirs from its day on. */
export function AttachReceipt({ customerId, onClose }: AttachReceiptProps) {
  const { t } = useWords();
  const [number, setNumber] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const [saleId, setSaleId] = useState<string | null>(null);
  const [isDiscreet, setDiscreet] = useState(false);
  const attach = useTell('sales.attach');
  const chosen = found?.find(({ id }) => id === saleId);
  const find = async () => {
    if (!number.trim()) return;
    const sales = await call('sales.findByReceipt', { receiptNumber: number.trim() });
    setFound(sales.filter(({ kind }) => kind === 'sale'));
    setSaleId(sales.find((sale) => sale.kind === 'sale' && sale.customerId === null)?.id ?? null);
  };
  const save = async () => {
    if (!chosen) return;
    const { attachmentId } = await attach.mutateAsync({ saleId: chosen.id, customerId, isDiscreet });
    const sale = await call('sales.get', { saleId: chosen.id });
    onClose();
    toastUndo(
      t('sales.attach.done', { number: sale.receiptNumber, name: sale.customerName ?? '' }),
      t('common.undo'),
      () => call('sales.undoAttach', { attachmentId }),
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen) void save().catch(() => undefined);
    else void find().catch(toastError);
  };
  return (
    <Dialog isOpen onClose={onClose} title={t('sales.attach.findTitle')}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {t('sales.attach.findHint')}
          </Text>
          <Group align="flex-end" wrap="nowrap">
            <TextInput
              data-autofocus
              flex={1}
              required
              label={t('sales.findReceiptLabel')}
              placeholder={t('sales.findReceiptHint')}
              value={number}
              onChange={(event) => {
                setNumber(event.currentTarget.value);
                setFound(null);
                setSaleId(null);
              }}
            />
            <Button variant="default" onClick={() => void find().catch(toastError)}>
              {t('sales.attach.find')}
            </Button>
          </Group>
          <div role="status">
            {found?.length === 0 && <Text>{t('sales.receiptNotFound')}</Text>}
            {found && found.length > 0 && <FoundReceipts found={found} value={saleId} onChange={setSaleId} />}
          </div>
          {chosen && (
            <Checkbox
              label={t('sales.discreet')}
              checked={isDiscreet}
              onChange={(event) => setDiscreet(event.currentTarget.checked)}
            />
          )}
          <ErrorNotice error={attach.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={attach.isPending} disabled={found !== null && !chosen}>
              {t(chosen ? 'sales.attach.submit' : 'sales.attach.find')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

interface FoundReceiptsProps {
  readonly found: Found;
  readonly value: string | null;
  readonly onChange: (saleId: string) => void;
}

/** Receipts of that number: nobody's can be chosen, somebody's say whose they are. */
function FoundReceipts({ found, value, onChange }: FoundReceiptsProps) {
  const { t, language } = useWords();
  return (
    <Radio.Group value={value} onChange={onChange} aria-label={t('sales.findReceiptLabel')}>
      <Stack gap="xs">
        {found.map((sale) => (
          <Radio
            key={sale.id}
            value={sale.id}
            disabled={sale.customerId !== null}
            label={t('sales.attach.choose', {
              number: sale.receiptNumber,
              date: formatDate(sale.soldOn, language),
              amount: formatMoney({ minor: sale.totalMinor, currency: sale.currency }, language),
            })}
            description={
              sale.customerId === null
                ? t('sales.attach.nobody')
                : t('sales.attach.taken', {
                    number: sale.receiptNumber,
                    name: sale.customerName || t('common.unknown'),
                  })
            }
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
