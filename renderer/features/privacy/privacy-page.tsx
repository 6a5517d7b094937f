import { Button, SegmentedControl, Skeleton, Text } from '@mantine/core';
import { isAllowed } from '@shared/contract/permissions';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Page } from '../../ui/page';
import { Incidents } from './incidents';
import classes from './privacy.module.css';
import { Refusals } from './refusals';
import { RequestCase } from './request-case';
import { RequestForm } from './request-form';
import { RequestItem } from './request-item';
import { Retention } from './retention';

const everybody = ['open', 'answered', 'refusals'] as const;
const managers = ['retention', 'incidents'] as const;
type Tab = (typeof everybody)[number] | (typeof managers)[number];

/** What people ask about their own data, with the days that are left; retention and incidents for the manager. */
export function PrivacyPage() {
  const { t } = useWords();
  const { staff } = useCounter();
  const [tab, setTab] = useState<Tab>('open');
  const [isNew, setNew] = useState(false);
  const [seen, setSeen] = useState<string | null>(null);
  const tabs: readonly Tab[] = isAllowed(staff.role, 'privacy.answer')
    ? [...everybody, ...managers]
    : everybody;
  return (
    <Page
      title={t('privacy.title')}
      subtitle={t('privacy.subtitle')}
      actions={
        <>
          <SegmentedControl
            aria-label={t('privacy.tab.label')}
            value={tab}
            onChange={(value) => setTab(value as Tab)}
            data={tabs.map((value) => ({ value, label: t(`privacy.tab.${value}`) }))}
          />
          {isAllowed(staff.role, 'privacy.record') && (
            <Button onClick={() => setNew(true)}>{t('privacy.new')}</Button>
          )}
        </>
      }
    >
      {(tab === 'open' || tab === 'answered') && <Requests show={tab} onSee={setSeen} />}
      {tab === 'refusals' && <Refusals onSee={setSeen} />}
      {tab === 'retention' && <Retention />}
      {tab === 'incidents' && <Incidents />}
      {isNew && <RequestForm onClose={() => setNew(false)} />}
      {seen && <RequestCase requestId={seen} onClose={() => setSeen(null)} />}
    </Page>
  );
}

function Requests({ show, onSee }: { show: 'open' | 'answered'; onSee: (requestId: string) => void }) {
  const { t } = useWords();
  const list = useAsk('privacy.list', { show }, ['privacy', 'customers', 'staff'], { keepPrevious: true });
  const { requests = [], total = 0 } = list.data ?? {};
  return (
    <div>
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      {!list.data && !list.error && <Skeleton height={200} />}
      {list.data && requests.length === 0 && (
        <EmptyState
          title={t(show === 'open' ? 'privacy.empty' : 'privacy.emptyAnswered')}
          hint={t('privacy.emptyHint')}
        />
      )}
      <ul className={classes.list}>
        {requests.map((request) => (
          <RequestItem key={request.id} request={request} onSee={onSee} showsCustomer />
        ))}
      </ul>
      {total > requests.length && (
        <Text c="dimmed">{t('privacy.more', { count: total - requests.length })}</Text>
      )}
    </div>
  );
}
