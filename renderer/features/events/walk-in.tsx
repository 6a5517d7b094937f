import { Button, Group, Stack, Text } from '@mantine/core';
import type { ShopEvent } from '@shared/contract/event-shapes';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { call } from '../../lib/call';
import { useWords } from '../../lib/i18n';
import { CustomerPicker, type PickedCustomer } from '../../ui/customer-picker';
import { toastError } from '../../ui/toast';
import { toastUndo } from '../../ui/toast-undo';
import { useEventWords } from './event-words';
import classes from './events.module.css';

interface WalkInProps {
  readonly event: ShopEvent;
  /** What was typed or scanned, and whose it is where we know. */
  readonly unknown: { readonly text: string; readonly customer: PickedCustomer | null };
  readonly onDone: () => void;
}

/** Somebody who is not on the list: a customer we know walks in, or is looked up. */
export function WalkIn({ event, unknown, onDone }: WalkInProps) {
  const { t } = useWords();
  const words = useEventWords();
  const letIn = useTell('events.walkIn');
  const [customer, setCustomer] = useState(unknown.customer);
  const come = () => {
    if (!customer) return;
    letIn.mutate(
      { eventId: event.id, customerId: customer.id, persons: 1 },
      {
        onSuccess: ({ guestId }) => {
          onDone();
          toastUndo(
            t('events.door.welcome', { name: customer.name, persons: words.persons(1) }),
            t('common.undo'),
            () => call('events.undoArrival', { guestId }),
          );
        },
        onError: toastError,
      },
    );
  };
  return (
    <section className={classes.banner} aria-label={t('events.door.walkInTitle')}>
      <Stack gap="sm">
        <Text fw={600} role="status">
          {unknown.customer
            ? t('events.door.notListed', { name: unknown.customer.name })
            : unknown.text
              ? t('events.door.unknown', { text: unknown.text })
              : t('events.door.walkInTitle')}
        </Text>
        <Text size="sm">{t('events.door.unknownHint')}</Text>
        <CustomerPicker label={t('events.door.walkInWho')} value={customer} onChange={setCustomer} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t('common.cancel')}
          </Button>
          <Button disabled={!customer} loading={letIn.isPending} onClick={come}>
            {t('events.door.walkIn')}
          </Button>
        </Group>
      </Stack>
    </section>
  );
}
