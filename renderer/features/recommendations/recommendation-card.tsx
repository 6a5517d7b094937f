import { Group, Kbd, Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import type { Outcome } from '@shared/contract/recommendations';
import { civilDateOf, formatDate } from '@shared/domain/dates';
import { formatMoney } from '@shared/domain/money';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useRef } from 'react';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { fullProductName } from '../../lib/product-name';
import { useSingleKeys } from '../../lib/single-keys';
import { TextLink } from '../../ui/links';
import { ProductPicture } from '../../ui/product-picture';
import { StockMark } from '../../ui/stock-mark';
import { useReasonSentence } from './reason-sentence';
import classes from './recommendations.module.css';

export type Recommended = Output<'recommendations.forCustomer'>['shortlist'][number];

const steps = ['shown', 'tried', 'bought', 'declined'] as const satisfies readonly Outcome[];
const keys = { shown: 's', tried: 't', bought: 'b', declined: 'd' } as const;

interface CardProps {
  readonly entry: Recommended;
  /** Its place in the list, from 1: the key that notes it as shown. */
  readonly number: number;
  readonly mayWrite: boolean;
  readonly maySell: boolean;
  readonly onOutcome: (outcome: Outcome) => void;
}

/** One product worth showing: what, for how much, whether it is there, why, and what came of it. */
export function RecommendationCard({ entry, number, mayWrite, maySell, onOutcome }: CardProps) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const { product, reasons, cautions, recorded } = entry;
  const sentence = useReasonSentence(product.currency);
  const name = fullProductName(product, language);
  const doubts = cautions.filter(({ code }) => code !== 'OUT_OF_STOCK');
  const frame = useRef<HTMLFieldSetElement>(null);
  const allowed = steps.filter((outcome) => mayWrite && (outcome !== 'bought' || maySell));
  useSingleKeys(
    Object.fromEntries(allowed.map((outcome) => [keys[outcome], () => onOutcome(outcome)])),
    frame,
  );
  return (
    <li className={classes.card} data-outcome={recorded?.outcome}>
      {/* The group takes the keys of its buttons: S, T, B and D while one of them has the focus. */}
      <fieldset className={classes.body} ref={frame} aria-label={`${number}. ${name}`}>
        <ProductPicture pictureId={product.pictureId} alt="" size={88} />
        <div className={classes.text}>
          <Group gap={8} wrap="nowrap" align="flex-start">
            {mayWrite && number <= 9 && <Kbd aria-hidden>{number}</Kbd>}
            <TextLink
              to="/products/$productId"
              params={{ productId: product.id }}
              fw={600}
              c="inherit"
              className={classes.name}
            >
              {name}
            </TextLink>
          </Group>
          <Group gap={10}>
            <Text size="sm">
              {product.priceMinor === null
                ? t('recommendations.onRequest')
                : formatMoney({ minor: product.priceMinor, currency: product.currency }, language)}
            </Text>
            <StockMark count={product.stockCount} />
          </Group>
          <Text size="sm" mt={4}>
            {sentence(reasons)}
          </Text>
          {doubts.length > 0 && (
            <Text size="sm" className={classes.doubt}>
              <IconAlertTriangle size={14} aria-hidden /> {sentence(doubts)}
            </Text>
          )}
          {recorded && (
            <Text size="sm" c="dimmed">
              {t(`recommendations.state.${recorded.outcome}`, {
                date: formatDate(civilDateOf(recorded.at, shop.timeZone), language),
              })}
            </Text>
          )}
        </div>
        {mayWrite && (
          <div className={classes.outcomes}>
            {/* Plain buttons: some thirty of the library's were a fifth of the script time of a customer's screen. */}
            {steps.map((outcome) => (
              <button
                key={outcome}
                type="button"
                className={`${classes.outcome} mantine-focus-auto mantine-active`}
                aria-pressed={recorded?.outcome === outcome}
                aria-label={t('recommendations.outcomeOf', {
                  outcome: t(`recommendations.${outcome}`),
                  product: name,
                })}
                disabled={outcome === 'bought' && !maySell}
                onClick={() => onOutcome(outcome)}
              >
                {t(`recommendations.${outcome}`)}
              </button>
            ))}
          </div>
        )}
      </fieldset>
    </li>
  );
}
