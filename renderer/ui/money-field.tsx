import { NumberInput, type NumberInputProps } from '@mantine/core';
import { currencyDecimals } from '@shared/domain/money';

interface MoneyFieldProps extends Omit<NumberInputProps, 'value' | 'onChange' | 'defaultValue'> {
  /** Minor units; null while empty. */
  readonly value: number | null;
  readonly onChange: (minor: number | null) => void;
  readonly currency: string;
}

/** An amount typed as people write it and kept in minor units. */
export function MoneyField({ value, onChange, currency, ...rest }: MoneyFieldProps) {
  const decimals = currencyDecimals(currency);
  const unit = 10 ** decimals;
  return (
    <NumberInput
      {...rest}
      value={value === null ? '' : value / unit}
      onChange={(typed) =>
        onChange(typed === '' || Number.isNaN(Number(typed)) ? null : Math.round(Number(typed) * unit))
      }
      min={0}
      max={1e11}
      decimalScale={decimals}
      allowNegative={false}
      thousandSeparator=","
      hideControls
    />
  );
}
