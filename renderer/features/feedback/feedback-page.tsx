import { SegmentedControl, Skeleton, Text } from '@mantine/core';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { ButtonLink } from '../../ui/links';
import { Page } from '../../ui/page';
import classes from './feedback.module.css';
import { FeedbackItem } from './feedback-item';
import { Trend } from './trend';

type Show = 'all' | 'low';

/** What customers said, the low scores that wait, and how it goes month by month. */
export function FeedbackPage() {
  const { t } = useWords();
  const [show, setShow] = useState<Show>('all');
  const list = useAsk('feedback.list', { show }, ['feedback', 'customers', 'staff'], { keepPrevious: true });
  const { feedback = [], total = 0 } = list.data ?? {};
  return (
    <Page
      title={t('feedback.title')}
      subtitle={t('feedback.subtitle')}
      actions={
        <>
          <SegmentedControl
            aria-label={t('feedback.show.label')}
            value={show}
            onChange={(value) => setShow(value as Show)}
            data={(['all', 'low'] as const).map((value) => ({ value, label: t(`feedback.show.${value}`) }))}
          />
          <ButtonLink to="/feedback/surveys" variant="default">
            {t('feedback.surveys.link')}
          </ButtonLink>
        </>
      }
    >
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      <div className={classes.columns}>
        <div>
          {!list.data && !list.error && <Skeleton height={200} />}
          {list.data && feedback.length === 0 && (
            <EmptyState
              title={t(show === 'low' ? 'feedback.emptyLow' : 'feedback.empty')}
              hint={t('feedback.emptyHint')}
            />
          )}
          <ul className={classes.list}>
            {feedback.map((one) => (
              <FeedbackItem key={one.id} feedback={one} showsCustomer />
            ))}
          </ul>
          {total > feedback.length && (
            <Text c="dimmed">{t('complaints.more', { count: total - feedback.length })}</Text>
          )}
        </div>
        <Trend />
      </div>
    </Page>
  );
}
