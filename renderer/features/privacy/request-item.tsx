import { Badge, Button, Group, Text } from '@mantine/core';
import type { PrivacyRequest } from '@shared/contract/privacy';
import { useWords } from '../../lib/i18n';
import { TextLink } from '../../ui/links';
import classes from './privacy.module.css';
import { usePrivacyWords } from './privacy-words';

interface RequestItemProps {
  readonly request: PrivacyRequest;
  readonly onSee: (requestId: string) => void;
  /** True where the list is not the customer's own page. */
  readonly showsCustomer?: boolean;
}

/** One request: who, what, how much of the 40 days is left, or how it was answered. */
export function RequestItem({ request, onSee, showsCustomer = false }: RequestItemProps) {
  const { t } = useWords();
  const words = usePrivacyWords();
  const { customer, answer } = request;
  const left = words.left(request);
  return (
    <li className={classes.request}>
      <div>
        {showsCustomer &&
          (customer && !customer.isErased ? (
            <TextLink to="/customers/$customerId" params={{ customerId: customer.id }}>
              {words.name(request)}
            </TextLink>
          ) : (
            <Text>{words.name(request)}</Text>
          ))}
        <Text className={classes.what}>{t(`privacy.kind.${request.kind}`)}</Text>
        <Group gap="xs">
          {left !== null && (
            <Badge
              variant="outline"
              color={request.isLate ? 'red' : 'gray'}
              {...(request.isLate ? { c: 'var(--danger-text)' } : { c: 'var(--mantine-color-text)' })}
            >
              {left}
            </Badge>
          )}
          {left !== null ? (
            <Text size="sm" className={request.isLate ? classes.late : ''}>
              {t('privacy.dueOn', { date: words.day(request.dueOn) })}
            </Text>
          ) : (
            answer && (
              <Text size="sm">
                {t('privacy.answeredLine', {
                  answer: t(`privacy.answerKind.${request.status as 'granted'}`),
                  date: words.day(answer.on),
                  how: t(`privacy.how.${answer.how}`),
                  name: answer.by.name,
                })}
              </Text>
            )
          )}
          {request.status !== 'open' && request.isLate && (
            <Badge variant="outline" color="red" c="var(--danger-text)">
              {t('privacy.wasLate')}
            </Badge>
          )}
          <Text size="sm" c="dimmed">
            {request.number}
          </Text>
        </Group>
      </div>
      <Button
        variant="default"
        onClick={() => onSee(request.id)}
        aria-label={`${t('privacy.see')} ${request.number}`}
      >
        {t('privacy.see')}
      </Button>
    </li>
  );
}
