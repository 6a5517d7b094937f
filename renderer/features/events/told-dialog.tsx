import { Select, Stack } from '@mantine/core';
import type { EventGuest } from '@shared/contract/event-shapes';
import { TOLD_CHANNELS, type ToldChannel } from '@shared/domain/promises';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { toast } from '../../ui/toast';

/** A guest who knows of the cancellation already: how they were told. */
export function ToldDialog({ guest, onClose }: { readonly guest: EventGuest; readonly onClose: () => void }) {
  const { t } = useWords();
  const tell = useTell('events.toldCancelled');
  const [channel, setChannel] = useState<ToldChannel>('phone');
  return (
    <Dialog title={t('events.guests.told')} isOpen onClose={onClose}>
      <form
        onSubmit={(submitted) => {
          submitted.preventDefault();
          tell.mutate(
            { guestId: guest.id, channel },
            {
              onSuccess: () => {
                toast(t('events.guests.toldIt'));
                onClose();
              },
            },
          );
        }}
      >
        <Stack gap="md">
          <Select
            label={t('promises.told')}
            value={channel}
            allowDeselect={false}
            data={TOLD_CHANNELS.map((one) => ({ value: one, label: t(`promises.channel.${one}`) }))}
            onChange={(value) => value && setChannel(value as ToldChannel)}
          />
          <FormEnd
            error={tell.error}
            isPending={tell.isPending}
            submit={t('events.guests.told')}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
