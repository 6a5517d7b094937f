import { Autocomplete, NumberInput, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { toast } from '../../ui/toast';
import type { FullProduct } from './product-shapes';

const reasons = ['counted', 'received', 'damaged', 'moved', 'lost'] as const;

interface StockDialogProps {
  readonly product: FullProduct;
  readonly onClose: () => void;
}

/** Puts the count right, with the reason. */
export function StockDialog({ product, onClose }: StockDialogProps) {
  const { t } = useWords();
  const [count, setCount] = useState<number | string>(Math.max(0, product.stockCount ?? 0));
  const [reason, setReason] = useState('');
  const save = useTell('products.setStock');
  const words = new Map(reasons.map((code) => [t(`products.stockReasons.${code}`), code as string]));
  const doSave = async (event: FormEvent) => {
    event.preventDefault();
    await save.mutateAsync({
      productId: product.id,
      count: count === '' ? null : Number(count),
      reason: words.get(reason) ?? reason,
    });
    toast(t('common.saved'));
    onClose();
  };
  return (
    <Dialog isOpen onClose={onClose} title={t('products.setStock')}>
      <form onSubmit={(event) => void doSave(event).catch(() => undefined)}>
        <Stack>
          <NumberInput
            data-autofocus
            label={t('products.countNow')}
            description={t('products.countNowHint')}
            value={count}
            onChange={setCount}
            min={0}
            max={1_000_000}
            allowDecimal={false}
          />
          <Autocomplete
            comboboxProps={{ withinPortal: false }}
            size="md"
            label={t('products.stockReason')}
            data={[...words.keys()]}
            value={reason}
            onChange={setReason}
            maxLength={200}
            required
          />
          <FormEnd
            error={save.error}
            isPending={save.isPending}
            submit={t('common.save')}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
