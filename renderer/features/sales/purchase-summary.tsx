import { Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import { civilDateOf, formatDate } from '@shared/domain/dates';
import { formatMoney } from '@shared/domain/money';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { Rhythm } from './rhythm';
import classes from './sales.module.css';

type Summary = Output<'sales.summaryForCustomer'>;

/** The figures, spend by year and rhythm, as pictures. */
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
