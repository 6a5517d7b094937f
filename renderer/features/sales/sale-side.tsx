import { Autocomplete, Checkbox, Stack, Text, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { MoneyField } from '../../ui/money-field';
import { CustomerPicker } from './customer-picker';
import { useReasons } from './reasons';
import { asksForCash, cashOf, type SaleDraft, type SaleLinks } from './sale-draft';
import classes from './sales.module.css';

interface SaleSideProps {
  readonly sale: SaleDraft;
  readonly links: SaleLinks;
  readonly onChange: (sale: SaleDraft) => void;
  readonly children: ReactNode;
}

/** Who buys, how it was paid, and the total. */
export function SaleSide({ sale, links, onChange, children }: SaleSideProps) {
  const { t } = useWords();
  const { shop } = useCounter();
  const { choices, codes } = useReasons('payments');
  const payment = codes.get(sale.paymentNote);
  const set = (change: Partial<SaleDraft>) => onChange({ ...sale, ...change });
  return (
    <Stack className={classes.side} gap="md">
      <CustomerPicker customer={sale.customer} onChange={(customer) => set({ customer })} />
      {links.needId && <Text size="sm">{t('sales.forNeed')}</Text>}
      {links.recommendationId && <Text size="sm">{t('sales.forRecommendation')}</Text>}
      <Autocomplete
        comboboxProps={{ withinPortal: false }}
        size="md"
        label={t('sales.payment')}
        description={t('sales.paymentHint')}
        data={choices}
        value={sale.paymentNote}
        onChange={(paymentNote) => set({ paymentNote })}
        maxLength={200}
      />
      <MoneyField
        label={t('sales.cash')}
        currency={shop.currency}
        value={cashOf(sale, payment)}
        onChange={(cashMinor) => set({ cashMinor })}
      />
      {asksForCash(sale, shop.currency, payment) && (
        <Text size="sm" role="status" className={classes.flag}>
          {t('sales.cashAsked')}
        </Text>
      )}
      <Textarea
        label={t('sales.saleNote')}
        value={sale.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
        minRows={1}
        maxLength={2000}
      />
      {sale.customer && (
        <Checkbox
          label={t('sales.discreet')}
          checked={sale.isDiscreet}
          onChange={(event) => set({ isDiscreet: event.currentTarget.checked })}
        />
      )}
      <Checkbox
        label={t('sales.staffPurchase')}
        checked={sale.isStaffPurchase}
        onChange={(event) => set({ isStaffPurchase: event.currentTarget.checked })}
      />
      {children}
    </Stack>
  );
}
