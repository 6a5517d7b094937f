import { Button, Stack, Text } from '@mantine/core';
import { formatMoney } from '@shared/domain/money';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTell } from '../../lib/ask';
import { CallError, call } from '../../lib/call';
import { useCounter } from '../../lib/counter';
import { errorText, useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { ProductPicker } from '../../ui/product-picker';
import { toast } from '../../ui/toast';
import { useReasons } from './reasons';
import {
  inputOf,
  type SaleDraft,
  type SaleLinks,
  totalOf,
  withLine,
  withProduct,
  withText,
} from './sale-draft';
import { SaleLine } from './sale-line';
import { SaleSide } from './sale-side';
import classes from './sales.module.css';
import { productName, useCustomerName } from './shown-names';

interface SaleFormProps {
  readonly start: SaleDraft;
  readonly links: SaleLinks;
  readonly onChange: (sale: SaleDraft) => void;
  readonly onRecorded: (saleId: string) => void;
}

/** Lines at the left, who and how at the right, the total large; Ctrl+Enter records. */
export function SaleForm({ start, links, onChange, onRecorded }: SaleFormProps) {
  const { t } = useWords();
  const [sale, setSale] = useState(start);
  const { codes: reasons } = useReasons('discountReasons');
  const { codes: payments } = useReasons('payments');
  const record = useTell('sales.record');
  const scan = useRef<HTMLInputElement>(null);
  const change = useCallback(
    (next: SaleDraft) => {
      setSale(next);
      onChange(next);
    },
    [onChange],
  );
  useLinked(links, sale, change);

  const doRecord = async (isConfirmed = false) => {
    if (record.isPending) return;
    const { saleId, receiptNumber } = await record.mutateAsync(
      inputOf(sale, links, { reasons, payments }, isConfirmed),
    );
    toast(t('sales.recorded', { number: receiptNumber }));
    onRecorded(saleId);
  };
  const tryRecord = (isConfirmed?: boolean) => void doRecord(isConfirmed).catch(() => undefined);
  useRecordKey(tryRecord);
  const asksPrecious = record.error instanceof CallError && record.error.code === 'PRECIOUS_CASH';

  return (
    <div className={classes.sale}>
      <Stack gap="md">
        <ProductPicker
          ref={scan}
          label={t('sales.scan')}
          placeholder={t('sales.scanHint')}
          size="lg"
          autoFocus
          onProduct={(product, name) => change(withProduct(sale, product, name))}
          onText={(text) => change(withText(sale, text))}
        />
        {sale.lines.length === 0 && <EmptyState title={t('sales.empty')} hint={t('sales.emptyHint')} />}
        <ol className={classes.lines}>
          {sale.lines.map((line, index) => (
            <SaleLine
              key={line.key}
              line={line}
              number={index + 1}
              onChange={(lineChange) => change(withLine(sale, line.key, lineChange))}
              onRemove={() => {
                change({ ...sale, lines: sale.lines.filter(({ key }) => key !== line.key) });
                scan.current?.focus();
              }}
            />
          ))}
        </ol>
      </Stack>
      <SaleSide sale={sale} links={links} onChange={change}>
        <Total sale={sale} />
        {!asksPrecious && <ErrorNotice error={record.error} />}
        <Button
          size="lg"
          fullWidth
          loading={record.isPending}
          disabled={sale.lines.length === 0}
          onClick={() => tryRecord()}
          title="Ctrl+Enter"
        >
          {t('sales.record')}
        </Button>
      </SaleSide>
      <Dialog isOpen={asksPrecious} onClose={record.reset} title={t('sales.preciousTitle')}>
        <Stack>
          <Text>{record.error && errorText(record.error)}</Text>
          <Button data-autofocus loading={record.isPending} onClick={() => tryRecord(true)}>
            {t('sales.preciousConfirm')}
          </Button>
          <Button variant="default" onClick={record.reset}>
            {t('common.cancel')}
          </Button>
        </Stack>
      </Dialog>
    </div>
  );
}

function Total({ sale }: { readonly sale: SaleDraft }) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const total = totalOf(sale);
  const discount = sale.lines.reduce((sum, line) => sum + line.discountMinor, 0);
  const show = (minor: number) => formatMoney({ minor, currency: shop.currency }, language);
  return (
    <div className={classes.total} role="status">
      {discount > 0 && (
        <Text c="dimmed">
          {t('sales.subtotal')} {show(total + discount)} · {t('sales.discountTotal')} {show(-discount)}
        </Text>
      )}
      <Text c="dimmed">{t('sales.total')}</Text>
      <Text fz={40} fw={600} lh={1.1}>
        {show(total)}
      </Text>
    </div>
  );
}

/** Puts in what the screen was opened with: a product, a customer. */
function useLinked(links: SaleLinks, sale: SaleDraft, change: (sale: SaleDraft) => void): void {
  const { language } = useWords();
  const nameOf = useCustomerName();
  const isDone = useRef(false);
  useEffect(() => {
    if (isDone.current) return;
    isDone.current = true;
    const { customerId, productId } = links;
    if (!customerId && !productId) return;
    const fill = async () => {
      let next = sale;
      if (customerId && customerId !== sale.customer?.id) {
        const customer = await call('customers.get', { id: customerId, purpose: 'counter' });
        next = { ...next, customer: { id: customerId, name: nameOf(customer) } };
      }
      if (productId && !sale.lines.some((line) => line.productId === productId)) {
        const product = await call('products.get', { productId });
        next = withProduct(next, product, productName(product, language));
      }
      change(next);
    };
    void fill().catch(() => undefined);
  }, [links, sale, change, language, nameOf]);
}

/** Ctrl+Enter from anywhere on the screen. */
function useRecordKey(record: () => void): void {
  const latest = useRef(record);
  latest.current = record;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
