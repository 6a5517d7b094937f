import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { isAllowed } from '@shared/contract/permissions';
import { civilDateOf, formatDate } from '@shared/domain/dates';
import { formatMoney } from '@shared/domain/money';
import { IconDiamond, IconEdit, IconReceipt } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { Page } from '../../ui/page';
import { Section } from '../../ui/section';
import { StockMark } from '../../ui/stock-mark';
import { Pictures } from './pictures';
import { PriceHistory } from './price-history';
import { ProductFacts, WarrantyFacts } from './product-facts';
import { ProductForm } from './product-form';
import { ProductPeople } from './product-people';
import { type FullProduct, namesOf } from './product-shapes';
import classes from './products.module.css';
import { StockDialog } from './stock-dialog';

/** What another feature knows about a product: a part of its page. */
export type ProductPanel = ComponentType<{ readonly productId: string }>;

/** Everything one may be asked about a product, on one screen. */
export function ProductPage({ Waiting }: { readonly Waiting: ProductPanel }) {
  const { productId } = useParams({ from: '/products/$productId' });
  const { language } = useWords();
  const product = useAsk('products.get', { productId }, ['products', 'sales', 'items', 'needs', 'customers']);
  if (!product.data) {
    return product.error ? (
      <Page title="">
        <ErrorNotice error={product.error} onRetry={() => void product.refetch()} />
      </Page>
    ) : null;
  }
  const { first, second } = namesOf(product.data, language);
  return (
    <Page title={first} subtitle={second} actions={<Actions product={product.data} />}>
      <div className={classes.product}>
        <Pictures product={product.data} />
        <Stack gap="lg">
          <Availability product={product.data} />
          <Waiting productId={product.data.id} />
          <ProductFacts product={product.data} />
          <div className={classes.besides}>
            <WarrantyFacts product={product.data} />
            <PriceHistory product={product.data} />
          </div>
          {product.data.stockChanges.length > 0 && <StockChanges product={product.data} />}
        </Stack>
        <ProductPeople product={product.data} />
      </div>
    </Page>
  );
}

function Actions({ product }: { readonly product: FullProduct }) {
  const { t } = useWords();
  const { staff } = useCounter();
  const navigate = useNavigate();
  const [isEditing, editing] = useDisclosure(false);
  return (
    <Group gap="sm" wrap="nowrap">
      {isAllowed(staff.role, 'products.write') && (
        <Button variant="default" leftSection={<IconEdit size={18} aria-hidden />} onClick={editing.open}>
          {t('products.edit')}
        </Button>
      )}
      {isAllowed(staff.role, 'sales.write') && (
        <Button
          onClick={() => void navigate({ to: '/sale', search: { productId: product.id } })}
          leftSection={<IconReceipt size={18} aria-hidden />}
        >
          {t('products.sell')}
        </Button>
      )}
      {isEditing && <ProductForm product={product} onClose={editing.close} onSaved={() => undefined} />}
    </Group>
  );
}

function Availability({ product }: { readonly product: FullProduct }) {
  const { t, language } = useWords();
  const { shop, staff } = useCounter();
  const [isCounting, counting] = useDisclosure(false);
  return (
    <div>
      <Group gap="lg" align="center">
        <Text fz={30} fw={600} lh={1.2}>
          {product.priceMinor === null
            ? t('products.priceOnRequest')
            : formatMoney({ minor: product.priceMinor, currency: product.currency }, language)}
        </Text>
        <Group gap={0}>
          <StockMark count={product.stockCount} />
          {isAllowed(staff.role, 'products.write') && (
            <Button variant="subtle" size="compact-md" mih={44} onClick={counting.open}>
              {t('products.setStock')}
            </Button>
          )}
        </Group>
        {product.status !== 'current' && (
          <Badge color={product.status === 'new' ? 'accent' : 'gray'} variant="outline" size="lg">
            {t(`products.statuses.${product.status}`)}
          </Badge>
        )}
      </Group>
      <Text c="dimmed" size="sm" mt={4}>
        {product.sold.units > 0 && product.sold.lastSoldOn
          ? t('products.soldUnits', {
              count: product.sold.units,
              date: formatDate(product.sold.lastSoldOn, language),
            })
          : t('products.soldNone')}
        {product.arrivedAt !== null &&
          ` · ${t('products.arrived', { date: formatDate(civilDateOf(product.arrivedAt, shop.timeZone), language) })}`}
      </Text>
      {product.isPrecious && (
        <Text size="sm" className={classes.mark}>
          <IconDiamond size={16} aria-hidden />
          {t('products.preciousMark')}
        </Text>
      )}
      {isCounting && <StockDialog product={product} onClose={counting.close} />}
    </div>
  );
}

function StockChanges({ product }: { readonly product: FullProduct }) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  return (
    <Section title={t('products.stockChanges')}>
      <ul className={classes.plainList}>
        {product.stockChanges.slice(0, 5).map((change) => (
          <li key={change.at} className={classes.entry}>
            <span>
              {t(`products.stockReasons.${change.reason as 'counted'}`, { defaultValue: change.reason })}
            </span>
            <Text component="span" size="sm" c="dimmed">
              {change.before ?? '–'} → {change.after ?? '–'} ·{' '}
              {formatDate(civilDateOf(change.at, shop.timeZone), language)}
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  );
}
