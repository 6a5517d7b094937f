import { ActionIcon, NumberInput, Text } from '@mantine/core';
import { isWithinLimit, mostReduction, quotedLineTotal } from '@shared/domain/quotations';
import { IconTrash } from '@tabler/icons-react';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { MoneyField } from '../../ui/money-field';
import { ProductPicture } from '../../ui/product-picture';
import { amountsOf, type LineValues } from './quotation-values';
import { useQuotationWords } from './quotation-words';
import classes from './quotations.module.css';

interface QuotedLineProps {
  readonly line: LineValues;
  readonly number: number;
  /** The most this person may take off, in percent. */
  readonly limitPercent: number;
  readonly onChange: (change: Partial<LineValues>) => void;
  readonly onRemove: () => void;
}

/** One line of the offer: how many, for how much, with how much off, and how much may be off. */
export function QuotedLine({ line, number, limitPercent, onChange, onRemove }: QuotedLineProps) {
  const { t } = useWords();
  const { shop } = useCounter();
  const words = useQuotationWords();
  const amounts = amountsOf(line);
  const show = (minor: number) => words.money(minor, shop.currency);
  const isWithin = isWithinLimit(amounts, limitPercent);
  return (
    <li className={classes.line} aria-label={t('quotations.line', { line: number, what: line.description })}>
      <div className={classes.lineHead}>
        <ProductPicture pictureId={line.pictureId} alt="" size={44} />
        <Text fw={600} flex={1} miw={0} truncate>
          {line.description}
        </Text>
        <Text fw={600}>{show(quotedLineTotal(amounts))}</Text>
        <ActionIcon aria-label={t('quotations.removeLine', { line: number })} onClick={onRemove}>
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </div>
      <div className={classes.lineFields}>
        <NumberInput
          className={classes.quantity}
          label={t('quotations.quantity')}
          value={line.quantity}
          onChange={(value) => onChange({ quantity: Math.max(1, Math.trunc(Number(value)) || 1) })}
          min={1}
          max={10_000}
          allowDecimal={false}
        />
        <MoneyField
          label={t('quotations.price')}
          currency={shop.currency}
          value={line.unitPriceMinor}
          onChange={(unitPriceMinor) => onChange({ unitPriceMinor })}
          autoFocus={line.productId === null}
          required
        />
        <MoneyField
          label={t('quotations.discount')}
          description={t('quotations.discountMost', { amount: show(mostReduction(amounts, limitPercent)) })}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          currency={shop.currency}
          value={line.discountMinor || null}
          error={
            line.unitPriceMinor === null || isWithin
              ? undefined
              : t('quotations.overLimit', { percent: limitPercent })
          }
          onChange={(minor) => onChange({ discountMinor: minor ?? 0 })}
        />
      </div>
    </li>
  );
}
