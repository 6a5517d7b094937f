import { ActionIcon, Stack, Text } from '@mantine/core';
import type { ProductFactsShown } from '@shared/contract/enquiries';
import { formatMoney } from '@shared/domain/money';
import { IconX } from '@tabler/icons-react';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { useFactWords } from '../../lib/product-facts';
import { fullProductName } from '../../lib/product-name';
import { ErrorNotice } from '../../ui/error-notice';
import { ProductPicker } from '../../ui/product-picker';
import { StockMark } from '../../ui/stock-mark';
import classes from './enquiries.module.css';
import { useEnquiryWords } from './enquiry-words';

/** The most products one enquiry is about. */
const mostProducts = 6;

interface FactsChoiceProps {
  readonly productIds: readonly string[];
  readonly onChange: (productIds: string[]) => void;
}

/** Picks products by search and shows what the catalogue says of them, to be read out while the customer listens. */
export function FactsChoice({ productIds, onChange }: FactsChoiceProps) {
  const { t } = useWords();
  const facts = useAsk('enquiries.facts', { productIds: [...productIds] }, ['products', 'sales'], {
    enabled: productIds.length > 0,
    keepPrevious: true,
  });
  const shown = (facts.data ?? []).filter(({ productId }) => productIds.includes(productId));
  return (
    <Stack gap={6}>
      {productIds.length < mostProducts && (
        <ProductPicker
          label={t('enquiries.products')}
          placeholder={t('enquiries.productsHint')}
          onProduct={({ id }) => {
            if (!productIds.includes(id)) onChange([...productIds, id]);
          }}
        />
      )}
      <ErrorNotice error={facts.error} />
      <div className={classes.chosen}>
        <Facts
          facts={shown}
          onRemove={(productId) => onChange(productIds.filter((id) => id !== productId))}
        />
      </div>
    </Stack>
  );
}

interface FactsProps {
  readonly facts: readonly ProductFactsShown[];
  readonly onRemove?: (productId: string) => void;
}

/** Specifications, price, availability, warranty and care of products. */
export function Facts({ facts, onRemove }: FactsProps) {
  const { t, language } = useWords();
  const words = useEnquiryWords();
  const { nameOf, textOf } = useFactWords();
  const specificationsOf = ({ attributes }: ProductFactsShown) =>
    Object.entries(attributes)
      .map(([name, value]) =>
        t('enquiries.facts.specification', { name: nameOf(name), value: textOf(value) }),
      )
      .join(' · ');
  if (facts.length === 0) return null;
  return (
    <ul className={classes.facts}>
      {facts.map((fact) => {
        const name = fullProductName(fact, language);
        return (
          <li key={fact.productId} className={classes.fact}>
            <div className={classes.factHead}>
              <Text fw={600} size="sm">
                {name}
                <Text span size="sm" c="dimmed" fw={400}>
                  {' '}
                  {fact.reference ?? fact.code}
                </Text>
              </Text>
              {onRemove && (
                <ActionIcon
                  variant="subtle"
                  aria-label={t('enquiries.remove', { what: name })}
                  onClick={() => onRemove(fact.productId)}
                >
                  <IconX size={16} aria-hidden />
                </ActionIcon>
              )}
            </div>
            <dl className={classes.terms}>
              <dt>{t('enquiries.facts.price')}</dt>
              <dd>
                {fact.priceMinor === null
                  ? t('enquiries.facts.onRequest')
                  : formatMoney({ minor: fact.priceMinor, currency: fact.currency }, language)}
              </dd>
              <dt>{t('enquiries.facts.stock')}</dt>
              <dd>
                <StockMark count={fact.stockCount} />
                {fact.status === 'discontinued' && ` · ${t('enquiries.facts.discontinued')}`}
              </dd>
              {specificationsOf(fact) && (
                <>
                  <dt className={classes.long}>{t('products.facts')}</dt>
                  <dd className={classes.long}>{specificationsOf(fact)}</dd>
                </>
              )}
              <dt>{t('enquiries.facts.warranty')}</dt>
              <dd>{words.warranty(fact)}</dd>
              {fact.care && (
                <>
                  <dt className={classes.long}>{t('enquiries.facts.care')}</dt>
                  <dd className={classes.long}>{fact.care}</dd>
                </>
              )}
            </dl>
          </li>
        );
      })}
    </ul>
  );
}
