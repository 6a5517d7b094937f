import { Button, Group, Text } from '@mantine/core';
import { useWords } from '../lib/i18n';
import { ErrorNotice } from './error-notice';

interface FormEndProps {
  /** Why it could not be saved. */
  readonly error: unknown;
  readonly isPending: boolean;
  /** The word on the button that saves. */
  readonly submit: string;
  readonly onCancel: () => void;
  /** True where something typed before stands in the form again. */
  readonly isRestored?: boolean;
}

/** The end of a form in a dialog: what went wrong, the way out, and the button that saves. */
export function FormEnd({ error, isPending, submit, onCancel, isRestored = false }: FormEndProps) {
  const { t } = useWords();
  return (
    <>
      <ErrorNotice error={error} />
      <Group justify="flex-end">
        {isRestored && (
          <Text size="sm" c="dimmed" mr="auto">
            {t('needs.restored')}
          </Text>
        )}
        <Button variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={isPending}>
          {submit}
        </Button>
      </Group>
    </>
  );
}
