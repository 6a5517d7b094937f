import { Badge, Group } from '@mantine/core';
import type { InterestFlag } from '@shared/domain/allocation';
import { useWords } from '../lib/i18n';

/** What must be seen beside a name before a scarce watch is offered. Nothing where there is nothing. */
export function InterestFlags({ flags }: { readonly flags: readonly InterestFlag[] }) {
  const { t } = useWords();
  if (flags.length === 0) return null;
  return (
    <Group gap={6}>
      {flags.map((flag) => (
        <Badge
          key={flag}
          variant="outline"
          color={flag === 'resale' ? 'red' : 'gray'}
          c={flag === 'resale' ? 'var(--danger-text)' : undefined}
        >
          {t(`interests.flag.${flag}`)}
        </Badge>
      ))}
    </Group>
  );
}
