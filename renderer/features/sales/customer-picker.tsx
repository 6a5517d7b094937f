import { ActionIcon, Autocomplete, Group, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUser, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import type { SaleDraft } from './sale-draft';

interface CustomerPickerProps {
  readonly customer: SaleDraft['customer'];
  readonly onChange: (customer: SaleDraft['customer']) => void;
}

/** Finds the customer as the search box does; nobody chosen is an anonymous sale. */
export function CustomerPicker({ customer, onChange }: CustomerPickerProps) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text.trim(), 100);
  const found = useAsk('search.query', { text: settled, kinds: ['customer'], limit: 8 }, ['customers'], {
    enabled: settled !== '' && customer === null,
    keepPrevious: true,
  });
  if (customer) {
    return (
      <div>
        <Text fw={600}>{t('sales.customer')}</Text>
        <Group justify="space-between" wrap="nowrap" mih={44}>
          <Group gap="xs" wrap="nowrap" miw={0}>
            <IconUser size={18} aria-hidden />
            <Text fw={600} truncate>
              {customer.name}
            </Text>
          </Group>
          <ActionIcon aria-label={t('sales.removeCustomer')} onClick={() => onChange(null)}>
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </Group>
      </div>
    );
  }
  const results = settled === '' ? [] : (found.data?.results ?? []);
  const byLabel = new Map(
    results.map((result) => [
      [result.title, result.facts.number, result.facts.phoneEnd && `…${result.facts.phoneEnd}`]
        .filter(Boolean)
        .join(' · '),
      result,
    ]),
  );
  return (
    <Autocomplete
      comboboxProps={{ withinPortal: false }}
      size="md"
      label={t('sales.customer')}
      description={t('sales.anonymousHint')}
      placeholder={t('sales.customerPick')}
      data={[...byLabel.keys()]}
      value={text}
      onChange={setText}
      onOptionSubmit={(label) => {
        const result = byLabel.get(label);
        if (!result) return;
        onChange({ id: result.id, name: result.title });
        setText('');
      }}
      filter={({ options }) => options}
      selectFirstOptionOnChange
    />
  );
}
