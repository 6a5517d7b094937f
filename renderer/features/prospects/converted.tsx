import { Skeleton, Text } from '@mantine/core';
import { addMonths, civilDateOf, formatDate, startOfDay } from '@shared/domain/dates';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { customerName } from '../../lib/customer-name';
import { useWords } from '../../lib/i18n';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { ButtonLink } from '../../ui/links';
import classes from './prospects.module.css';

/** Prospects who became customers by themselves, with their first purchase. */
export function Converted({ advisorId }: { readonly advisorId: string | null }) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const today = civilDateOf(Date.now(), shop.timeZone);
  const since = startOfDay(addMonths(today, -12), shop.timeZone);
  const list = useAsk('prospects.converted', { advisorId, since }, ['customers', 'sales']);
  const { rows = [], total = 0 } = list.data ?? {};
  return (
    <>
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      {!list.data && !list.error && <Skeleton height={240} />}
      {list.data && rows.length === 0 && (
        <EmptyState title={t('prospects.converted.empty')} hint={t('prospects.converted.emptyHint')} />
      )}
      {rows.length > 0 && <Text fw={600}>{t('prospects.converted.count', { count: total })}</Text>}
      <ul className={classes.list} aria-label={t('prospects.show.converted')}>
        {rows.map(({ customer, source, boughtAt, days }) => {
          const name = customerName(customer, language);
          return (
            <li key={customer.id} className={classes.row}>
              <Text className={classes.name} fw={600}>
                {name}
              </Text>
              <Text>
                {t('prospects.converted.line', {
                  date: formatDate(civilDateOf(boughtAt, shop.timeZone), language),
                  days,
                })}
              </Text>
              <Text size="sm" c="dimmed">
                {[
                  t(`customers.acquaintance.${source as 'counter'}`, { defaultValue: source }),
                  customer.advisor?.name,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
              <ButtonLink
                variant="default"
                to="/customers/$customerId"
                params={{ customerId: customer.id }}
                aria-label={t('prospects.open', { name })}
              >
                {t('prospects.go')}
              </ButtonLink>
            </li>
          );
        })}
      </ul>
      {total > rows.length && (
        <Text c="dimmed">{t('prospects.converted.rest', { count: total - rows.length })}</Text>
      )}
    </>
  );
}
