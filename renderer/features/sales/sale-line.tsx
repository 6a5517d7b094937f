import { ActionIcon, Autocomplete, NumberInput, Text, TextInput } from '@mantine/core';
import { addMonths, civilDateOf } from '@shared/domain/dates';
import { formatMoney } from '@shared/domain/money';
import { IconTrash } from '@tabler/icons-react';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { MoneyField } from '../../ui/money-field';
import { ProductPicture } from '../../ui/product-picture';
import { useReasons } from './reasons';
import { amountOf, type DraftLine } from './sale-draft';
import classes from './sales.module.css';

interface SaleLineProps {
  readonly line: DraftLine;
  readonly number: number;
  readonly onChange: (change: Partial<DraftLine>) => void;
  readonly onRemove: () => void;
}

/** One line: how many, for how much, with which discount and why, and the serial where there is one. */
export function SaleLine({ line, number, onChange, onRemove }: SaleLineProps) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const { choices } = useReasons('discountReasons');
  const { currency } = shop;
  return (
    <li className={classes.line} aria-label={t('sales.line', { line: number, what: line.description })}>
      <div className={classes.lineHead}>
        <ProductPicture pictureId={line.pictureId} alt="" size={44} />
        <Text fw={600} flex={1} miw={0} truncate>
          {line.description}
        </Text>
        <Text fw={600}>{formatMoney({ minor: amountOf(line), currency }, language)}</Text>
        <ActionIcon aria-label={t('sales.remove', { line: number })} onClick={onRemove}>
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </div>
      <div className={classes.lineFields}>
        {!line.isSerialised && (
          <NumberInput
            className={classes.quantity}
            label={t('sales.quantity')}
            value={line.quantity}
            onChange={(value) => onChange({ quantity: Math.max(1, Math.trunc(Number(value)) || 1) })}
            min={1}
            max={10_000}
            allowDecimal={false}
          />
        )}
        <MoneyField
          label={t('sales.price')}
          currency={currency}
          value={line.unitPriceMinor}
          onChange={(unitPriceMinor) => onChange({ unitPriceMinor })}
          autoFocus={line.productId === null}
          required
        />
        <MoneyField
          label={t('sales.discount')}
          currency={currency}
          value={line.discountMinor || null}
          onChange={(minor) => onChange({ discountMinor: minor ?? 0 })}
        />
        {line.discountMinor > 0 && (
          <Autocomplete
            comboboxProps={{ withinPortal: false }}
            size="md"
            label={t('sales.discountReason')}
            data={choices}
            value={line.discountReason}
            onChange={(discountReason) => onChange({ discountReason })}
            maxLength={200}
            required
          />
        )}
        {(line.isSerialised || line.productId === null) && (
          <TextInput
            label={t('sales.serial')}
            value={line.serial}
            onChange={(event) => onChange({ serial: event.currentTarget.value })}
            maxLength={200}
            autoFocus={line.isSerialised}
            required={line.isSerialised}
          />
        )}
        {(line.isSerialised || line.serial !== '') && <Warranty line={line} onChange={onChange} />}
      </div>
    </li>
  );
}

/** The end by the product's terms, until somebody types what the card says. */
function Warranty({ line, onChange }: Pick<SaleLineProps, 'line' | 'onChange'>) {
  const { t } = useWords();
  const { shop } = useCounter();
  const today = civilDateOf(Date.now(), shop.timeZone);
  const byTerms = line.warrantyMonths ? addMonths(today, line.warrantyMonths) : '';
  return (
    <TextInput
      type="date"
      label={t('sales.warrantyEnd')}
      value={line.warrantyEndsOn || byTerms}
      min={today}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        onChange({ warrantyEndsOn: typed === byTerms ? '' : typed });
      }}
    />
  );
}
