import { NumberInput, Stack, Text, TextInput } from '@mantine/core';
import type { GiftKind } from '@shared/contract/gifts';
import { formatInstant } from '@shared/domain/dates';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';
import { FormEnd } from '../../ui/form-end';
import { toast } from '../../ui/toast';
import { useGiftWords } from './gift-words';
import classes from './gifts.module.css';

/** What somebody does to the stock by hand. */
export type MoveKind = 'receive' | 'count' | 'correct';

interface StockDialogProps {
  readonly what: MoveKind;
  readonly kind: GiftKind;
  readonly onClose: () => void;
}

const fieldOf = { receive: 'pieces', count: 'counted', correct: 'change' } as const;

/** Pieces that came, the drawer counted, or a correction: with its reason where the books change by it. */
export function StockDialog({ what, kind, onClose }: StockDialogProps) {
  const { t } = useWords();
  const words = useGiftWords();
  const [number, setNumber] = useState<number | ''>(what === 'count' ? kind.stock : '');
  const [reason, setReason] = useState('');
  const receive = useTell('gifts.receive');
  const count = useTell('gifts.count');
  const correct = useTell('gifts.correct');
  const telling = { receive, count, correct }[what];
  const differs = what === 'count' && number !== '' && number !== kind.stock;
  const needsReason = what === 'correct' || differs;
  const save = () => {
    const amount = Number(number);
    const done = {
      onSuccess: ({ stock }: { stock: number }) => {
        toast(t('gifts.stock.moved', { name: words.kindName(kind), stock }));
        onClose();
      },
    };
    const said = { kindId: kind.id, reason: reason || null };
    if (what === 'receive') receive.mutate({ ...said, quantity: amount }, done);
    else if (what === 'count') count.mutate({ ...said, counted: amount }, done);
    else correct.mutate({ kindId: kind.id, quantity: amount, reason }, done);
  };
  return (
    <Dialog title={t(`gifts.stock.${what}Title`, { name: words.kindName(kind) })} isOpen onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Stack gap="md">
          <NumberInput
            required
            data-autofocus
            label={t(`gifts.stock.${fieldOf[what]}`)}
            value={number}
            min={what === 'correct' ? -10_000 : what === 'count' ? 0 : 1}
            max={10_000}
            allowNegative={what === 'correct'}
            allowDecimal={false}
            hideControls
            onChange={(typed) => setNumber(typed === '' || typed === '-' ? '' : Number(typed))}
          />
          {differs && <Text size="sm">{t('gifts.stock.differs', { stock: kind.stock })}</Text>}
          <TextInput
            required={needsReason}
            label={t(needsReason ? 'gifts.stock.reason' : 'gifts.stock.note')}
            value={reason}
            maxLength={300}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <FormEnd
            error={telling.error}
            isPending={telling.isPending}
            submit={t(`gifts.stock.${what}`)}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}

/** What came and went of one kind, the last first; nothing of it can be changed. */
export function Movements({ kind, onClose }: { readonly kind: GiftKind; readonly onClose: () => void }) {
  const { t, language } = useWords();
  const words = useGiftWords();
  const { shop } = useCounter();
  const list = useAsk('gifts.movements', { kindId: kind.id }, ['gifts']);
  return (
    <Dialog
      title={`${t('gifts.stock.movements')}: ${words.kindName(kind)}`}
      isOpen
      onClose={onClose}
      size={620}
    >
      <ErrorNotice error={list.error} />
      {list.data?.length === 0 && <Text>{t('gifts.stock.noMovement')}</Text>}
      <ul className={classes.list}>
        {list.data?.map((movement) => (
          <li key={movement.id} className={classes.gift}>
            <div>
              <Text>
                {t(`gifts.stock.movement.${movement.kind}`, {
                  counted: movement.counted ?? 0,
                  number: movement.giftNumber ?? '',
                })}
              </Text>
              {movement.reason && <Text size="sm">{movement.reason}</Text>}
              <Text size="sm" c="dimmed">
                {[formatInstant(movement.at, language, shop.timeZone), movement.by].join(' · ')}
              </Text>
            </div>
            <Text fw={600}>{movement.quantity > 0 ? `+${movement.quantity}` : movement.quantity}</Text>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
