import { Combobox, InputBase, Text, useCombobox } from '@mantine/core';
import type { SearchResult } from '@shared/contract/search';
import { useEffect, useRef, useState } from 'react';
import { call } from '../lib/call';
import { useWords } from '../lib/i18n';

/** Whom the picker has chosen. */
export interface PickedCustomer {
  readonly id: string;
  readonly name: string;
}

interface CustomerPickerProps {
  readonly label: string;
  readonly description?: string;
  readonly value: PickedCustomer | null;
  readonly onChange: (customer: PickedCustomer | null) => void;
  /** Not to be offered: the customer whose record it is. */
  readonly except?: string;
  readonly error?: string;
}

/** Chooses a customer as the search box finds them: by name, phone, number or note; recent ones before anything is typed. */
export function CustomerPicker({ label, description, value, onChange, except, error }: CustomerPickerProps) {
  const { t } = useWords();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [typed, setTyped] = useState<string | null>(null);
  const results = useCustomers(typed ?? '', combobox.dropdownOpened).filter(({ id }) => id !== except);
  const pick = (id: string) => {
    const chosen = results.find((result) => result.id === id);
    if (!chosen) return;
    onChange({ id, name: chosen.title });
    setTyped(null);
    combobox.closeDropdown();
  };
  return (
    <Combobox store={combobox} onOptionSubmit={pick}>
      <Combobox.Target>
        <InputBase
          size="md"
          label={label}
          description={description}
          error={error}
          placeholder={t('search.pick.placeholder')}
          autoComplete="off"
          value={typed ?? value?.name ?? ''}
          rightSection={
            value ? (
              <Combobox.ClearButton aria-label={t('search.clear')} onClear={() => onChange(null)} />
            ) : null
          }
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
            // Enter takes the first, as in the box.
            combobox.selectFirstOption();
          }}
          onFocus={() => combobox.openDropdown()}
          onClick={() => combobox.openDropdown()}
          onBlur={() => {
            combobox.closeDropdown();
            setTyped(null);
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={320} style={{ overflowY: 'auto' }}>
          {results.map(({ id, title, facts }) => (
            <Combobox.Option key={id} value={id} mih={44}>
              <Text truncate fw={600} size="sm">
                {title}
              </Text>
              <Text truncate size="xs" c="dimmed">
                {[facts.number, facts.phoneEnd && t('search.phoneEnd', { digits: facts.phoneEnd })]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </Combobox.Option>
          ))}
          {results.length === 0 && (
            <Combobox.Empty>
              {typed ? t('search.pick.nothing', { text: typed }) : t('search.noRecent')}
            </Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function useCustomers(text: string, isOpen: boolean): readonly SearchResult[] {
  const [results, setResults] = useState<readonly SearchResult[]>([]);
  const asked = useRef(0);
  useEffect(() => {
    if (!isOpen) return;
    asked.current += 1;
    const question = asked.current;
    const asking =
      text.trim() === ''
        ? call('search.recent', {})
        : call('search.query', { text, kinds: ['customer'], limit: 8 });
    asking.then(
      (answer) => {
        if (question === asked.current) setResults(answer.results);
      },
      () => {
        if (question === asked.current) setResults([]);
      },
    );
  }, [text, isOpen]);
  return results;
}
