import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import type { Quotation } from '@shared/contract/quotations';
import { preciousCashMinor } from '@shared/contract/sales';
import { words } from '@shared/words';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { CallError } from '../../lib/call';
import { errorText, useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';
import { MoneyField } from '../../ui/money-field';
import { toast } from '../../ui/toast';
import { useQuotationWords } from './quotation-words';

interface SellProps {
  readonly quotation: Quotation;
  readonly onClose: () => void;
}

/** The confirmed offer as a sale: only what an offer does not say is asked, serial numbers and how it was paid. */
export function SellQuotation({ quotation, onClose }: SellProps) {
  const { t, language } = useWords();
  const say = useQuotationWords();
  const convert = useTell('quotations.convert');
  const [serials, setSerials] = useState<Readonly<Record<string, readonly string[]>>>({});
  const [payment, setPayment] = useState<string | null>(null);
  const [cash, setCash] = useState<number | null>(null);
  const { currency, totalMinor, lines } = quotation;
  // Paid in cash is all of it in cash, until somebody says how much.
  const cashMinor = cash ?? (payment === 'cash' ? totalMinor : null);
  const asksForCash =
    currency === 'HKD' &&
    cashMinor === null &&
    (payment === null || payment === 'mixed') &&
    totalMinor >= preciousCashMinor &&
    lines.some(({ isPrecious }) => isPrecious);
  const asksPrecious = convert.error instanceof CallError && convert.error.code === 'PRECIOUS_CASH';
  const pieces = lines
    .filter(({ isSerialised }) => isSerialised)
    .flatMap((line) =>
      Array.from({ length: line.quantity }, (_, at) => ({ key: `${line.id} ${at}`, line, at })),
    );
  const setSerial = (lineId: string, index: number, serial: string) => {
    const before = serials[lineId] ?? [];
    const next = Array.from({ length: Math.max(before.length, index + 1) }, (_, at) =>
      at === index ? serial : (before[at] ?? ''),
    );
    setSerials({ ...serials, [lineId]: next });
  };
  const save = () =>
    convert.mutate(
      {
        quotationId: quotation.id,
        serials: Object.fromEntries(Object.entries(serials).map(([id, given]) => [id, [...given]])),
        paymentNote: payment,
        cashMinor,
        isPreciousCashConfirmed: asksPrecious,
      },
      {
        onSuccess: ({ receiptNumber }) => {
          toast(t('quotations.sold', { number: receiptNumber }));
          onClose();
        },
      },
    );
  return (
    <Dialog title={t('quotations.convertTitle', { number: quotation.number })} isOpen onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Stack gap="md">
          <Text fz={28} fw={600} lh={1.1}>
            {say.money(totalMinor, currency)}
          </Text>
          <Text size="sm" c="dimmed">
            {t('quotations.convertHint')}
          </Text>
          {pieces.map(({ key, line, at }) => (
            <TextInput
              key={key}
              required
              label={t('quotations.serial', { what: say.line(line) })}
              value={serials[line.id]?.[at] ?? ''}
              maxLength={200}
              onChange={(event) => setSerial(line.id, at, event.currentTarget.value)}
            />
          ))}
          <Group grow align="flex-start">
            <Select
              clearable
              label={t('quotations.payment')}
              value={payment}
              data={Object.entries(words[language].sales.payments).map(([value, label]) => ({
                value,
                label,
              }))}
              onChange={setPayment}
            />
            <MoneyField
              label={t('quotations.cash')}
              currency={currency}
              value={cashMinor}
              onChange={setCash}
            />
          </Group>
          {asksForCash && (
            <Text size="sm" role="status" c="var(--warning-text)">
              {t('sales.cashAsked')}
            </Text>
          )}
          {asksPrecious ? <Text>{errorText(convert.error)}</Text> : <ErrorNotice error={convert.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={convert.isPending}>
              {t(asksPrecious ? 'sales.preciousConfirm' : 'quotations.convert')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
