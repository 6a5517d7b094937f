import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { ProductPicker } from '../../ui/product-picker';
import { toast } from '../../ui/toast';
import { useAllocationWords } from './allocation-words';

interface OpenPieceProps {
  /** The watch, where one came from its own page. */
  readonly productId: string | null;
  readonly onClose: () => void;
}

/** A piece arrived: which, and with which serial number. Opening it ranks those who wait, once and for all. */
export function OpenPiece({ productId, onClose }: OpenPieceProps) {
  const { t } = useWords();
  const words = useAllocationWords();
  const navigate = useNavigate();
  const [chosenId, setChosenId] = useState(productId);
  const [serial, setSerial] = useState('');
  const [note, setNote] = useState('');
  const open = useTell('allocations.open');
  const waiting = useAsk(
    'interests.forProduct',
    { productId: chosenId ?? '', limit: 1 },
    ['interests', 'customers'],
    { enabled: chosenId !== null },
  );
  const save = () => {
    if (!chosenId) return;
    open.mutate(
      { productId: chosenId, serial: serial || null, note: note || null },
      {
        onSuccess: ({ allocationId, number }) => {
          toast(t('allocations.opened', { number }));
          void navigate({ to: '/allocations/$allocationId', params: { allocationId } });
        },
      },
    );
  };
  return (
    <Dialog title={t('allocations.openTitle')} isOpen onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {t('allocations.openHint')}
          </Text>
          {chosenId === null ? (
            <ProductPicker
              label={t('allocations.product')}
              placeholder={t('allocations.productHint')}
              autoFocus
              onProduct={({ id }) => setChosenId(id)}
            />
          ) : (
            waiting.data && (
              <Group justify="space-between" wrap="nowrap">
                <div>
                  <Text fw={600}>{words.product(waiting.data.product)}</Text>
                  <Text size="sm" c="dimmed">
                    {t('interests.waitingCount', { count: waiting.data.waiting })}
                  </Text>
                </div>
                <Button variant="default" onClick={() => setChosenId(null)}>
                  {t('interests.otherProduct')}
                </Button>
              </Group>
            )
          )}
          <TextInput
            label={t('allocations.serial')}
            value={serial}
            maxLength={100}
            onChange={(event) => setSerial(event.currentTarget.value)}
          />
          <TextInput
            label={t('allocations.note')}
            value={note}
            maxLength={300}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <FormEnd
            error={open.error ?? waiting.error}
            isPending={open.isPending}
            submit={t('allocations.doOpen')}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
