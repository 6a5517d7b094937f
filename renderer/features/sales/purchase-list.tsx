import { Group, Select, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { saleKinds } from '@shared/contract/sales';
import { formatDate } from '@shared/domain/dates';
import { formatMoney } from '@shared/domain/money';
import { IconSearch } from '@tabler/icons-react';
import { elementScroll, type observeElementRect, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../../lib/i18n';
import { AfterPaint } from '../../ui/after-paint';
import { ErrorNotice } from '../../ui/error-notice';
import { usePurchases } from './purchases.data';
import { ReceiptLine, type Sale } from './receipt-lines';
import classes from './sales.module.css';

interface PurchaseListProps {
  readonly customerId: string;
  readonly years: readonly number[];
  readonly onOpen: (saleId: string) => void;
}

/** What the filters take in one line, with the room below them. */
const filterHeight = 79;

/** Receipts with their lines, newest first: filter, search inside, scroll through thousands. */
export function PurchaseList({ customerId, years, onOpen }: PurchaseListProps) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [year, setYear] = useState<string | null>(null);
  const [kind, setKind] = useState<(typeof saleKinds)[number] | null>(null);
  const [settled] = useDebouncedValue(text.trim(), 120);
  const pages = usePurchases({
    customerId,
    ...(settled ? { text: settled } : {}),
    ...(year ? { year: Number(year) } : {}),
    ...(kind ? { kind } : {}),
  });
  const sales = useMemo(() => pages.data?.flatMap((page) => page.sales) ?? [], [pages.data]);
  const counts = pages.data?.[0];
  return (
    <div>
      <AfterPaint room={filterHeight}>
        <Group gap="sm" align="flex-end" mb="sm">
          <TextInput
            type="search"
            label={t('sales.history.search')}
            placeholder={t('sales.history.searchHint')}
            leftSection={<IconSearch size={18} aria-hidden />}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            flex={1}
            miw={220}
          />
          <Select
            label={t('sales.history.year')}
            placeholder={t('common.all')}
            data={[...years].reverse().map(String)}
            value={year}
            onChange={setYear}
            clearable
            w={130}
          />
          <Select
            label={t('sales.history.kind')}
            placeholder={t('common.all')}
            data={saleKinds.map((value) => ({ value, label: t(`sales.kind.${value}`) }))}
            value={kind}
            onChange={setKind}
            clearable
            w={160}
          />
        </Group>
      </AfterPaint>
      <ErrorNotice error={pages.error} onRetry={() => void pages.refetch()} />
      {counts && (
        <Text size="sm" c="dimmed" role="status" mb={4}>
          {counts.receipts === 0
            ? t('sales.history.nothingFound')
            : t('sales.history.found', { receipts: counts.receipts, lines: counts.lines })}
        </Text>
      )}
      <Receipts
        sales={sales}
        hasMore={pages.hasNextPage}
        onMore={() => {
          if (!pages.isFetchingNextPage) void pages.fetchNextPage();
        }}
        onOpen={onOpen}
      />
    </div>
  );
}

/** A new list stands at its top already; scrolling it there would lay the screen out before it is complete. */
const scrollUnlessAtTop: typeof elementScroll = (offset, options, list) => {
  if (offset > 0) elementScroll(offset, options, list);
};

interface ReceiptsProps {
  readonly sales: readonly Sale[];
  readonly hasMore: boolean;
  readonly onMore: () => void;
  readonly onOpen: (saleId: string) => void;
}

type Line = Sale['lines'][number];

/** A receipt's head, or one of its lines: an invoice of a thousand lines scrolls like a thousand receipts. */
type Row = {
  readonly key: string;
  readonly sale: Sale;
  readonly line: Line | null;
  readonly isLast: boolean;
};

function rowsOf(sales: readonly Sale[]): Row[] {
  return sales.flatMap((sale) => [
    { key: sale.id, sale, line: null, isLast: sale.lines.length === 0 },
    ...sale.lines.map((line, index) => ({
      key: `${sale.id}.${line.position}`,
      sale,
      line,
      isLast: index === sale.lines.length - 1,
    })),
  ]);
}

const headHeight = 44;
const lineHeight = 52;
const mostHeight = 560;

/** Tells the list's size when the browser has laid it out anyway: asked at once, it would lay the screen out twice. */
const observeLaidOut: typeof observeElementRect = ({ scrollElement }, tell) => {
  if (!scrollElement) return;
  const observer = new ResizeObserver(([entry]) => {
    if (!entry) return;
    const { width, height } = entry.contentRect;
    tell({ width: Math.round(width), height: Math.round(height) });
  });
  observer.observe(scrollElement);
  return () => observer.disconnect();
};

/** Only what is in sight is drawn, at the height its words need. */
function Receipts({ sales, hasMore, onMore, onOpen }: ReceiptsProps) {
  const { t } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => rowsOf(sales), [sales]);
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => place.current,
    estimateSize: (index) => (shown[index]?.line ? lineHeight : headHeight),
    getItemKey: (index) => shown[index]?.key ?? index,
    overscan: 5,
    initialRect: { width: 0, height: mostHeight },
    observeElementRect: observeLaidOut,
    scrollToFn: scrollUnlessAtTop,
  });
  const drawn = rows.getVirtualItems();
  const lastDrawn = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && lastDrawn >= shown.length - 40) onMore();
  }, [hasMore, lastDrawn, shown.length, onMore]);
  if (shown.length === 0) return null;
  return (
    <div
      ref={place}
      className={classes.history}
      style={{ height: Math.min(mostHeight, rows.getTotalSize()) }}
    >
      <ul
        className={classes.historyRows}
        style={{ height: rows.getTotalSize() }}
        aria-label={t('sales.history.list')}
      >
        {drawn.map(({ index, start }) => {
          const row = shown[index];
          return (
            row && (
              <li
                key={row.key}
                ref={rows.measureElement}
                data-index={index}
                data-last={row.isLast || undefined}
                className={classes.historyRow}
                style={{ transform: `translateY(${start}px)` }}
              >
                {row.line ? (
                  <ReceiptLine line={row.line} currency={row.sale.currency} />
                ) : (
                  <ReceiptHead sale={row.sale} onOpen={onOpen} />
                )}
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}

function ReceiptHead({ sale, onOpen }: { readonly sale: Sale; readonly onOpen: (saleId: string) => void }) {
  const { t, language } = useWords();
  return (
    <UnstyledButton className={classes.receiptHead} onClick={() => onOpen(sale.id)}>
      <span className={classes.receiptDate}>{formatDate(sale.soldOn, language)}</span>
      <span className={classes.receiptFacts}>
        {[
          sale.kind !== 'sale' && t(`sales.kind.${sale.kind}`),
          sale.receiptNumber,
          sale.returnsReceipt && t('sales.history.againstReceipt', { number: sale.returnsReceipt }),
          sale.staffName,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span className={classes.receiptTotal}>
        {formatMoney({ minor: sale.totalMinor, currency: sale.currency }, language)}
      </span>
    </UnstyledButton>
  );
}
