import { Button, SegmentedControl, Skeleton, Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import { useState } from 'react';
import { useAskPages } from '../../lib/ask-pages';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Page } from '../../ui/page';
import { QuietButton } from '../../ui/quiet-button';
import { Section } from '../../ui/section';
import { BoardRow } from './board-row';
import { type Bar, DemandBars } from './demand-bars';
import { useNeedWords } from './need-words';
import classes from './needs.module.css';

type Board = Output<'needs.board'>;
type Narrowed = 'brand' | 'budget' | 'occasion';
const wide: Record<Narrowed, string | null> = { brand: null, budget: null, occasion: null };
const mostBars = 8;

/** Demand at a glance: what is wanted, for how much, for what; what was lost and why; every open need. */
export function NeedsPage() {
  const { t } = useWords();
  const { staff } = useCounter();
  const [scope, setScope] = useState<'mine' | 'shop'>('shop');
  const [narrowed, setNarrowed] = useState(wide);
  const pages = useAskPages('needs.board', { staffId: scope === 'mine' ? staff.id : null, ...narrowed }, [
    'needs',
    'customers',
    'sales',
  ]);
  const [board] = pages.data ?? [];
  const rows = pages.data?.flatMap((page) => page.rows) ?? [];
  const isNarrow = Object.values(narrowed).some((value) => value !== null);
  return (
    <Page
      title={t('needs.title')}
      subtitle={t('needs.subtitle')}
      actions={
        <SegmentedControl
          size="md"
          aria-label={t('needs.board.whose')}
          value={scope}
          onChange={(value) => setScope(value as 'mine' | 'shop')}
          data={[
            { value: 'shop', label: t('needs.board.shop') },
            { value: 'mine', label: t('needs.board.mine') },
          ]}
        />
      }
    >
      <ErrorNotice error={pages.error} onRetry={() => void pages.refetch()} />
      {!board && !pages.error && <Skeleton height={240} />}
      {board && (
        <>
          <Figures board={board} />
          {board.open > 0 && (
            <Pictures
              board={board}
              narrowed={narrowed}
              onNarrow={(part) => setNarrowed((before) => ({ ...before, ...part }))}
            />
          )}
          <Section
            title={t('needs.board.list')}
            actions={
              isNarrow && (
                <Button variant="default" onClick={() => setNarrowed(wide)}>
                  {t('needs.board.clear')}
                </Button>
              )
            }
          >
            {rows.length === 0 && (
              <EmptyState title={t('needs.board.empty')} hint={t('needs.board.emptyHint')} />
            )}
            <ul className={`${classes.list} ${classes.board}`}>
              {rows.map((row) => (
                <BoardRow key={row.need.id} row={row} />
              ))}
            </ul>
            {pages.hasNextPage && (
              <QuietButton
                mt="sm"
                loading={pages.isFetchingNextPage}
                onClick={() => void pages.fetchNextPage()}
              >
                {t('needs.board.moreRows')}
              </QuietButton>
            )}
          </Section>
          <Unmet board={board} />
        </>
      )}
    </Page>
  );
}

function Figures({ board }: { board: Board }) {
  const { t } = useWords();
  return (
    <dl className={classes.figures}>
      {(['open', 'dueSoon', 'overdue', 'postponed'] as const).map((name) => (
        <div key={name}>
          <dt>{t(`needs.board.${name}`)}</dt>
          <dd>{board[name]}</dd>
        </div>
      ))}
    </dl>
  );
}

interface PicturesProps {
  readonly board: Board;
  readonly narrowed: typeof wide;
  readonly onNarrow: (part: Partial<typeof wide>) => void;
}

function Pictures({ board, narrowed, onNarrow }: PicturesProps) {
  const { t } = useWords();
  const words = useNeedWords();
  const named = (label: string) => label || t('needs.board.unnamed');
  const top = (rows: Board['byBrand'], say: (name: string) => string): Bar[] =>
    rows.slice(0, mostBars).map(({ name, count }) => ({ code: name, label: named(say(name)), count }));
  return (
    <div className={classes.pictures}>
      <DemandBars
        title={t('needs.board.byBrand')}
        bars={top(board.byBrand, (name) => name)}
        chosen={narrowed.brand}
        onChoose={(brand) => onNarrow({ brand })}
      />
      <DemandBars
        title={t('needs.board.byBudget')}
        bars={board.byBudget.map(({ name, count }) => ({
          code: name,
          label: words.band(name, board.currency),
          count,
        }))}
        chosen={narrowed.budget}
        onChoose={(budget) => onNarrow({ budget })}
      />
      <DemandBars
        title={t('needs.board.byOccasion')}
        bars={top(board.byOccasion, words.occasion)}
        chosen={narrowed.occasion}
        onChoose={(occasion) => onNarrow({ occasion })}
      />
    </div>
  );
}

function Unmet({ board: { unmet } }: { board: Board }) {
  const { t } = useWords();
  const words = useNeedWords();
  if (unmet.total === 0)
    return (
      <Section title={t('needs.board.unmet')}>
        <Text c="dimmed">{t('needs.board.nothingLost')}</Text>
      </Section>
    );
  const lines = (rows: Board['byBrand'], say: (name: string) => string) => (
    <dl className={classes.figures}>
      {rows.map(({ name, count }) => (
        <div key={name}>
          <dt>{say(name) || t('needs.board.unnamed')}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  );
  return (
    <Section title={t('needs.board.unmet')}>
      <Text size="sm" c="dimmed" mb="xs">
        {t('needs.board.unmetHint', { lost: unmet.total, met: unmet.met })}
      </Text>
      {lines(unmet.byReason, words.reason)}
      {lines(unmet.byBrand, (name) => name)}
    </Section>
  );
}
