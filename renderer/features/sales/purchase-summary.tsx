import { Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import { civilDateOf, daysBetween, formatDate } from '@shared/domain/dates';
import { formatMoney } from '@shared/domain/money';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import classes from './sales.module.css';

type Summary = Output<'sales.summaryForCustomer'>;

/** The figures, spend by year and rhythm. */
export function PurchaseSummary({ summary }: { readonly summary: Summary }) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const { lastPurchaseAt } = summary;
  const figures = [
    [
      t('sales.history.spend'),
      formatMoney({ minor: summary.spendMinor, currency: summary.currency }, language),
    ],
    [t('sales.history.receipts'), String(summary.receipts)],
    [t('sales.history.pieces'), String(summary.units)],
    [
      t('sales.history.last'),
      lastPurchaseAt === null
        ? t('common.none')
        : formatDate(civilDateOf(lastPurchaseAt, shop.timeZone), language),
    ],
  ];
  return (
    <div className={classes.summary}>
      <dl className={classes.figures}>
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <SpendByYear summary={summary} />
      <Rhythm summary={summary} />
      {summary.brands.length > 0 && (
        <div>
          <Text className={classes.caption}>{t('sales.history.brands')}</Text>
          <Text>{summary.brands.map(({ brand }) => brand).join(' · ')}</Text>
        </div>
      )}
    </div>
  );
}

function SpendByYear({ summary }: { readonly summary: Summary }) {
  const { t, language } = useWords();
  const highest = Math.max(1, ...summary.byYear.map(({ spendMinor }) => spendMinor));
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.caption}>{t('sales.history.byYear')}</figcaption>
      <ul className={classes.bars}>
        {summary.byYear.slice(-8).map(({ year, spendMinor }) => (
          <li key={year} className={classes.barRow}>
            <span>{year}</span>
            <span className={classes.barPlace} aria-hidden>
              <span
                className={classes.bar}
                style={{ width: `${Math.max(0, (100 * spendMinor) / highest)}%` }}
              />
            </span>
            <span className={classes.barFigure}>
              {formatMoney({ minor: spendMinor, currency: summary.currency }, language)}
            </span>
          </li>
        ))}
      </ul>
    </figure>
  );
}

/** A stroke for each day with a purchase along a line of time, and the next one expected. */
function Rhythm({ summary }: { readonly summary: Summary }) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const { visitDays, medianDays, expectedNext } = summary;
  const first = visitDays[0];
  if (!first) return null;
  const today = civilDateOf(Date.now(), shop.timeZone);
  const end = [today, expectedNext ?? today, visitDays.at(-1) ?? today].sort().at(-1) ?? today;
  const span = Math.max(1, daysBetween(first, end));
  const x = (day: string) => 4 + (592 * daysBetween(first, day)) / span;
  const words =
    medianDays === null || expectedNext === null
      ? t('sales.history.rhythmFew')
      : `${t('sales.history.rhythmEvery', { days: Math.round(medianDays) })}, ${t('sales.history.rhythmNext', { date: formatDate(expectedNext, language) })}`;
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.caption}>{t('sales.history.rhythm')}</figcaption>
      <svg
        className={classes.rhythm}
        viewBox="0 0 600 44"
        preserveAspectRatio="none"
        role="img"
        aria-label={t('sales.history.rhythmPicture', {
          visits: visitDays.length,
          from: formatDate(first, language),
          to: formatDate(visitDays.at(-1) ?? first, language),
        })}
      >
        <line x1="0" x2="600" y1="40" y2="40" className={classes.timeLine} />
        {visitDays.map((day) => (
          <line key={day} x1={x(day)} x2={x(day)} y1="8" y2="40" className={classes.visit} />
        ))}
        {expectedNext && (
          <line x1={x(expectedNext)} x2={x(expectedNext)} y1="8" y2="40" className={classes.expected} />
        )}
      </svg>
      <div className={classes.timeEnds}>
        <span>{first.slice(0, 4)}</span>
        <span>{end.slice(0, 4)}</span>
      </div>
      <Text>{words}</Text>
    </figure>
  );
}
