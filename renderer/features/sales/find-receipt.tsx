import { Button, Popover, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Output } from '@shared/contract';
import { formatDate } from '@shared/domain/dates';
import { formatMoney } from '@shared/domain/money';
import { IconReceiptRefund } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { call } from '../../lib/call';
import { useWords } from '../../lib/i18n';
import { toastError } from '../../ui/toast';
import classes from './sales.module.css';

type Found = Output<'sales.findByReceipt'>;

/** Opens a receipt by its number: for a return, or to print it again. Imported ones may share a number: then one is chosen. */
export function FindReceipt({ onFound }: { readonly onFound: (saleId: string) => void }) {
  const { t } = useWords();
  const [isOpen, { open, close, toggle }] = useDisclosure(false);
  const [number, setNumber] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const choose = (saleId: string) => {
    close();
    setNumber('');
    setFound(null);
    onFound(saleId);
  };
  const find = async (event: FormEvent) => {
    event.preventDefault();
    if (!number.trim()) return;
    const sales = await call('sales.findByReceipt', { receiptNumber: number.trim() });
    const [sale, another] = sales;
    if (sale && !another) choose(sale.id);
    else setFound(sales);
  };
  return (
    <Popover opened={isOpen} onChange={(next) => (next ? open() : close())} trapFocus position="bottom-end">
      <Popover.Target>
        <Button variant="default" leftSection={<IconReceiptRefund size={18} aria-hidden />} onClick={toggle}>
          {t('sales.findReceipt')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={(event) => void find(event).catch(toastError)}>
          <Stack w={340}>
            <TextInput
              data-autofocus
              label={t('sales.findReceiptLabel')}
              placeholder={t('sales.findReceiptHint')}
              value={number}
              onChange={(event) => {
                setNumber(event.currentTarget.value);
                setFound(null);
              }}
              error={found?.length === 0 && t('sales.receiptNotFound')}
            />
            {found && found.length > 1 && <Several found={found} onChoose={choose} />}
            <Button type="submit">{t('common.search')}</Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

function Several({
  found,
  onChoose,
}: {
  readonly found: Found;
  readonly onChoose: (saleId: string) => void;
}) {
  const { t, language } = useWords();
  return (
    <div role="status">
      <Text size="sm" c="dimmed">
        {t('sales.receiptsShare')}
      </Text>
      <ul className={classes.plainList}>
        {found.map((sale) => (
          <li key={sale.id}>
            <UnstyledButton className={classes.choice} onClick={() => onChoose(sale.id)}>
              <span>
                {formatDate(sale.soldOn, language)}
                <Text size="sm" c="dimmed">
                  {sale.customerName || t('sales.anonymous')}
                </Text>
              </span>
              <Text component="span" fw={600}>
                {formatMoney({ minor: sale.totalMinor, currency: sale.currency }, language)}
              </Text>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </div>
  );
}
