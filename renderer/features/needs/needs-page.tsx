import { Button, SegmentedControl, Select, Skeleton, TextInput } from '@mantine/core';
import type { Output } from '@shared/contract';
import { civilDateOf } from '@shared/domain/dates';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { useAskPages } from '../../lib/ask-pages';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { DocumentPreview } from '../../ui/document-preview';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { ButtonLink } from '../../ui/links';
import { Page } from '../../ui/page';
import { QuietButton } from '../../ui/quiet-button';
import { Section } from '../../ui/section';
import { daysOf, everything, PERIODS, type Period, type PeriodName } from './board-filter';
import { BoardRow } from './board-row';
import { BuyIn, Unmet, type UnmetKind } from './board-unmet';
import { type Bar, DemandBars } from './demand-bars';
import { useNeedWords } from './need-words';
import classes from './needs.module.css';

type Board = Output<'needs.board'>;
interface Narrowed {
  readonly brand: string | null;
  readonly budget: string | null;
  readonly occasion: string | null;
  readonly unmet: UnmetKind | null;
}
const wide: Narrowed = { brand: null, budget: null, occasion: null, unmet: null };
const mostBars = 8;

/** Demand at a glance: what is wanted, for how much, for what; what is unmet and what to buy in; every open need. */
export function NeedsPage() {
  const { t, language } = useWords();
  const { staff, shop } = useCounter();
  const today = civilDateOf(Date.now(), shop.timeZone);
  const [scope, setScope] = useState<'mine' | 'shop'>('shop');
  const [period, setPeriod] = useState(everything);
  const [counts, setCounts] = useState<'open' | 'noted'>('open');
  const [longDays, setLongDays] = useState(60);
  const [narrowed, setNarrowed] = useState(wide);
  const filter = {
    staffId: scope === 'mine' ? staff.id : null,
    ...daysOf(period, today),
    counts,
    longDays,
    ...narrowed,
  };
  const pages = useAskPages('needs.board', filter, ['needs', 'customers', 'sales', 'products']);
  const print = useTell('needs.printBoard');
  const [board] = pages.data ?? [];
  const rows = pages.data?.flatMap((page) => page.rows) ?? [];
  const isNarrow = Object.values(narrowed).some((value) => value !== null);
  const narrow = (part: Partial<Narrowed>) => setNarrowed((before) => ({ ...before, ...part }));
  return (
    <Page
      title={t('needs.title')}
      subtitle={t('needs.subtitle')}
      actions={
        <>
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
          <ButtonLink to="/prospects" variant="default">
            {t('needs.analysis.prospects')}
          </ButtonLink>
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden />}
            loading={print.isPending}
            onClick={() => print.mutate({ ...filter, language })}
          >
            {t('common.print')}
          </Button>
        </>
      }
    >
      <PeriodFields period={period} counts={counts} onPeriod={setPeriod} onCounts={setCounts} />
      <ErrorNotice error={pages.error ?? print.error} onRetry={() => void pages.refetch()} />
      {!board && !pages.error && <Skeleton height={240} />}
      {board && (
        <>
          <Figures board={board} />
          {board.byBrand.length > 0 && <Pictures board={board} narrowed={narrowed} onNarrow={narrow} />}
          <Unmet
            board={board}
            longDays={longDays}
            onLongDays={setLongDays}
            chosen={narrowed.unmet}
            onChoose={(unmet) => narrow({ unmet })}
          />
          <BuyIn board={board} />
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
            <ul className={`${classes.list} ${classes.board}`} aria-label={t('needs.board.list')}>
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
        </>
      )}
      <DocumentPreview documentId={print.data?.documentId ?? null} onClose={() => print.reset()} />
    </Page>
  );
}

interface PeriodFieldsProps {
  readonly period: Period;
  readonly counts: 'open' | 'noted';
  readonly onPeriod: (period: Period) => void;
  readonly onCounts: (counts: 'open' | 'noted') => void;
}

function PeriodFields({ period, counts, onPeriod, onCounts }: PeriodFieldsProps) {
  const { t } = useWords();
  return (
    <div className={classes.narrowing}>
      <Select
        label={t('needs.analysis.periodLabel')}
        allowDeselect={false}
        value={period.name}
        data={PERIODS.map((value) => ({ value, label: t(`needs.analysis.period.${value}`) }))}
        onChange={(name) => onPeriod({ ...period, name: name as PeriodName })}
      />
      {period.name === 'own' &&
        (['from', 'to'] as const).map((end) => (
          <TextInput
            key={end}
            type="date"
            label={t(`needs.analysis.${end}`)}
            value={period[end]}
            onChange={({ currentTarget }) => onPeriod({ ...period, [end]: currentTarget.value })}
          />
        ))}
      <SegmentedControl
        size="md"
        aria-label={t('needs.analysis.counts')}
        value={counts}
        onChange={(value) => onCounts(value as 'open' | 'noted')}
        data={[
          { value: 'open', label: t('needs.analysis.countsOpen') },
          { value: 'noted', label: t('needs.analysis.countsNoted') },
        ]}
      />
    </div>
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
  readonly narrowed: Narrowed;
  readonly onNarrow: (part: Partial<Narrowed>) => void;
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
