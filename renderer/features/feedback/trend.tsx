import { Button, SegmentedControl, Select, Stack, Text, UnstyledButton } from '@mantine/core';
import type { Output } from '@shared/contract';
import { TREND_GROUPS, type TrendGroup } from '@shared/contract/feedback';
import { addMonths, civilDateOf } from '@shared/domain/dates';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { fullProductName } from '../../lib/product-name';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import classes from './feedback.module.css';

type Data = Output<'feedback.trend'>;
type Scores = Pick<Data, 'nps' | 'csat'>;
type Measure = 'nps' | 'csat';

/** Fewer answers than these say little: one person more turns the figure. */
const few = 10;

/** NPS and satisfaction of a year: the shop's with their arithmetic, by month, and told apart by person, occasion and thing. */
export function Trend() {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const to = civilDateOf(Date.now(), shop.timeZone);
  const [only, setOnly] = useState<Only | null>(null);
  const trend = useAsk(
    'feedback.trend',
    { from: addMonths(to, -12), to, only: only && { by: only.by, id: only.id } },
    ['feedback', 'products'],
    { keepPrevious: true },
  );
  const [measure, setMeasure] = useState<Measure>('nps');
  const { data } = trend;
  const isEmpty = data && only === null && data.nps.answers + data.csat.answers === 0;
  return (
    <Section
      title={t('feedback.trend.title')}
      actions={
        only && (
          <Button variant="default" onClick={() => setOnly(null)}>
            {t('feedback.by.everything')}
          </Button>
        )
      }
    >
      <ErrorNotice error={trend.error} onRetry={() => void trend.refetch()} />
      {isEmpty && <Text c="dimmed">{t('feedback.trend.none')}</Text>}
      {data && !isEmpty && (
        <Stack gap="lg">
          <div>
            {only && <Text fw={600}>{t('feedback.by.shown', { name: only.label })}</Text>}
            <Text size="sm" c="dimmed">
              {t('feedback.trend.asked', data)}
            </Text>
          </div>
          <NetPromoter nps={data.nps} />
          <Satisfaction csat={data.csat} />
          <SegmentedControl
            aria-label={t('feedback.trend.title')}
            value={measure}
            onChange={(value) => setMeasure(value as Measure)}
            data={[
              { value: 'nps', label: t('feedback.nps') },
              { value: 'csat', label: t('feedback.csat') },
            ]}
          />
          <Rows
            title={t('feedback.trend.months')}
            measure={measure}
            rows={data.months.map((row) => ({
              ...row,
              id: row.month,
              label: monthName(row.month, language),
            }))}
          />
          <Apart data={data} measure={measure} onOnly={setOnly} />
        </Stack>
      )}
    </Section>
  );
}

interface Only {
  readonly by: TrendGroup;
  readonly id: string;
  readonly label: string;
}

interface ApartProps {
  readonly data: Data;
  readonly measure: Measure;
  readonly onOnly: (only: Only) => void;
}

/** The same figures for each person, occasion, brand, category or product; each can be looked at alone. */
function Apart({ data, measure, onOnly }: ApartProps) {
  const { t, language } = useWords();
  const [by, setBy] = useState<TrendGroup>('person');
  const rows: Readonly<Record<TrendGroup, readonly Row[]>> = {
    person: data.people.map((row) => ({ ...row, label: row.name })),
    occasion: data.occasions.map((row) => ({ ...row, id: row.kind, label: t(`feedback.by.${row.kind}`) })),
    brand: data.brands.map((row) => ({ ...row, label: row.id })),
    category: data.categories.map((row) => ({
      ...row,
      // A category that the shop named itself stands as it is.
      label: t(`needs.categories.${row.id as 'watch'}`, { defaultValue: row.id }),
    })),
    product: data.products.map((row) => ({ ...row, label: fullProductName(row, language) })),
  };
  const isThing = by === 'brand' || by === 'category' || by === 'product';
  return (
    <div>
      <Select
        mb="sm"
        label={t('feedback.by.label')}
        value={by}
        allowDeselect={false}
        data={TREND_GROUPS.map((value) => ({ value, label: t(`feedback.by.${value}`) }))}
        onChange={(value) => setBy((value ?? 'person') as TrendGroup)}
      />
      <Rows
        title={t(`feedback.by.${by}`)}
        measure={measure}
        rows={rows[by]}
        onOnly={({ id, label }) => onOnly({ by, id, label })}
      />
      {isThing && (
        <Text size="sm" c="dimmed" mt={4}>
          {t('feedback.by.things')}
        </Text>
      )}
    </div>
  );
}

function NetPromoter({ nps }: { nps: Data['nps'] }) {
  const { t } = useWords();
  if (nps.score === null) return null;
  const share = (count: number) => ({ flexGrow: count, minWidth: count > 0 ? 3 : 0 });
  return (
    <div>
      <Text size="sm" fw={600}>
        {t('feedback.trend.nps')}
      </Text>
      <Text fz={32} fw={600}>
        {signed(nps.score)}
      </Text>
      <div className={classes.parts} aria-hidden>
        <div className={classes.promoters} style={share(nps.promoters)} />
        <div className={classes.passives} style={share(nps.passives)} />
        <div className={classes.detractors} style={share(nps.detractors)} />
      </div>
      <Text size="sm" mt={4}>
        {t('feedback.trend.npsOf', nps)}
      </Text>
      <Text size="sm" c="dimmed">
        {t('feedback.trend.npsHow')} {t('feedback.trend.answers', { count: nps.answers })}{' '}
        {nps.answers < few && t('feedback.trend.few')}
      </Text>
    </div>
  );
}

function Satisfaction({ csat }: { csat: Data['csat'] }) {
  const { t } = useWords();
  if (csat.share === null || csat.mean === null) return null;
  return (
    <div>
      <Text size="sm" fw={600}>
        {t('feedback.trend.csat')}
      </Text>
      <Text fz={32} fw={600}>
        {Math.round(csat.share)}%
      </Text>
      <Text size="sm">{t('feedback.trend.csatOf', { ...csat, mean: csat.mean.toFixed(1) })}</Text>
      {csat.answers < few && (
        <Text size="sm" c="dimmed">
          {t('feedback.trend.few')}
        </Text>
      )}
    </div>
  );
}

type Row = Scores & { readonly id: string; readonly label: string };

interface RowsProps {
  readonly title: string;
  readonly measure: Measure;
  readonly rows: readonly Row[];
  /** Shows one of them alone. */
  readonly onOnly?: (row: Row) => void;
}

/** A length for the eye, the figure, and how many answered. */
function Rows({ title, measure, rows, onOnly }: RowsProps) {
  const { t } = useWords();
  const shown = rows.flatMap((row) => {
    const value = measure === 'nps' ? row.nps.score : row.csat.share;
    const count = measure === 'nps' ? row.nps.answers : row.csat.answers;
    return value === null ? [] : { row, value, count };
  });
  return (
    <div>
      <Text size="sm" fw={600} mb={4}>
        {title}
      </Text>
      {shown.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('feedback.by.none')}
        </Text>
      )}
      {shown.map(({ row, value, count }) => (
        <div key={row.id} className={classes.bar}>
          {onOnly ? (
            <UnstyledButton
              className={classes.label}
              aria-label={t('feedback.by.only', { name: row.label })}
              onClick={() => onOnly(row)}
            >
              {row.label}
            </UnstyledButton>
          ) : (
            <Text size="sm">{row.label}</Text>
          )}
          <div className={classes.track} aria-hidden>
            {measure === 'nps' ? <FromNought value={value} /> : <FromLeft value={value} />}
          </div>
          <Text size="sm" className={classes.figure}>
            {measure === 'nps' ? signed(value) : `${Math.round(value)}%`}
          </Text>
          <Text size="sm" c="dimmed">
            {t('feedback.trend.answers', { count })}
          </Text>
        </div>
      ))}
    </div>
  );
}

function FromNought({ value }: { value: number }) {
  const width = `${Math.abs(value) / 2}%`;
  return (
    <>
      <div
        className={`${classes.fill} ${value < 0 ? classes.below : ''}`}
        style={value < 0 ? { right: '50%', width } : { left: '50%', width }}
      />
      <div className={classes.nought} />
    </>
  );
}

function FromLeft({ value }: { value: number }) {
  return <div className={classes.fill} style={{ left: 0, width: `${value}%` }} />;
}

/** A score as it is written: with its sign, a minus that is one. */
function signed(score: number): string {
  const rounded = Math.round(score);
  return rounded > 0 ? `+${rounded}` : rounded < 0 ? `−${-rounded}` : '0';
}

function monthName(month: string, language: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Date.UTC(year, number - 1, 1));
}
