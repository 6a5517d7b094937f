import { Button, Group, MultiSelect, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';
import { toast } from '../../ui/toast';
import { type FullProduct, namesOf } from './product-shapes';

interface CompanionsDialogProps {
  readonly product: FullProduct;
  readonly onClose: () => void;
}

/** Says what goes with a product. */
export function CompanionsDialog({ product, onClose }: CompanionsDialogProps) {
  const { t, language } = useWords();
  const [known, setKnown] = useState(() => new Map(product.companions.map((one) => [one.id, one])));
  const [chosen, setChosen] = useState(() => product.companions.map(({ id }) => id));
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text, 120);
  const found = useAsk('products.list', { text: settled, limit: 30 }, ['products'], { keepPrevious: true });
  const save = useTell('products.setCompanions');

  const options = new Map(known);
  for (const one of found.data?.products ?? []) if (one.id !== product.id) options.set(one.id, one);
  const doSave = async () => {
    await save.mutateAsync({ productId: product.id, companionIds: chosen });
    toast(t('common.saved'));
    onClose();
  };
  return (
    <Dialog isOpen onClose={onClose} title={t('products.companionsEdit')} size={640}>
      <Stack>
        <MultiSelect
          data-autofocus
          label={t('products.companionsPick')}
          placeholder={t('products.searchHint')}
          data={[...options.values()].map((one) => ({
            value: one.id,
            label: `${namesOf(one, language).first} · ${one.reference ?? one.code}`,
          }))}
          value={chosen}
          onChange={(ids) => {
            setKnown(options);
            setChosen(ids);
          }}
          searchValue={text}
          onSearchChange={setText}
          filter={({ options: all }) => all}
          nothingFoundMessage={t('products.nothingFound')}
          searchable
          maxValues={24}
        />
        <ErrorNotice error={save.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button loading={save.isPending} onClick={() => void doSave().catch(() => undefined)}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
