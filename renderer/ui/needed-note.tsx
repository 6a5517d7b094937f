import { Text } from '@mantine/core';

/** Says what a form cannot do without, where no field of its own can say it: a drawing, a choice among people. */
export function NeededNote({ children }: { readonly children: string }) {
  return (
    <Text size="sm" role="alert" c="var(--danger-text)">
      {children}
    </Text>
  );
}
