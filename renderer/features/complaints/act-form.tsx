import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
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
  const { t } = useWords();
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
        <ErrorNotice error={error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={isPending}>
            {save}
          </Button>
        </Group>
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
