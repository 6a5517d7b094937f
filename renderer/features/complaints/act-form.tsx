import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../lib/i18n';
import { FormEnd } from '../../ui/form-end';
import { toast } from '../../ui/toast';
import classes from './complaints.module.css';

interface ActFormProps {
  readonly save: string;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly onSave: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** What every act looks like: its fields, what was refused, save and cancel. */
export function ActForm({ save, error, isPending, onSave, onCancel, children }: ActFormProps) {
  return (
    <form
      className={classes.act}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      <Stack gap="md">
        {children}
        <FormEnd error={error} isPending={isPending} submit={save} onCancel={onCancel} />
      </Stack>
    </form>
  );
}

/** Says that it was kept, and puts the form away. */
export function useEnded(onEnd: () => void): { onSuccess: () => void } {
  const { t } = useWords();
  return {
    onSuccess: () => {
      toast(t('complaints.saved'));
      onEnd();
    },
  };
}
