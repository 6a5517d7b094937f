import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface PageProps {
  readonly title: string;
  readonly subtitle?: string;
  /** Buttons at the right of the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Every screen's frame: one heading, what can be done, and the content. */
export function Page({ title, subtitle, actions, children }: PageProps) {
  return (
    <Stack gap="lg" p="xl" maw={1680} mx="auto">
      <Group justify="space-between" align="flex-end" wrap="nowrap">
        <div>
          <Title order={1} fz={28}>
            {title}
          </Title>
          {subtitle && <Text c="dimmed">{subtitle}</Text>}
        </div>
        {actions && <Group gap="sm">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  );
}
