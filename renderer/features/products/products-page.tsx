import { Button } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { isAllowed } from '@shared/contract/permissions';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useAskPages } from '../../lib/ask-pages';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Page } from '../../ui/page';
import { noFilters, ProductFilters, type ProductFilterValues } from './product-filters';
import { ProductForm } from './product-form';
import { ProductList } from './product-list';

/** The catalogue: everything the shop sells, found by any of its facts. */
export function ProductsPage() {
  const { t } = useWords();
  const { staff } = useCounter();
  const navigate = useNavigate();
  const [filters, setFilters] = useState<ProductFilterValues>(noFilters);
  const [settled] = useDebouncedValue(filters, 120);
  const [isAdding, adding] = useDisclosure(false);
  const list = useRef<HTMLDivElement>(null);
  const pages = useAskPages('products.list', inputOf(settled), ['products', 'sales']);
  const products = pages.data?.flatMap((page) => page.products) ?? [];
  const total = pages.data?.[0]?.total ?? 0;
  const canWrite = isAllowed(staff.role, 'products.write');
  const isFiltered = Object.keys(inputOf(settled)).length > 0;

  const addButton = canWrite && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={adding.open}>
      {t('products.add')}
    </Button>
  );
  return (
    <Page
      title={t('products.title')}
      subtitle={pages.data ? t('products.found', { count: total }) : ' '}
      actions={addButton}
    >
      <ProductFilters
        values={filters}
        onChange={setFilters}
        onDown={() => list.current?.querySelector<HTMLElement>('a')?.focus()}
      />
      <ErrorNotice error={pages.error} onRetry={() => void pages.refetch()} />
      {pages.data && total === 0 ? (
        <EmptyState
          title={isFiltered ? t('products.nothingFound') : t('products.empty')}
          hint={isFiltered ? t('products.nothingFoundHint') : t('products.emptyHint')}
          action={
            isFiltered ? (
              <Button variant="default" onClick={() => setFilters(noFilters)}>
                {t('products.clearFilters')}
              </Button>
            ) : (
              addButton
            )
          }
        />
      ) : (
        <ProductList
          ref={list}
          products={products}
          hasMore={pages.hasNextPage}
          onMore={() => {
            if (!pages.isFetchingNextPage) void pages.fetchNextPage();
          }}
        />
      )}
      {isAdding && (
        <ProductForm
          product={null}
          onClose={adding.close}
          onSaved={(productId) => void navigate({ to: '/products/$productId', params: { productId } })}
        />
      )}
    </Page>
  );
}

/** Only the filters that are set. */
function inputOf(filters: ProductFilterValues) {
  return {
    ...(filters.text.trim() ? { text: filters.text.trim() } : {}),
    ...(filters.brand ? { brand: filters.brand } : {}),
    ...(filters.category ? { category: filters.category } : {}),
    ...(filters.status ? { status: filters.status } : {}),
    ...(filters.priceMinMinor === null ? {} : { priceMinMinor: filters.priceMinMinor }),
    ...(filters.priceMaxMinor === null ? {} : { priceMaxMinor: filters.priceMaxMinor }),
    ...(filters.inStock ? { inStock: true } : {}),
  };
}
