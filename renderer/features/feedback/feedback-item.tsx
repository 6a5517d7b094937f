import { Badge, Group, Text } from '@mantine/core';
import type { Feedback } from '@shared/contract/feedback';
import { isAllowed } from '@shared/contract/permissions';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { TextLink } from '../../ui/links';
import classes from './feedback.module.css';
import { useFeedbackWords } from './feedback-words';
import { FollowUp } from './follow-up';

interface FeedbackItemProps {
  readonly feedback: Feedback;
  /** True where the list is not the customer's own page. */
  readonly showsCustomer?: boolean;
}

/** What one customer answered once, and what came of it; a low score asks for it. */
export function FeedbackItem({ feedback, showsCustomer = false }: FeedbackItemProps) {
  const { t } = useWords();
  const { staff } = useCounter();
  const words = useFeedbackWords();
  const { followUp } = feedback;
  const isWaiting = feedback.isLow && !followUp && isAllowed(staff.role, 'feedback.write');
  const said = (isOwn: boolean) =>
    feedback.questions
      .filter(({ kind }) => (kind === 'words') === isOwn)
      .flatMap((question) => words.answer(question, feedback) ?? []);
  const scores = said(false).join(' · ');
  const own = said(true);
  return (
    <li className={classes.answer}>
      {showsCustomer && (
        <TextLink to="/customers/$customerId" params={{ customerId: feedback.customer.id }}>
          {words.name(feedback)}
        </TextLink>
      )}
      <Group gap="xs">
        {feedback.isLow && (
          <Badge color="red" variant="outline" c="var(--danger-text)">
            {t('feedback.low')}
          </Badge>
        )}
        {feedback.status === 'declined' && <Text>{t('feedback.declined')}</Text>}
      </Group>
      {scores && <Text>{scores}</Text>}
      {own.map((said) => (
        <Text key={said} className={classes.words}>
          {said}
        </Text>
      ))}
      <Text size="sm" c="dimmed">
        {[
          words.when(feedback.at),
          words.about(feedback),
          t(`feedback.how.${feedback.how}`),
          t('feedback.servedBy', { name: feedback.servedBy.name }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {followUp && (
        <Text size="sm">
          {t(`feedback.follow.ledTo.${followUp.kind}`, {
            number: followUp.number,
            words: followUp.words,
          })}{' '}
          · {words.when(followUp.at)} · {followUp.by.name}
        </Text>
      )}
      {isWaiting && <FollowUp feedback={feedback} />}
    </li>
  );
}
