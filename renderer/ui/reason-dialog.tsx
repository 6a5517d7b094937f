import { Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from './dialog';
import { FormEnd } from './form-end';

interface ReasonDialogProps {
  readonly title: string;
  /** What stays on record. */
  readonly hint: string;
  readonly label: string;
  readonly submit: string;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly onClose: () => void;
  readonly onSave: (reason: string) => void;
}

/** One question, and its answer that stays: why. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, hint, label, submit, error, isPending, onClose, onSave } = props;
  const [reason, setReason] = useState('');
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSave(reason);
        }}
      >
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {hint}
          </Text>
          <TextInput
            data-autofocus
            required
            label={label}
            value={reason}
            maxLength={300}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <FormEnd error={error} isPending={isPending} submit={submit} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
