import { ActionIcon, Button, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useWords } from '../../lib/i18n';
import type { ProductFormValues } from './product-values';
import classes from './products.module.css';

/** Specifications by name: whatever this kind of goods has. */
export function AttributesFields({ form }: { readonly form: UseFormReturnType<ProductFormValues> }) {
  const { t } = useWords();
  return (
    <Stack gap="xs">
      {form.values.attributes.map((line, index) => (
        <div key={line.key} className={classes.attributeRow}>
          <TextInput
            label={t('products.attributeName')}
            {...form.getInputProps(`attributes.${index}.name`)}
          />
          <TextInput
            label={t('products.attributeValue')}
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
        onClick={() => form.insertListItem('attributes', { key: crypto.randomUUID(), name: '', value: '' })}
      >
        {t('products.addAttribute')}
      </Button>
    </Stack>
  );
}
