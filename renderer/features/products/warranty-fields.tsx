import { NumberInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useWords } from '../../lib/i18n';
import { intervals, type ProductFormValues } from './product-values';
import classes from './products.module.css';

/** Warranty and service intervals of this product, under the version of the terms they come from. */
export function WarrantyFields({ form }: { readonly form: UseFormReturnType<ProductFormValues> }) {
  const { t } = useWords();
  return (
    <div className={classes.two}>
      <TextInput label={t('products.policyVersion')} {...form.getInputProps('policyVersion')} />
      {intervals.map((name) => (
        <NumberInput
          key={name}
          label={t(`products.${name}`)}
          min={1}
          max={600}
          allowDecimal={false}
          {...form.getInputProps(`months.${name}`)}
        />
      ))}
    </div>
  );
}
