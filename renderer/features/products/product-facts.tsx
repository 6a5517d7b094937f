import { Stack, Text } from '@mantine/core';
import { useWords } from '../../lib/i18n';
import { useFactWords } from '../../lib/product-facts';
import { Section } from '../../ui/section';
import { useCategoryWords } from './category-words';
import type { FullProduct } from './product-shapes';
import classes from './products.module.css';

/** What the product is: identity first, then its specifications. */
export function ProductFacts({ product }: { readonly product: FullProduct }) {
  const { t } = useWords();
  const words = useFactWords();
  const categoryWord = useCategoryWords();
  const identity: [string, string | null][] = [
    [t('products.brand'), product.brand],
    [t('products.family'), product.family],
    [t('products.reference'), product.reference],
    [t('products.code'), product.code],
    [t('products.barcode'), product.barcode],
    [t('products.category'), categoryWord(product.category)],
  ];
  const facts = Object.entries(product.attributes).map(([name, value]): [string, string] => [
    words.nameOf(name),
    words.textOf(value),
  ]);
  return (
    <Section title={t('products.facts')}>
      <dl className={classes.facts}>
        {[...identity, ...facts].map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {facts.length === 0 && (
        <Text c="dimmed" mt="sm">
          {t('products.noFacts')}
        </Text>
      )}
    </Section>
  );
}

/** Warranty, service intervals and care, with the version of the terms: what a customer asks before buying. */
export function WarrantyFacts({ product }: { readonly product: FullProduct }) {
  const { t } = useWords();
  const time = useTime();
  const { warranty: policy, care } = product;
  const lines = policy
    ? [
        policy.warrantyMonths && t('products.warrantyFor', { time: time(policy.warrantyMonths) }),
        policy.extensionMonths && t('products.extensionFor', { time: time(policy.extensionMonths) }),
        policy.serviceMonths && t('products.serviceEvery', { time: time(policy.serviceMonths) }),
        policy.waterTestMonths && t('products.waterTestEvery', { time: time(policy.waterTestMonths) }),
        policy.batteryMonths && t('products.batteryEvery', { time: time(policy.batteryMonths) }),
      ].filter((line) => line !== null && line !== 0)
    : [];
  return (
    <Section title={t('products.warranty')}>
      <Stack gap={6}>
        {lines.map((line) => (
          <Text key={line}>{line}</Text>
        ))}
        {lines.length === 0 && <Text c="dimmed">{t('products.noWarranty')}</Text>}
        {policy && (
          <Text size="sm" c="dimmed">
            {t('products.termsOf', { version: policy.policyVersion })}
          </Text>
        )}
        {care && (
          <>
            <Text fw={600} mt="xs">
              {t('products.care')}
            </Text>
            <Text style={{ whiteSpace: 'pre-line' }}>{care}</Text>
          </>
        )}
      </Stack>
    </Section>
  );
}

/** Months in words: whole years as years. */
function useTime(): (months: number) => string {
  const { t } = useWords();
  return (months) =>
    months % 12 === 0 ? t('products.years', { count: months / 12 }) : t('products.months', { count: months });
}
