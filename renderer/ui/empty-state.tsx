import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly title: string;
  /** What to do to fill it: an empty screen teaches. */
  readonly hint?: string;
  readonly action?: ReactNode;
}

/** Shown where there is nothing yet. */
export function EmptyState({ title, hint, action }: EmptyStateProps) {
  return (
    <Stack align="center" gap="xs" py="xl" px="md">
      <Text fw={600} ta="center">
        {title}
      </Text>
      {hint && (
        <Text c="dimmed" ta="center" maw={520}>
          {hint}
        </Text>
      )}
      {action}
    </Stack>
  );
}
