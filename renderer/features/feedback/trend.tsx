import { SegmentedControl, Stack, Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import { addMonths, civilDateOf } from '@shared/domain/dates';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import classes from './feedback.module.css';

type Data = Output<'feedback.trend'>;
type Scores = Pick<Data, 'nps' | 'csat'>;
type Measure = 'nps' | 'csat';

/** Fewer answers than these say little: one person more turns the figure. */
const few = 10;

/** NPS and satisfaction of a year: the shop's with their arithmetic, by month and by whoever served. */
export function Trend() {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const to = civilDateOf(Date.now(), shop.timeZone);
  const trend = useAsk('feedback.trend', { from: addMonths(to, -12), to }, ['feedback']);
  const [measure, setMeasure] = useState<Measure>('nps');
  const { data } = trend;
  const isEmpty = data && data.nps.answers + data.csat.answers === 0;
  return (
    <Section title={t('feedback.trend.title')}>
      <ErrorNotice error={trend.error} onRetry={() => void trend.refetch()} />
      {isEmpty && <Text c="dimmed">{t('feedback.trend.none')}</Text>}
      {data && !isEmpty && (
        <Stack gap="lg">
          <Text size="sm" c="dimmed">
            {t('feedback.trend.asked', data)}
          </Text>
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
            rows={data.months.map((row) => ({ ...row, label: monthName(row.month, language) }))}
          />
          <Rows
            title={t('feedback.trend.people')}
            measure={measure}
            rows={data.people.map((row) => ({ ...row, label: row.name }))}
          />
        </Stack>
      )}
    </Section>
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

interface RowsProps {
  readonly title: string;
  readonly measure: Measure;
  readonly rows: readonly (Scores & { readonly label: string })[];
}

/** A length for the eye, the figure, and how many answered. */
function Rows({ title, measure, rows }: RowsProps) {
  const { t } = useWords();
  return (
    <div>
      <Text size="sm" fw={600} mb={4}>
        {title}
      </Text>
      {rows.map(({ label, nps, csat }) => {
        const value = measure === 'nps' ? nps.score : csat.share;
        const count = measure === 'nps' ? nps.answers : csat.answers;
        return (
          value !== null && (
            <div key={label} className={classes.bar}>
              <Text size="sm">{label}</Text>
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
          )
        );
      })}
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
