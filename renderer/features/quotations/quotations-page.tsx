import { SegmentedControl, Skeleton, Text } from '@mantine/core';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Page } from '../../ui/page';
import { QuotationItem } from './quotation-item';
import { useQuotationWords } from './quotation-words';
import classes from './quotations.module.css';

const scopes = ['mine', 'shop'] as const;
const shows = ['open', 'confirmed', 'ended'] as const;

/** Every offer of the shop by how it stands, what they come to, and until when they hold. */
export function QuotationsPage() {
  const { t } = useWords();
  const words = useQuotationWords();
  const { staff } = useCounter();
  const [scope, setScope] = useState<(typeof scopes)[number]>(staff.role === 'advisor' ? 'mine' : 'shop');
  const [show, setShow] = useState<(typeof shows)[number]>('open');
  const topics = ['quotations', 'sales', 'customers', 'staff'] as const;
  const list = useAsk('quotations.list', { scope, show }, topics, { keepPrevious: true });
  const { quotations = [], sums = [], total = 0 } = list.data ?? {};
  return (
    <Page
      title={t('quotations.title')}
      subtitle={t('quotations.subtitle')}
      actions={
        <>
          <SegmentedControl
            size="md"
            aria-label={t('quotations.show.label')}
            value={show}
            onChange={(value) => setShow(value as typeof show)}
            data={shows.map((value) => ({ value, label: t(`quotations.show.${value}`) }))}
          />
          <SegmentedControl
            size="md"
            aria-label={t('quotations.scope.label')}
            value={scope}
            onChange={(value) => setScope(value as typeof scope)}
            data={scopes.map((value) => ({ value, label: t(`quotations.scope.${value}`) }))}
          />
        </>
      }
    >
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      {!list.data && !list.error && <Skeleton height={200} />}
      {list.data && quotations.length === 0 && (
        <EmptyState title={t(`quotations.empty.${show}`)} hint={t('quotations.emptyHint')} />
      )}
      {sums.length > 0 && (
        <ul className={classes.sums}>
          {sums.map(({ state, currency, count, totalMinor }) => (
            <li key={`${state} ${currency}`}>
              <Text size="sm" c="dimmed">
                {t('quotations.sum', { state: t(`quotations.state.${state}`), count })}
              </Text>
              <Text className={classes.amount}>{words.money(totalMinor, currency)}</Text>
            </li>
          ))}
        </ul>
      )}
      <ul className={classes.list}>
        {quotations.map((quotation) => (
          <QuotationItem key={quotation.id} quotation={quotation} showsCustomer />
        ))}
      </ul>
      {total > quotations.length && (
        <Text c="dimmed">{t('quotations.more', { count: total - quotations.length })}</Text>
      )}
    </Page>
  );
}
