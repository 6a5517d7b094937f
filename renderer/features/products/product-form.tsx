import { Autocomplete, Button, Checkbox, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { productStatuses } from '@shared/contract/products';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { changedParts, type Draft, useDraft } from '../../lib/drafts';
import { useFirstField } from '../../lib/first-field';
import { useWords } from '../../lib/i18n';
import { useFactWords } from '../../lib/product-facts';
import { SidePanel } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';
import { MoneyField } from '../../ui/money-field';
import { RestoredNote } from '../../ui/restored-note';
import { Section } from '../../ui/section';
import { toast } from '../../ui/toast';
import { AttributesFields } from './attributes-fields';
import { useCategoryWords } from './category-words';
import type { FullProduct } from './product-shapes';
import { fieldsOf, type ProductFormValues, valuesOf } from './product-values';
import classes from './products.module.css';
import { WarrantyFields } from './warranty-fields';

interface ProductFormProps {
  /** Null adds a new product. */
  readonly product: FullProduct | null;
  readonly onClose: () => void;
  readonly onSaved: (productId: string) => void;
}

/** Everything a manager may say about a product. Closing it keeps what was typed. */
export function ProductForm({ product, onClose, onSaved }: ProductFormProps) {
  const { t } = useWords();
  const words = useFactWords();
  // What is saved is what the form opened with and what was typed, whatever somebody else has saved since.
  const [base] = useState(() => ({ product, values: valuesOf(product, words) }));
  const draft = useDraft<ProductFormValues>('products.product', product?.id ?? 'new', base.values);
  return (
    <SidePanel isOpen onClose={onClose} size={760} title={product ? t('products.edit') : t('products.add')}>
      {draft.start && (
        <ProductFields
          product={base.product}
          saved={base.values}
          draft={draft}
          start={draft.start}
          onClose={onClose}
          onSaved={onSaved}
        />
      )}
    </SidePanel>
  );
}

interface ProductFieldsProps extends ProductFormProps {
  /** The product as it was stored when the form opened. */
  readonly saved: ProductFormValues;
  readonly draft: Draft<ProductFormValues>;
  readonly start: ProductFormValues;
}

function ProductFields({ product, saved, draft, start, onClose, onSaved }: ProductFieldsProps) {
  const { t } = useWords();
  const { shop } = useCounter();
  const create = useTell('products.create');
  const update = useTell('products.update');
  const words = useFactWords();
  const form = useForm<ProductFormValues>({
    initialValues: start,
    onValuesChange: (values) => draft.keep(changedParts(values, saved)),
    validate: {
      code: (code) => (code.trim() ? null : t('products.needed')),
      name: (name) => (name.trim() ? null : t('products.needed')),
      category: (category) => (category.trim() ? null : t('products.needed')),
    },
  });
  const begin = useFirstField<HTMLInputElement>();

  const save = form.onSubmit(async (values) => {
    const fields = fieldsOf(values, words);
    const doUpdate = async ({ id, version }: FullProduct) => {
      await update.mutateAsync({ productId: id, version, fields });
      return id;
    };
    try {
      const productId = product
        ? await doUpdate(product)
        : (await create.mutateAsync({ ...fields, stockCount: null })).productId;
      draft.clear();
      toast(t('common.saved'));
      onClose();
      onSaved(productId);
    } catch {
      // The notice above the buttons says why; what was typed stays.
    }
  });

  return (
    <form onSubmit={save}>
      <Stack>
        {draft.isRestored && (
          <RestoredNote
            onDiscard={() => {
              draft.clear();
              onClose();
            }}
          />
        )}
        <TextInput ref={begin} label={t('products.name')} required {...form.getInputProps('name')} />
        <TextInput label={t('products.chineseName')} {...form.getInputProps('chineseName')} />
        <div className={classes.two}>
          <TextInput label={t('products.code')} required {...form.getInputProps('code')} />
          <TextInput label={t('products.barcode')} {...form.getInputProps('barcode')} />
          <TextInput label={t('products.brand')} {...form.getInputProps('brand')} />
          <TextInput label={t('products.family')} {...form.getInputProps('family')} />
          <TextInput label={t('products.reference')} {...form.getInputProps('reference')} />
          <CategoryField form={form} />
          <MoneyField
            label={t('products.price')}
            placeholder={t('products.priceOnRequest')}
            currency={shop.currency}
            value={form.values.priceMinor}
            onChange={(minor) => form.setFieldValue('priceMinor', minor)}
          />
          <Select
            label={t('products.status')}
            data={productStatuses.map((status) => ({
              value: status,
              label: t(`products.statuses.${status}`),
            }))}
            allowDeselect={false}
            {...form.getInputProps('status')}
          />
        </div>
        <Checkbox
          label={t('products.serialised')}
          {...form.getInputProps('isSerialised', { type: 'checkbox' })}
        />
        <Checkbox
          label={t('products.precious')}
          description={t('products.preciousHint')}
          {...form.getInputProps('isPrecious', { type: 'checkbox' })}
        />
        <Section title={t('products.facts')}>
          <AttributesFields form={form} />
        </Section>
        <Section title={t('products.warranty')}>
          <WarrantyFields form={form} />
        </Section>
        <Textarea label={t('products.care')} {...form.getInputProps('care')} />
        <ErrorNotice error={create.error ?? update.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={create.isPending || update.isPending}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const categories = ['watch', 'strap', 'gift', 'jewellery', 'accessory'] as const;

/** A category by its word, or one of the shop's own as it is typed. */
function CategoryField({ form }: { readonly form: UseFormReturnType<ProductFormValues> }) {
  const { t } = useWords();
  const wordOf = useCategoryWords();
  const codes = new Map<string, string>(categories.map((code) => [wordOf(code), code]));
  const { value: _value, onChange: _onChange, ...props } = form.getInputProps('category');
  return (
    <Autocomplete
      comboboxProps={{ withinPortal: false }}
      size="md"
      label={t('products.category')}
      data={[...codes.keys()]}
      value={form.values.category ? wordOf(form.values.category) : ''}
      onChange={(typed) => form.setFieldValue('category', codes.get(typed) ?? typed)}
      maxLength={60}
      required
      {...props}
    />
  );
}
