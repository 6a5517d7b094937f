import { Group, Stack, Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import { formatDate } from '@shared/domain/dates';
import { formatMoney } from '@shared/domain/money';
import { IconArrowBackUp, IconBan } from '@tabler/icons-react';
import { useWords } from '../../lib/i18n';
import { useReasons } from './reasons';
import classes from './sales.module.css';
import { productName } from './shown-names';

export type Sale = Output<'sales.forCustomer'>['sales'][number];
type Line = Sale['lines'][number];

/** A receipt's lines and total. */
export function ReceiptLines({ sale }: { readonly sale: Sale }) {
  const { t, language } = useWords();
  return (
    <Stack gap={0}>
      {sale.lines.map((line) => (
        <ReceiptLine key={line.position} line={line} currency={sale.currency} />
      ))}
      <Group justify="space-between" pt="sm">
        <Text fw={600}>{t('sales.total')}</Text>
        <Text fw={600} fz="xl">
          {formatMoney({ minor: sale.totalMinor, currency: sale.currency }, language)}
        </Text>
      </Group>
    </Stack>
  );
}

/** One line, drawn by the dozen and therefore of plain elements: what, how many, for how much, and what became of it. */
export function ReceiptLine({ line, currency }: { readonly line: Line; readonly currency: string }) {
  const { t, language } = useWords();
  const { wordOf } = useReasons('discountReasons');
  const money = (minor: number) => formatMoney({ minor, currency }, language);
  const name = productName(
    { name: line.description, chineseName: line.chineseName, brand: line.brand },
    language,
  );
  const facts = [
    line.reference,
    line.serial && `${t('sales.serial')} ${line.serial}`,
    line.warrantyEndsOn && t('sales.paper.warranty', { date: formatDate(line.warrantyEndsOn, language) }),
    line.discountMinor > 0 &&
      `${t('sales.discount')} ${money(line.discountMinor)}${line.discountReason ? ` (${wordOf(line.discountReason)})` : ''}`,
  ].filter(Boolean);
  return (
    <div className={classes.receiptLine}>
      <div className={classes.lineName}>
        <div>{name}</div>
        {facts.length > 0 && <div className={classes.lineFacts}>{facts.join(' · ')}</div>}
      </div>
      <LineMark line={line} />
      <span className={classes.lineFigure}>{line.quantity}</span>
      <span className={classes.lineFigure} data-strong>
        {money(line.totalMinor)}
      </span>
    </div>
  );
}

function LineMark({ line }: { readonly line: Line }) {
  const { t } = useWords();
  if (line.cancelledQuantity > 0) {
    return (
      <span className={classes.mark}>
        <IconBan size={16} aria-hidden /> {t('sales.history.cancelledMark')}
      </span>
    );
  }
  if (line.returnedQuantity > 0) {
    return (
      <span className={classes.mark}>
        <IconArrowBackUp size={16} aria-hidden />{' '}
        {t('sales.history.returnedMark', { count: line.returnedQuantity })}
      </span>
    );
  }
  return <span />;
}
