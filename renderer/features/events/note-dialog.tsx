import { Stack, Textarea } from '@mantine/core';
import type { EventGuest } from '@shared/contract/event-shapes';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { toast } from '../../ui/toast';

/** What whoever stands at the door, or follows up, should know of a guest. */
export function NoteDialog({ guest, onClose }: { readonly guest: EventGuest; readonly onClose: () => void }) {
  const { t } = useWords();
  const save = useTell('events.noteGuest');
  const [note, setNote] = useState(guest.note);
  return (
    <Dialog title={t('events.guests.note')} isOpen onClose={onClose}>
      <form
        onSubmit={(submitted) => {
          submitted.preventDefault();
          save.mutate(
            { guestId: guest.id, note },
            {
              onSuccess: () => {
                toast(t('events.guests.noted'));
                onClose();
              },
            },
          );
        }}
      >
        <Stack gap="md">
          <Textarea
            data-autofocus
            label={t('events.guests.note')}
            description={t('events.guests.noteHint')}
            value={note}
            maxLength={500}
            autosize
            minRows={2}
            onChange={(typed) => setNote(typed.currentTarget.value)}
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
