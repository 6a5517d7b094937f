import { Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconMinus, IconX } from '@tabler/icons-react';
import { useWords } from '../lib/i18n';
import classes from './stock-mark.module.css';

/** Whether it can be had, in words and a sign; null means that this product is not counted. */
export function StockMark({ count }: { readonly count: number | null }) {
  const { t } = useWords();
  const [Icon, text, tone] =
    count === null
      ? [IconMinus, t('products.stockUncounted'), 'quiet']
      : count < 0
        ? [IconAlertTriangle, t('products.stockWrong'), 'warning']
        : count === 0
          ? [IconX, t('products.stockNone'), 'warning']
          : [IconCheck, t('products.stockCount', { count }), 'good'];
  return (
    <Text component="span" size="sm" className={classes.mark} data-tone={tone}>
      <Icon size={16} aria-hidden /> {text}
    </Text>
  );
}
