import { ActionIcon, Button, Checkbox, Group, Stack, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { TimelineEntry } from '@shared/contract/timeline';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { call } from '../../lib/call';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';
import { toast, toastError } from '../../ui/toast';
import { toastUndo } from '../../ui/toast-undo';

/** The author changes or removes a note; both can be taken back. */
export function NoteActions({ entry }: { readonly entry: TimelineEntry }) {
  const { t } = useWords();
  const [isEditing, edit] = useDisclosure(false);
  const setRemoved = (isRemoved: boolean) => call('customers.setNoteRemoved', { id: entry.id, isRemoved });
  const putBack = () => setRemoved(false).then(() => toast(t('common.undone')), toastError);
  const remove = () =>
    setRemoved(true).then(
      () => toastUndo(t('customers.noteRemoved'), t('common.undo'), () => void putBack()),
      toastError,
    );
  return (
    <Group gap={0} wrap="nowrap">
      <ActionIcon aria-label={t('customers.noteEdit')} onClick={edit.open}>
        <IconPencil size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon aria-label={t('customers.noteRemove')} onClick={() => void remove()}>
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
      <Dialog isOpen={isEditing} onClose={edit.close} title={t('customers.noteEdit')} size={620}>
        {isEditing && <EditNote entry={entry} onClose={edit.close} />}
      </Dialog>
    </Group>
  );
}

function EditNote({ entry, onClose }: { readonly entry: TimelineEntry; readonly onClose: () => void }) {
  const { t } = useWords();
  const save = useTell('customers.editNote');
  const before = { body: entry.detail ?? '', isDiscreet: entry.isDiscreet };
  const [note, setNote] = useState(before);
  const takeBack = () =>
    call('customers.editNote', { id: entry.id, ...before }).then(() => toast(t('common.undone')), toastError);
  return (
    <Stack>
      <Textarea
        aria-label={t('customers.note')}
        data-autofocus
        minRows={4}
        value={note.body}
        onChange={(event) => setNote({ ...note, body: event.currentTarget.value })}
      />
      <Checkbox
        label={t('customers.discreetNote')}
        checked={note.isDiscreet}
        onChange={(event) => setNote({ ...note, isDiscreet: event.currentTarget.checked })}
      />
      <ErrorNotice error={save.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button
          disabled={note.body.trim() === ''}
          loading={save.isPending}
          onClick={() =>
            save.mutate(
              { id: entry.id, ...note },
              {
                onSuccess: () => {
                  onClose();
                  toastUndo(t('customers.noteSaved'), t('common.undo'), () => void takeBack());
                },
              },
            )
          }
        >
          {t('customers.noteSave')}
        </Button>
      </Group>
    </Stack>
  );
}
