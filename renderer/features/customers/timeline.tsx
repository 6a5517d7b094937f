import { Button, Chip, Group, Stack } from '@mantine/core';
import type { Output } from '@shared/contract';
import { type TimelineKind, timelineKinds } from '@shared/contract/timeline';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../lib/call';
import { useWords } from '../../lib/i18n';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import classes from './customer-page.module.css';
import { QuickNote } from './quick-note';
import { TimelineLine } from './timeline-line';

/** One story of everything that happened, newest first, with a place to write the next line of it. */
export function Timeline({ customerId }: { readonly customerId: string }) {
  const { t } = useWords();
  const [kinds, setKinds] = useState<TimelineKind[]>([]);
  const pages = useInfiniteQuery({
    queryKey: ['timeline.forCustomer', customerId, kinds],
    queryFn: ({ pageParam }) => call('timeline.forCustomer', { customerId, kinds, cursor: pageParam }),
    initialPageParam: null as string | null,
    // What can be chosen stays where it is while what was chosen is on its way; nothing of one customer is shown with another.
    placeholderData: (previous, query) => (query?.queryKey[1] === customerId ? previous : undefined),
    getNextPageParam: (page: Output<'timeline.forCustomer'>) => page.next,
    meta: {
      topics: [
        'customers',
        'sales',
        'items',
        'needs',
        'recommendations',
        'promises',
        'plans',
        'complaints',
        'feedback',
        'conversations',
        'enquiries',
        'quotations',
        'interests',
        'jobs',
        'handovers',
        'gifts',
        'reviews',
        'events',
        'campaigns',
        'consents',
        'vip',
        'privacy',
      ],
    },
  });
  const entries = pages.data?.pages.flatMap((page) => page.entries) ?? [];
  const there = pages.data?.pages[0]?.kinds ?? [];
  const choices = timelineKinds.filter((kind) => there.includes(kind) || kinds.includes(kind));
  return (
    <Section title={t('timeline.heading')}>
      <Stack gap="md">
        <QuickNote customerId={customerId} />
        {choices.length > 1 && (
          <Chip.Group multiple value={kinds} onChange={(value) => setKinds(value as TimelineKind[])}>
            <Group gap={6} role="group" aria-label={t('timeline.filter')}>
              {choices.map((kind) => (
                <Chip key={kind} value={kind} size="md" variant="outline">
                  {t(`story.${kind}.kind`)}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        )}
        <ErrorNotice error={pages.error} onRetry={() => void pages.refetch()} />
        {pages.data && entries.length === 0 && (
          <EmptyState
            title={t(kinds.length > 0 ? 'timeline.emptyFiltered' : 'timeline.empty')}
            hint={kinds.length > 0 ? undefined : t('timeline.emptyHint')}
          />
        )}
        <ol className={classes.entries} aria-label={t('timeline.heading')}>
          {entries.map((entry) => (
            <TimelineLine key={`${entry.kind} ${entry.id}`} entry={entry} />
          ))}
        </ol>
        {pages.hasNextPage && (
          <Button
            variant="default"
            onClick={() => void pages.fetchNextPage()}
            loading={pages.isFetchingNextPage}
          >
            {t('timeline.older')}
          </Button>
        )}
      </Stack>
    </Section>
  );
}
