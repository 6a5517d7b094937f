import { SegmentedControl, Skeleton, Text } from '@mantine/core';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Page } from '../../ui/page';
import { KeptRate } from './kept-rate';
import { PromiseItem } from './promise-item';
import classes from './promises.module.css';

type Scope = 'mine' | 'shop';
type Show = 'open' | 'late' | 'closed';
const empty = { open: 'promises.empty', late: 'promises.emptyLate', closed: 'promises.emptyClosed' } as const;

/** The ledger: every promise of the shop, by its day, and how reliably they are kept. */
export function PromisesPage() {
  const { t } = useWords();
  const { staff } = useCounter();
  const [scope, setScope] = useState<Scope>(staff.role === 'advisor' ? 'mine' : 'shop');
  const [show, setShow] = useState<Show>('open');
  const list = useAsk('promises.list', { scope, show }, ['promises', 'customers', 'staff'], {
    keepPrevious: true,
  });
  const { promises = [], total = 0 } = list.data ?? {};
  return (
    <Page
      title={t('promises.title')}
      subtitle={t('promises.subtitle')}
      actions={
        <>
          <SegmentedControl
            size="md"
            aria-label={t('promises.show.label')}
            value={show}
            onChange={(value) => setShow(value as Show)}
            data={(['open', 'late', 'closed'] as const).map((value) => ({
              value,
              label: t(`promises.show.${value}`),
            }))}
          />
          <SegmentedControl
            size="md"
            aria-label={t('promises.scope.label')}
            value={scope}
            onChange={(value) => setScope(value as Scope)}
            data={(['mine', 'shop'] as const).map((value) => ({
              value,
              label: t(`promises.scope.${value}`),
            }))}
          />
        </>
      }
    >
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      <div className={classes.columns}>
        <div>
          {!list.data && !list.error && <Skeleton height={200} />}
          {list.data && promises.length === 0 && (
            <EmptyState title={t(empty[show])} hint={t('promises.emptyHint')} />
          )}
          <ul className={classes.list}>
            {promises.map((promise) => (
              <PromiseItem key={promise.id} promise={promise} showsCustomer />
            ))}
          </ul>
          {total > promises.length && (
            <Text c="dimmed">{t('promises.more', { count: total - promises.length })}</Text>
          )}
        </div>
        <KeptRate />
      </div>
    </Page>
  );
}
