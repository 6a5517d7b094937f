import { Text } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from './dialog';
import { ReasonForm } from './reason-form';

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
      <ReasonForm
        label={label}
        isAll
        reason={reason}
        onReason={setReason}
        submit={submit}
        error={error}
        isPending={isPending}
        onSave={() => onSave(reason)}
        onClose={onClose}
      >
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
      </ReasonForm>
    </Dialog>
  );
}
