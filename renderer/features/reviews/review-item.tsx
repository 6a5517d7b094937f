import { Badge, Group, Text } from '@mantine/core';
import type { ReviewMeeting } from '@shared/contract/reviews';
import { useWords } from '../../lib/i18n';
import { ButtonLink, TextLink } from '../../ui/links';
import { useReviewWords } from './review-words';
import classes from './reviews.module.css';

interface ReviewItemProps {
  readonly review: ReviewMeeting;
  /** True where the list is not the customer's own page. */
  readonly showsCustomer?: boolean;
}

/** One meeting in a list: when, where, with whom, and what came of it. */
export function ReviewItem({ review, showsCustomer = false }: ReviewItemProps) {
  const { t } = useWords();
  const words = useReviewWords();
  return (
    <li className={classes.review}>
      <div>
        {showsCustomer && (
          <TextLink to="/customers/$customerId" params={{ customerId: review.customer.id }}>
            {words.name(review.customer)}
          </TextLink>
        )}
        <Text fw={600}>{words.when(review)}</Text>
        <Group gap="xs">
          {review.isLate && (
            <Badge color="red" variant="outline" c="var(--danger-text)">
              {t('reviews.late')}
            </Badge>
          )}
          <Text size="sm" c="dimmed">
            {[
              review.number,
              t(`reviews.status.${review.status}`),
              review.place,
              words.people(review),
              review.satisfaction && t('reviews.satisfactionOf', { score: review.satisfaction }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </Group>
        {review.customerWords && <Text size="sm">{review.customerWords}</Text>}
        {review.cancelledReason && (
          <Text size="sm">{t('reviews.cancelledLine', { reason: review.cancelledReason })}</Text>
        )}
      </div>
      <ButtonLink
        variant="default"
        to="/reviews/$reviewId"
        params={{ reviewId: review.id }}
        aria-label={`${t('reviews.open')} ${review.number}`}
      >
        {t('reviews.open')}
      </ButtonLink>
    </li>
  );
}
