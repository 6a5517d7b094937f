import { Stack } from '@mantine/core';
import type { EventGuest, ShopEvent } from '@shared/contract/event-shapes';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { CustomerPicker, type PickedCustomer } from '../../ui/customer-picker';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { toast } from '../../ui/toast';

interface AddGuestProps {
  readonly event: ShopEvent;
  readonly guests: readonly EventGuest[];
  readonly onClose: () => void;
}

/** One customer by name, whether they may be written to or not. */
export function AddGuest({ event, guests, onClose }: AddGuestProps) {
  const { t } = useWords();
  const add = useTell('events.addGuest');
  const [customer, setCustomer] = useState<PickedCustomer | null>(null);
  const [isMissing, setMissing] = useState(false);
  const isListed = guests.some((guest) => guest.customer.id === customer?.id);
  const problem = isListed
    ? t('errors.ALREADY_A_GUEST')
    : isMissing && !customer
      ? t('events.guests.whoNeeded')
      : null;
  return (
    <Dialog title={t('events.guests.addOne')} isOpen onClose={onClose}>
      <form
        onSubmit={(submitted) => {
          submitted.preventDefault();
          setMissing(customer === null);
          if (!customer) return;
          add.mutate(
            { eventId: event.id, customerId: customer.id },
            {
              onSuccess: () => {
                toast(t('events.guests.added'));
                onClose();
              },
            },
          );
        }}
      >
        <Stack gap="md">
          <CustomerPicker
            label={t('events.door.walkInWho')}
            value={customer}
            onChange={setCustomer}
            {...(problem ? { error: problem } : {})}
          />
          <FormEnd
            error={add.error}
            isPending={add.isPending}
            submit={t('events.guests.addNow')}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
