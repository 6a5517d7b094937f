import { Skeleton, Stack } from '@mantine/core';
import type { Input, Output } from '@shared/contract';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { call } from '../../lib/call';
import { useWords } from '../../lib/i18n';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { ButtonLink } from '../../ui/links';
import classes from './book.module.css';
import { CustomerRow } from './customer-row';

const rowHeight = 72;
const headHeight = 30;

interface BookListProps {
  readonly input: Omit<Input<'customers.list'>, 'cursor' | 'limit'>;
  readonly emptyKind: 'shop' | 'mine' | 'filtered';
}

/** The lines of the client book; more are read as one scrolls, and only those in sight are drawn. */
export function BookList({ input, emptyKind }: BookListProps) {
  const { t } = useWords();
  const scroll = useRef<HTMLDivElement>(null);
  const pages = useInfiniteQuery({
    queryKey: ['customers.list', input],
    queryFn: ({ pageParam }) => call('customers.list', { ...input, cursor: pageParam, limit: 100 }),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Output<'customers.list'>) => page.next,
    meta: { topics: ['customers', 'sales', 'vip', 'needs', 'consents'] },
  });
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    // The line of headings scrolls with the list and stays on top.
    scrollMargin: headHeight,
  });
  const lastInSight = virtual.getVirtualItems().at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  useEffect(() => {
    // A page filtered by consent may come back short, so what counts is how far the list reaches.
    if (hasNextPage && !isFetchingNextPage && lastInSight >= rows.length - 20) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, lastInSight, rows.length]);

  if (pages.error) return <ErrorNotice error={pages.error} onRetry={() => void pages.refetch()} />;
  if (!pages.data) return <Waiting />;
  if (rows.length === 0 && !hasNextPage) return <Empty kind={emptyKind} />;
  return (
    <div className={classes.scroll} ref={scroll}>
      <div className={classes.head} aria-hidden>
        <span>{t('customers.heading')}</span>
        <span>{t('customers.advisor')}</span>
        <span>{t('customers.lastPurchase')}</span>
        <span>{t('customers.lifetime')}</span>
        <span>{t('customers.openNeeds')}</span>
      </div>
      <ul
        className={classes.list}
        aria-label={t('customers.list')}
        style={{ height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map((item) => {
          const card = rows[item.index];
          return (
            card && (
              <li
                key={card.id}
                className={classes.item}
                aria-setsize={hasNextPage ? -1 : rows.length}
                aria-posinset={item.index + 1}
                style={{ transform: `translateY(${item.start - headHeight}px)` }}
              >
                <CustomerRow card={card} />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}

function Waiting() {
  return (
    <Stack gap="xs" mt="md" aria-hidden>
      {[1, 2, 3, 4, 5].map((line) => (
        <Skeleton key={line} height={56} />
      ))}
    </Stack>
  );
}

function Empty({ kind }: { readonly kind: BookListProps['emptyKind'] }) {
  const { t } = useWords();
  if (kind === 'filtered') return <EmptyState title={t('customers.emptyFiltered')} />;
  return (
    <EmptyState
      title={t(kind === 'mine' ? 'customers.emptyMine' : 'customers.empty')}
      hint={t(kind === 'mine' ? 'customers.emptyMineHint' : 'customers.emptyHint')}
      action={
        <ButtonLink to="/customers/new" leftSection={<IconPlus size={18} aria-hidden />}>
          {t('customers.add')}
        </ButtonLink>
      }
    />
  );
}
