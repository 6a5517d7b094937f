import { Text } from '@mantine/core';
import { civilDateOf, formatDate } from '@shared/domain/dates';
import { formatMoney } from '@shared/domain/money';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { Section } from '../../ui/section';
import type { FullProduct } from './product-shapes';
import classes from './products.module.css';

const width = 600;
const height = 88;

/** The price over time as steps, and the same in words beneath. */
export function PriceHistory({ product }: { readonly product: FullProduct }) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const { prices, currency } = product;
  const first = prices[0];
  const last = prices.at(-1);
  if (!first || !last) return null;
  const day = (at: number) => formatDate(civilDateOf(at, shop.timeZone), language);
  const amount = (minor: number) => formatMoney({ minor, currency }, language);
  if (prices.length === 1) {
    return (
      <Section title={t('products.prices')}>
        <Text c="dimmed">{t('products.onePrice', { date: day(first.at) })}</Text>
      </Section>
    );
  }
  return (
    <Section title={t('products.prices')}>
      <svg
        className={classes.chart}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('products.pricesPicture', {
          from: day(first.at),
          to: day(last.at),
          price: amount(last.priceMinor),
        })}
      >
        <path
          d={stepsOf(prices)}
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <ul className={classes.plainList}>
        {[...prices].reverse().map((price) => (
          <li key={price.at} className={classes.entry}>
            <span>{amount(price.priceMinor)}</span>
            <Text component="span" size="sm" c="dimmed">
              {t('products.priceSince', { date: day(price.at) })}
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** A line that stays level until the next price; the last price runs on a little, for it still holds. */
function stepsOf(prices: FullProduct['prices']): string {
  const start = prices[0]?.at ?? 0;
  const end = prices.at(-1)?.at ?? 1;
  const highest = Math.max(...prices.map((price) => price.priceMinor));
  const lowest = Math.min(...prices.map((price) => price.priceMinor));
  const x = (at: number) => ((at - start) / Math.max(1, end - start)) * (width * 0.9);
  const y = (minor: number) =>
    height - 6 - ((minor - lowest) / Math.max(1, highest - lowest)) * (height - 12);
  const steps = prices.map(({ at, priceMinor }, index) =>
    index === 0 ? `M0 ${y(priceMinor)}` : `H${x(at)} V${y(priceMinor)}`,
  );
  return `${steps.join(' ')} H${width}`;
}
