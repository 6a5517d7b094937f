import { Checkbox, Select, TextInput } from '@mantine/core';
import { productStatuses } from '@shared/contract/products';
import { IconSearch } from '@tabler/icons-react';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { MoneyField } from '../../ui/money-field';
import { useCategoryWords } from './category-words';
import classes from './products.module.css';

export interface ProductFilterValues {
  readonly text: string;
  readonly brand: string | null;
  readonly category: string | null;
  readonly status: (typeof productStatuses)[number] | null;
  readonly priceMinMinor: number | null;
  readonly priceMaxMinor: number | null;
  readonly inStock: boolean;
}

export const noFilters: ProductFilterValues = {
  text: '',
  brand: null,
  category: null,
  status: null,
  priceMinMinor: null,
  priceMaxMinor: null,
  inStock: false,
};

interface ProductFiltersProps {
  readonly values: ProductFilterValues;
  readonly onChange: (values: ProductFilterValues) => void;
  /** The arrow down from the box: into the list. */
  readonly onDown: () => void;
}

/** What narrows the list: words, brand, category, status, price, stock. */
export function ProductFilters({ values, onChange, onDown }: ProductFiltersProps) {
  const { t } = useWords();
  const { shop } = useCounter();
  const facets = useAsk('products.facets', {}, ['products']);
  const categoryWord = useCategoryWords();
  const set = (change: Partial<ProductFilterValues>) => onChange({ ...values, ...change });
  const optionOf =
    (label: string) =>
    ({ name, count }: { name: string; count: number }) => ({
      value: name,
      label: `${label === 'category' ? categoryWord(name) : name} (${count})`,
    });
  return (
    <div className={classes.filters}>
      <TextInput
        type="search"
        label={t('products.search')}
        placeholder={t('products.searchHint')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={values.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          onDown();
        }}
      />
      <Select
        label={t('products.brand')}
        placeholder={t('products.allBrands')}
        data={facets.data?.brands.map(optionOf('brand')) ?? []}
        value={values.brand}
        onChange={(brand) => set({ brand })}
        searchable
        clearable
      />
      <Select
        label={t('products.category')}
        placeholder={t('products.allCategories')}
        data={facets.data?.categories.map(optionOf('category')) ?? []}
        value={values.category}
        onChange={(category) => set({ category })}
        clearable
      />
      <Select
        label={t('products.status')}
        placeholder={t('products.allStatuses')}
        data={productStatuses.map((status) => ({ value: status, label: t(`products.statuses.${status}`) }))}
        value={values.status}
        onChange={(status) => set({ status })}
        clearable
      />
      <MoneyField
        label={t('products.priceMin')}
        currency={shop.currency}
        value={values.priceMinMinor}
        onChange={(priceMinMinor) => set({ priceMinMinor })}
      />
      <MoneyField
        label={t('products.priceMax')}
        currency={shop.currency}
        value={values.priceMaxMinor}
        onChange={(priceMaxMinor) => set({ priceMaxMinor })}
      />
      <Checkbox
        label={t('products.inStock')}
        checked={values.inStock}
        onChange={(event) => set({ inStock: event.currentTarget.checked })}
        mb={10}
      />
    </div>
  );
}
