import { Group, Text, UnstyledButton } from '@mantine/core';
import { formatInstant } from '@shared/domain/dates';
import { formatMoney } from '@shared/domain/money';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { Section } from '../../ui/section';
import classes from './sales.module.css';

/** What was recorded today, each receipt a tap away. */
export function TodaySales({ onOpen }: { readonly onOpen: (saleId: string) => void }) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const today = useAsk('sales.today', {}, ['sales']);
  if (!today.data) return null;
  const { sales, totalMinor, currency } = today.data;
  return (
    <Section
      title={t('sales.todayTitle')}
      actions={<Text fw={600}>{formatMoney({ minor: totalMinor, currency }, language)}</Text>}
    >
      {sales.length === 0 && <Text c="dimmed">{t('sales.todayEmpty')}</Text>}
      <ul className={classes.plainList}>
        {sales.map((sale) => (
          <li key={sale.id}>
            <UnstyledButton className={classes.briefRow} onClick={() => onOpen(sale.id)}>
              <Text component="span">{sale.receiptNumber}</Text>
              <Text component="span" c="dimmed" size="sm">
                {formatInstant(sale.soldAt, language, shop.timeZone).slice(-5)} ·{' '}
                {t(`sales.kind.${sale.kind}`)}
              </Text>
              <Text component="span" truncate>
                {sale.customerName || t('sales.anonymous')}
              </Text>
              <Group gap={6} component="span">
                {sale.flags.map((flag) => (
                  <Text key={flag} component="span" size="sm" className={classes.flag}>
                    {t(`sales.flag.${flag as 'own-account'}`, { defaultValue: flag })}
                  </Text>
                ))}
              </Group>
              <Text component="span" fw={600} ta="right">
                {formatMoney({ minor: sale.totalMinor, currency: sale.currency }, language)}
              </Text>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </Section>
  );
}
