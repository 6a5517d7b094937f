import { Stack, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { FormEnd } from './form-end';

interface ReasonFormProps {
  /** What is asked before the reason. */
  readonly children: ReactNode;
  readonly label: string;
  /** True where the reason is all that is asked: it has the focus. */
  readonly isAll?: boolean;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly submit: string;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly onSave: () => void;
  readonly onClose: () => void;
}

/** A form that ends in its reason, which stays on record. */
export function ReasonForm(props: ReasonFormProps) {
  const {
    children,
    label,
    isAll = false,
    reason,
    onReason,
    submit,
    error,
    isPending,
    onSave,
    onClose,
  } = props;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      <Stack gap="md">
        {children}
        <TextInput
          data-autofocus={isAll || undefined}
          required
          label={label}
          value={reason}
          maxLength={300}
          onChange={(event) => onReason(event.currentTarget.value)}
        />
        <FormEnd error={error} isPending={isPending} submit={submit} onCancel={onClose} />
      </Stack>
    </form>
  );
}
