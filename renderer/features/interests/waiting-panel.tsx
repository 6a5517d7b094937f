import { Group, Text } from '@mantine/core';
import { isAllowed } from '@shared/contract/permissions';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { ButtonLink, TextLink } from '../../ui/links';
import { Section } from '../../ui/section';
import { useInterestWords } from './interest-words';
import classes from './interests.module.css';

const shownAtMost = 4;

/** On a product's page: who waits for it, the first first. Nothing for a watch that is neither scarce nor waited for. */
export function WaitingPanel({ productId }: { readonly productId: string }) {
  const { t } = useWords();
  const { staff } = useCounter();
  const words = useInterestWords();
  const found = useAsk('interests.forProduct', { productId, limit: shownAtMost }, [
    'interests',
    'sales',
    'customers',
  ]);
  if (!found.data) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />;
  const { interests, waiting, isScarce } = found.data;
  if (!isScarce && interests.length === 0) return null;
  return (
    <Section
      title={t('interests.who')}
      actions={<Text c="dimmed">{t('interests.waitingCount', { count: waiting })}</Text>}
    >
      {interests.length === 0 && <Text c="dimmed">{t('interests.none')}</Text>}
      <ul className={classes.list}>
        {interests.map((interest) => (
          <li key={interest.id} className={classes.interest}>
            <div>
              {interest.isDiscreet ? (
                <Text>{t('interests.covered')}</Text>
              ) : (
                <TextLink to="/customers/$customerId" params={{ customerId: interest.customer.id }}>
                  {words.name(interest.customer)}
                </TextLink>
              )}
              <Text size="sm" c="dimmed">
                {[
                  words.day(interest.registeredOn),
                  t('interests.waited', { count: interest.waitedDays }),
                  ...(interest.state === 'offered' ? [t('interests.state.offered')] : []),
                ].join(' · ')}
              </Text>
            </div>
          </li>
        ))}
      </ul>
      <Group gap={6} mt="sm">
        {waiting > interests.length && (
          <ButtonLink variant="default" to="/interests" search={{ productId }}>
            {t('interests.showAll')}
          </ButtonLink>
        )}
        {waiting > 0 && isAllowed(staff.role, 'allocations.write') && (
          <ButtonLink variant="default" to="/allocations" search={{ productId }}>
            {t('interests.allocate')}
          </ButtonLink>
        )}
      </Group>
    </Section>
  );
}
