import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { closeButton, toastError } from './toast';

const undoForMs = 10_000;

/** Says what was done and offers to take it back. */
export function toastUndo(message: string, undoWord: string, undo: () => unknown): void {
  const id = crypto.randomUUID();
  notifications.show({
    id,
    autoClose: undoForMs,
    withBorder: true,
    closeButtonProps: closeButton(),
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        <Button
          variant="subtle"
          onClick={() => {
            notifications.hide(id);
            Promise.resolve(undo()).catch(toastError);
          }}
        >
          {undoWord}
        </Button>
      </Group>
    ),
  });
}
