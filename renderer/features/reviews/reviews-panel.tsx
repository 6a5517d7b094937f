import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import type { CustomerPanel } from '../../ui/customer-panel';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import { ReviewItem } from './review-item';
import { useReviewWords } from './review-words';
import classes from './reviews.module.css';

/** The meetings with this customer, and when the next is due. Nothing where none was held and no rule asks for one. */
export const ReviewsPanel: CustomerPanel = ({ customerId }) => {
  const { t } = useWords();
  const words = useReviewWords();
  const reviews = useAsk('reviews.forCustomer', { customerId }, [
    'reviews',
    'customers',
    'staff',
    'vip',
    'settings',
  ]);
  const [isOpen, setOpen] = useState(false);
  const { data } = reviews;
  const all = data?.reviews ?? [];
  if (!reviews.error && all.length === 0 && !data?.dueOn) return null;
  const first = all.filter(({ status }, index) => status === 'planned' || index === 0);
  const earlier = all.filter((review) => !first.includes(review));
  return (
    <Section part="reviews" title={t('reviews.title')}>
      <ErrorNotice error={reviews.error} onRetry={() => void reviews.refetch()} />
      {data && (data.dueOn || data.months) && (
        <Text size="sm" c="dimmed">
          {[
            data.dueOn && t('reviews.nextDue', { date: words.day(data.dueOn) }),
            data.months && t('reviews.every', { count: data.months }),
          ]
            .filter(Boolean)
            .join(' ')}
        </Text>
      )}
      <ul className={classes.list}>
        {first.map((review) => (
          <ReviewItem key={review.id} review={review} />
        ))}
        {isOpen && earlier.map((review) => <ReviewItem key={review.id} review={review} />)}
      </ul>
      {earlier.length > 0 && (
        <Button variant="subtle" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
          {t('reviews.panelEarlier', { count: earlier.length })}
        </Button>
      )}
    </Section>
  );
};
