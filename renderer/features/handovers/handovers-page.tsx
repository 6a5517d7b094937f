import { SegmentedControl, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Page } from '../../ui/page';
import { HandoverItem } from './handover-item';
import classes from './handovers.module.css';

type Scope = 'ours' | 'all';
type Show = 'open' | 'late' | 'closed';
const empty = {
  open: 'handovers.empty',
  late: 'handovers.emptyLate',
  closed: 'handovers.emptyClosed',
} as const;

/** What departments ask of each other, by when it is due. */
export function HandoversPage() {
  const { t } = useWords();
  const { staff } = useCounter();
  const [scope, setScope] = useState<Scope>(staff.role === 'manager' ? 'all' : 'ours');
  const [show, setShow] = useState<Show>('open');
  const list = useAsk('handovers.list', { scope, show }, ['handovers', 'customers', 'jobs'], {
    keepPrevious: true,
  });
  return (
    <Page
      title={t('handovers.title')}
      subtitle={t('handovers.subtitle')}
      actions={
        <>
          <SegmentedControl
            aria-label={t('handovers.show.label')}
            value={show}
            onChange={(value) => setShow(value as Show)}
            data={(['open', 'late', 'closed'] as const).map((value) => ({
              value,
              label: t(`handovers.show.${value}`),
            }))}
          />
          <SegmentedControl
            aria-label={t('handovers.scope.label')}
            value={scope}
            onChange={(value) => setScope(value as Scope)}
            data={(['ours', 'all'] as const).map((value) => ({
              value,
              label: t(`handovers.scope.${value}`),
            }))}
          />
        </>
      }
    >
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      {!list.data && !list.error && <Skeleton height={200} />}
      {list.data?.length === 0 && <EmptyState title={t(empty[show])} hint={t('handovers.emptyHint')} />}
      <ul className={classes.list}>
        {list.data?.map((handover) => (
          <HandoverItem key={handover.id} handover={handover} showsCustomer />
        ))}
      </ul>
    </Page>
  );
}
