import { NumberInput, SegmentedControl, Select, Stack, TextInput } from '@mantine/core';
import type { EventGuest } from '@shared/contract/event-shapes';
import { mostPersons, REPLIES, type Reply } from '@shared/domain/events';
import { TOLD_CHANNELS, type ToldChannel } from '@shared/domain/promises';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { toast } from '../../ui/toast';
import { useEventWords } from './event-words';

/** What a guest answered, for how many, and how we heard. */
export function ReplyDialog({
  guest,
  onClose,
}: {
  readonly guest: EventGuest;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  const words = useEventWords();
  const save = useTell('events.reply');
  const [reply, setReply] = useState<Reply>(guest.reply?.reply ?? 'coming');
  const [persons, setPersons] = useState(guest.reply?.persons ?? 1);
  const [how, setHow] = useState<ToldChannel>(guest.reply?.how ?? guest.invited?.by ?? 'phone');
  const [note, setNote] = useState(guest.note);
  return (
    <Dialog title={t('events.reply.title', { name: words.name(guest) })} isOpen onClose={onClose}>
      <form
        onSubmit={(submitted) => {
          submitted.preventDefault();
          save.mutate(
            { guestId: guest.id, reply, persons, how, note },
            {
              onSuccess: () => {
                toast(t('events.reply.noted'));
                onClose();
              },
            },
          );
        }}
      >
        <Stack gap="md">
          <SegmentedControl
            data-autofocus
            aria-label={t('events.reply.label')}
            value={reply}
            onChange={(value) => setReply(value as Reply)}
            data={REPLIES.map((value) => ({ value, label: t(`events.reply.${value}`) }))}
          />
          {reply !== 'not-coming' && (
            <NumberInput
              label={t('events.reply.persons')}
              value={persons}
              min={1}
              max={mostPersons}
              allowDecimal={false}
              onChange={(typed) => typeof typed === 'number' && setPersons(typed)}
            />
          )}
          <Select
            label={t('events.reply.how')}
            value={how}
            allowDeselect={false}
            data={TOLD_CHANNELS.map((one) => ({ value: one, label: t(`promises.channel.${one}`) }))}
            onChange={(value) => value && setHow(value as ToldChannel)}
          />
          <TextInput
            label={t('events.guests.note')}
            description={t('events.guests.noteHint')}
            value={note}
            maxLength={500}
            onChange={(typed) => setNote(typed.currentTarget.value)}
          />
          <FormEnd
            error={save.error}
            isPending={save.isPending}
            submit={t('events.reply.save')}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
