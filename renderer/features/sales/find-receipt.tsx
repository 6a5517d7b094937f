import { Button, Popover, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconReceiptRefund } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { call } from '../../lib/call';
import { useWords } from '../../lib/i18n';
import { toastError } from '../../ui/toast';

/** Opens a receipt by its number: for a return, or to print it again. */
export function FindReceipt({ onFound }: { readonly onFound: (saleId: string) => void }) {
  const { t } = useWords();
  const [isOpen, { open, close, toggle }] = useDisclosure(false);
  const [number, setNumber] = useState('');
  const [isMissing, setMissing] = useState(false);
  const find = async (event: FormEvent) => {
    event.preventDefault();
    if (!number.trim()) return;
    const [sale] = await call('sales.findByReceipt', { receiptNumber: number.trim().toUpperCase() });
    setMissing(!sale);
    if (!sale) return;
    close();
    setNumber('');
    onFound(sale.id);
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
          <Stack>
            <TextInput
              data-autofocus
              label={t('sales.findReceiptLabel')}
              placeholder={t('sales.findReceiptHint')}
              value={number}
              onChange={(event) => setNumber(event.currentTarget.value)}
              error={isMissing && t('sales.receiptNotFound')}
              w={300}
            />
            <Button type="submit">{t('common.search')}</Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
