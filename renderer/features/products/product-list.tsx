import { Badge, Text } from '@mantine/core';
import { formatMoney } from '@shared/domain/money';
import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useEffect } from 'react';
import { useWords } from '../../lib/i18n';
import { ProductPicture } from '../../ui/product-picture';
import { StockMark } from '../../ui/stock-mark';
import { useCategoryWords } from './category-words';
import { namesOf, type Product } from './product-shapes';
import classes from './products.module.css';

interface ProductListProps {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly products: readonly Product[];
  readonly hasMore: boolean;
  readonly onMore: () => void;
}

const rowHeight = 76;

/** The catalogue's rows; only those in sight are drawn. Arrow keys walk them, Enter opens one. */
export function ProductList({ ref, products, hasMore, onMore }: ProductListProps) {
  const { t } = useWords();
  const rows = useVirtualizer({
    count: products.length,
    getScrollElement: () => ref.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const drawn = rows.getVirtualItems();
  const lastDrawn = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && lastDrawn >= products.length - 20) onMore();
  }, [hasMore, lastDrawn, products.length, onMore]);

  const walk = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const here = document.activeElement?.closest<HTMLElement>('[data-index]')?.dataset.index;
    if (step === 0 || here === undefined) return;
    event.preventDefault();
    const next = Number(here) + step;
    rows.scrollToIndex(next);
    requestAnimationFrame(() => ref.current?.querySelector<HTMLElement>(`[data-index="${next}"] a`)?.focus());
  };

  return (
    <div ref={ref} className={classes.list}>
      <ul aria-label={t('products.list')} className={classes.rows} style={{ height: rows.getTotalSize() }}>
        {drawn.map(({ index, start }) => {
          const product = products[index];
          return (
            product && (
              <li
                key={product.id}
                data-index={index}
                className={classes.rowPlace}
                style={{ height: rowHeight, transform: `translateY(${start}px)` }}
              >
                <ProductRow product={product} onKeyDown={walk} />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}

interface ProductRowProps {
  readonly product: Product;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function ProductRow({ product, onKeyDown }: ProductRowProps) {
  const { t, language } = useWords();
  const categoryWord = useCategoryWords();
  const { first, second } = namesOf(product, language);
  return (
    <Link
      to="/products/$productId"
      params={{ productId: product.id }}
      className={classes.row}
      onKeyDown={onKeyDown}
    >
      <ProductPicture pictureId={product.pictureId} alt="" size={56} />
      <div className={classes.name}>
        <Text fw={600} truncate>
          {first}
        </Text>
        <Text size="sm" c="dimmed" truncate>
          {second}
        </Text>
      </div>
      <div className={classes.name}>
        <Text size="sm" truncate>
          {product.reference ?? product.code}
        </Text>
        <Text size="sm" c="dimmed" truncate>
          {categoryWord(product.category)}
        </Text>
      </div>
      <span>
        {product.status !== 'current' && (
          <Badge color={product.status === 'new' ? 'accent' : 'gray'} variant="outline">
            {t(`products.statuses.${product.status}`)}
          </Badge>
        )}
      </span>
      <StockMark count={product.stockCount} />
      <Text fw={600} ta="right">
        {product.priceMinor === null
          ? t('products.priceOnRequest')
          : formatMoney({ minor: product.priceMinor, currency: product.currency }, language)}
      </Text>
    </Link>
  );
}
