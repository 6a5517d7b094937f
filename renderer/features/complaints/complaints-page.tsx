import { SegmentedControl, Skeleton, Text } from '@mantine/core';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Page } from '../../ui/page';
import { ComplaintCase } from './complaint-case';
import { ComplaintItem } from './complaint-item';
import classes from './complaints.module.css';
import { ShopView } from './shop-view';

type Scope = 'mine' | 'shop';
type Show = 'open' | 'late' | 'closed';
const empty = {
  open: 'complaints.empty',
  late: 'complaints.emptyLate',
  closed: 'complaints.emptyClosed',
} as const;

/** Every case of the shop by its clock, and what can be learned from them. */
export function ComplaintsPage() {
  const { t } = useWords();
  const [scope, setScope] = useState<Scope>('shop');
  const [show, setShow] = useState<Show>('open');
  const [seen, setSeen] = useState<string | null>(null);
  const list = useAsk('complaints.list', { scope, show }, ['complaints', 'customers', 'staff'], {
    keepPrevious: true,
  });
  const { complaints = [], total = 0 } = list.data ?? {};
  return (
    <Page
      title={t('complaints.title')}
      subtitle={t('complaints.subtitle')}
      actions={
        <>
          <SegmentedControl
            aria-label={t('complaints.show.label')}
            value={show}
            onChange={(value) => setShow(value as Show)}
            data={(['open', 'late', 'closed'] as const).map((value) => ({
              value,
              label: t(`complaints.show.${value}`),
            }))}
          />
          <SegmentedControl
            aria-label={t('complaints.scope.label')}
            value={scope}
            onChange={(value) => setScope(value as Scope)}
            data={(['mine', 'shop'] as const).map((value) => ({
              value,
              label: t(`complaints.scope.${value}`),
            }))}
          />
        </>
      }
    >
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      <div className={classes.columns}>
        <div>
          {!list.data && !list.error && <Skeleton height={200} />}
          {list.data && complaints.length === 0 && (
            <EmptyState title={t(empty[show])} hint={t('complaints.emptyHint')} />
          )}
          <ul className={classes.list}>
            {complaints.map((complaint) => (
              <ComplaintItem key={complaint.id} complaint={complaint} onSee={setSeen} showsCustomer />
            ))}
          </ul>
          {total > complaints.length && (
            <Text c="dimmed">{t('complaints.more', { count: total - complaints.length })}</Text>
          )}
        </div>
        <ShopView />
      </div>
      {seen && <ComplaintCase complaintId={seen} onClose={() => setSeen(null)} />}
    </Page>
  );
}
