import { SegmentedControl, Skeleton, Text } from '@mantine/core';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Page } from '../../ui/page';
import classes from './enquiries.module.css';
import { EnquiryItem } from './enquiry-item';

type Scope = 'mine' | 'shop';
type Show = 'open' | 'answered';

/** Every enquiry of the shop: what waits for an answer, by the day promised, and what was answered. */
export function EnquiriesPage() {
  const { t } = useWords();
  const { staff } = useCounter();
  const [scope, setScope] = useState<Scope>(staff.role === 'advisor' ? 'mine' : 'shop');
  const [show, setShow] = useState<Show>('open');
  const topics = ['enquiries', 'promises', 'products', 'customers', 'staff'] as const;
  const list = useAsk('enquiries.list', { scope, show }, topics, { keepPrevious: true });
  const { enquiries = [], total = 0 } = list.data ?? {};
  return (
    <Page
      title={t('enquiries.title')}
      subtitle={t('enquiries.subtitle')}
      actions={
        <>
          <SegmentedControl
            size="md"
            aria-label={t('enquiries.show.label')}
            value={show}
            onChange={(value) => setShow(value as Show)}
            data={(['open', 'answered'] as const).map((value) => ({
              value,
              label: t(`enquiries.show.${value}`),
            }))}
          />
          <SegmentedControl
            size="md"
            aria-label={t('enquiries.scope.label')}
            value={scope}
            onChange={(value) => setScope(value as Scope)}
            data={(['mine', 'shop'] as const).map((value) => ({
              value,
              label: t(`enquiries.scope.${value}`),
            }))}
          />
        </>
      }
    >
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      {!list.data && !list.error && <Skeleton height={200} />}
      {list.data && enquiries.length === 0 && (
        <EmptyState
          title={t(show === 'open' ? 'enquiries.empty' : 'enquiries.emptyAnswered')}
          hint={t('enquiries.emptyHint')}
        />
      )}
      <ul className={classes.list}>
        {enquiries.map((enquiry) => (
          <EnquiryItem key={enquiry.id} enquiry={enquiry} showsCustomer />
        ))}
      </ul>
      {total > enquiries.length && (
        <Text c="dimmed">{t('enquiries.more', { count: total - enquiries.length })}</Text>
      )}
    </Page>
  );
}
