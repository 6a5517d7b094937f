import { Button, Checkbox, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { type Draft, useDraft } from '../../lib/drafts';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';

interface NoteValues {
  body: string;
  isDiscreet: boolean;
}
const blank: NoteValues = { body: '', isDiscreet: false };

/** A line for the next note; half a note survives going elsewhere. */
export function QuickNote({ customerId }: { readonly customerId: string }) {
  const draft = useDraft<NoteValues>('customers.note', customerId, blank);
  return <NoteForm key={String(draft.start !== null)} customerId={customerId} draft={draft} />;
}

interface NoteFormProps {
  readonly customerId: string;
  readonly draft: Draft<NoteValues>;
}

function NoteForm({ customerId, draft }: NoteFormProps) {
  const { t } = useWords();
  const add = useTell('customers.addNote');
  const [note, setNote] = useState<NoteValues>(draft.start ?? blank);
  const type = (part: Partial<NoteValues>) => {
    const next = { ...note, ...part };
    setNote(next);
    draft.keep(next);
  };
  const save = () => {
    if (note.body.trim() === '' || add.isPending) return;
    add.mutate(
      { customerId, ...note },
      {
        onSuccess: () => {
          setNote(blank);
          draft.clear();
        },
      },
    );
  };
  return (
    <Stack gap="xs">
      <Textarea
        aria-label={t('customers.noteAdd')}
        placeholder={t('customers.notePlaceholder')}
        value={note.body}
        onChange={(event) => type({ body: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            save();
          }
        }}
      />
      <ErrorNotice error={add.error} />
      {note.body.trim() !== '' && (
        <Group justify="space-between">
          <Checkbox
            label={t('customers.discreetNote')}
            checked={note.isDiscreet}
            onChange={(event) => type({ isDiscreet: event.currentTarget.checked })}
          />
          <Button onClick={save} loading={add.isPending} title="Ctrl+Enter">
            {t('customers.noteSave')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
