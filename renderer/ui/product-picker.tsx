import { Combobox, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { Output } from '@shared/contract';
import { formatMoney } from '@shared/domain/money';
import { IconBarcode } from '@tabler/icons-react';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import { useAsk } from '../lib/ask';
import { call } from '../lib/call';
import { useWords } from '../lib/i18n';
import { fullProductName } from '../lib/product-name';
import classes from './product-picker.module.css';
import { toastError } from './toast';

/** A product as the catalogue's lists show it. */
export type PickedProduct = Output<'products.scan'>[number];

interface ProductPickerProps {
  readonly ref?: RefObject<HTMLInputElement | null>;
  readonly label: string;
  readonly placeholder: string;
  readonly size?: 'md' | 'lg';
  readonly autoFocus?: boolean;
  readonly onProduct: (product: PickedProduct, name: string) => void;
  /** Takes what was typed as it is, where something may stand for no product. */
  readonly onText?: (text: string) => void;
}

const freeText = ' text';

/**
 * One box for the scanner and the hand. Enter takes an exact barcode, code or reference at once, whatever the list
 * shows meanwhile; otherwise the chosen suggestion.
 */
export function ProductPicker(props: ProductPickerProps) {
  const { ref, label, placeholder, size = 'md', autoFocus = false, onProduct, onText } = props;
  const { t, language } = useWords();
  const combobox = useCombobox();
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text.trim(), 100);
  const found = useAsk('products.list', { text: settled, limit: 8 }, ['products'], {
    enabled: settled !== '',
    keepPrevious: true,
  });
  const suggestions = settled === '' ? [] : (found.data?.products ?? []);

  const take = (product: PickedProduct) => {
    onProduct(product, fullProductName(product, language));
    setText('');
    combobox.closeDropdown();
  };
  const onEnter = async (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    const typed = text.trim();
    if (!typed) return;
    const chosen = combobox.getSelectedOptionIndex();
    if (chosen > 0) return;
    event.preventDefault();
    const [exact, another] = await call('products.scan', { typed });
    if (exact && !another) take(exact);
    else if (combobox.dropdownOpened) combobox.clickSelectedOption();
  };

  return (
    <Combobox
      withinPortal={false}
      store={combobox}
      onOptionSubmit={(value) => {
        const product = suggestions.find(({ id }) => id === value);
        if (product) take(product);
        else {
          onText?.(text.trim());
          setText('');
          combobox.closeDropdown();
        }
      }}
    >
      <Combobox.Target>
        <TextInput
          ref={ref}
          {...(autoFocus && { 'data-autofocus': true, autoFocus: true })}
          size={size}
          label={label}
          placeholder={placeholder}
          leftSection={<IconBarcode size={22} aria-hidden />}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
            combobox.resetSelectedOption();
          }}
          onKeyDownCapture={(event) => void onEnter(event).catch(toastError)}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={settled === ''}>
        <Combobox.Options aria-label={t('sales.choose')}>
          {suggestions.map((product) => (
            <Combobox.Option key={product.id} value={product.id} className={classes.option}>
              <span>
                <Text span>{fullProductName(product, language)}</Text>{' '}
                <Text span size="sm" c="dimmed">
                  {product.reference ?? product.code}
                </Text>
              </span>
              {product.priceMinor !== null && (
                <Text span size="sm">
                  {formatMoney({ minor: product.priceMinor, currency: product.currency }, language)}
                </Text>
              )}
            </Combobox.Option>
          ))}
          {onText && (
            <Combobox.Option value={freeText} className={classes.option}>
              <Text span size="sm">
                {t('sales.freeText', { typed: text.trim() })}
              </Text>
            </Combobox.Option>
          )}
          {!onText && suggestions.length === 0 && found.data && (
            <Combobox.Empty>{t('sales.notFound', { typed: text.trim() })}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
