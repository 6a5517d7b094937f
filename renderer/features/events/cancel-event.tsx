import { Stack, Text, TextInput } from '@mantine/core';
import type { ShopEvent } from '@shared/contract/event-shapes';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { call } from '../../lib/call';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { toastUndo } from '../../ui/toast-undo';

/** It does not take place: why, and what follows from it. */
export function CancelEvent({ event, onClose }: { readonly event: ShopEvent; readonly onClose: () => void }) {
  const { t } = useWords();
  const cancel = useTell('events.cancel');
  const [reason, setReason] = useState('');
  return (
    <Dialog title={t('events.cancel.title')} isOpen onClose={onClose}>
      <form
        onSubmit={(submitted) => {
          submitted.preventDefault();
          cancel.mutate(
            { eventId: event.id, reason },
            {
              onSuccess: ({ toTell }) => {
                onClose();
                toastUndo(t('events.cancel.done', { count: toTell }), t('common.undo'), () =>
                  call('events.reinstate', { eventId: event.id }),
                );
              },
            },
          );
        }}
      >
        <Stack gap="md">
          <Text size="sm">{t('events.cancel.hint')}</Text>
          <TextInput
            required
            data-autofocus
            label={t('events.cancel.reason')}
            value={reason}
            maxLength={300}
            onChange={(typed) => setReason(typed.currentTarget.value)}
          />
          <FormEnd
            error={cancel.error}
            isPending={cancel.isPending}
            submit={t('events.cancel.do')}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
