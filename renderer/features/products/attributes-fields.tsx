import { ActionIcon, Autocomplete, Button, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useWords } from '../../lib/i18n';
import { useFactWords } from '../../lib/product-facts';
import { factsOf, type ProductFormValues } from './product-values';
import classes from './products.module.css';

/** Specifications in words: what this kind of goods usually has is offered, anything else can be typed. */
export function AttributesFields({ form }: { readonly form: UseFormReturnType<ProductFormValues> }) {
  const { t } = useWords();
  const words = useFactWords();
  const { attributes, category } = form.values;
  const taken = new Set(attributes.map(({ name }) => name));
  const names = factsOf(category)
    .map(words.nameOf)
    .filter((name) => !taken.has(name));
  return (
    <Stack gap="xs">
      {attributes.map((line, index) => (
        <div key={line.key} className={classes.attributeRow}>
          <Autocomplete
            comboboxProps={{ withinPortal: false }}
            size="md"
            label={t('products.attributeName')}
            data={names}
            {...form.getInputProps(`attributes.${index}.name`)}
          />
          <Autocomplete
            comboboxProps={{ withinPortal: false }}
            size="md"
            label={t('products.attributeValue')}
            data={words.values}
            limit={12}
            {...form.getInputProps(`attributes.${index}.value`)}
          />
          <ActionIcon
            aria-label={t('products.removeAttribute', { name: line.name })}
            onClick={() => form.removeListItem('attributes', index)}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() =>
          form.insertListItem('attributes', {
            key: crypto.randomUUID(),
            code: null,
            stored: null,
            name: '',
            value: '',
          })
        }
      >
        {t('products.addAttribute')}
      </Button>
    </Stack>
  );
}
