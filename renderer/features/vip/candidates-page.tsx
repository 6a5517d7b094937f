import { Group, Skeleton, Stack, Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import { formatDate } from '@shared/domain/dates';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { customerName } from '../../lib/customer-name';
import { useWords } from '../../lib/i18n';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { ButtonLink, TextLink } from '../../ui/links';
import { Page } from '../../ui/page';
import { Section } from '../../ui/section';
import classes from './candidates-page.module.css';
import { useVipReasons } from './vip-words';

type Candidate = Output<'vip.candidates'>[number];

const most = 50;

/** Who has reached the shop's thresholds and was not asked yet, and who wanted to think and may be asked again. */
export function CandidatesPage() {
  const { t } = useWords();
  const candidates = useAsk('vip.candidates', { limit: most }, [
    'vip',
    'sales',
    'settings',
    'customers',
    'imports',
  ]);
  const isKnown = candidates.data !== undefined;
  return (
    <Page title={t('vip.candidates')} subtitle={t('vip.candidatesWhy')}>
      <ErrorNotice error={candidates.error} onRetry={() => void candidates.refetch()} />
      {!isKnown && !candidates.error && <Skeleton height={240} />}
      {isKnown && <FollowUps />}
      {candidates.data?.length === 0 && (
        <EmptyState title={t('vip.candidatesNone')} hint={t('vip.candidatesNoneHint')} />
      )}
      {candidates.data && candidates.data.length > 0 && (
        <Section title={t('vip.candidatesNew')}>
          <ul className={classes.list}>
            {candidates.data.map((candidate) => (
              <Candidate key={candidate.person.id} candidate={candidate} />
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}

/** Those who wanted to think and whose day has come; nothing where there are none. */
function FollowUps() {
  const { t, language } = useWords();
  const due = useAsk('vip.followUps', {}, ['vip', 'customers']);
  if (!due.data || due.data.length === 0) return null;
  return (
    <Section title={t('vip.followUps')}>
      <ul className={classes.list}>
        {due.data.map(({ person, since, note }) => (
          <Row
            key={person.id}
            person={person}
            why={[t('vip.reason.FOLLOW_UP_DUE', { since: formatDate(since, language) }), note]}
          />
        ))}
      </ul>
    </Section>
  );
}

function Candidate({ candidate: { person, reasons, currency } }: { candidate: Candidate }) {
  const reasonText = useVipReasons(currency);
  return <Row person={person} why={reasons.map(reasonText)} />;
}

interface RowProps {
  readonly person: Candidate['person'];
  readonly why: readonly (string | null)[];
}

/** Somebody to invite: who, why, and the button. */
function Row({ person, why }: RowProps) {
  const { t, language } = useWords();
  const { staff } = useCounter();
  const name = customerName(person, language);
  return (
    <Group component="li" className={classes.row} justify="space-between" wrap="nowrap">
      <Stack gap={2} miw={0}>
        <TextLink to="/customers/$customerId" params={{ customerId: person.id }} fw={600} c="inherit">
          {name}
        </TextLink>
        <Text size="sm" c="dimmed">
          {why.filter(Boolean).join(' · ')}
        </Text>
      </Stack>
      {staff.role !== 'service' && (
        <ButtonLink
          to="/vip/$customerId"
          params={{ customerId: person.id }}
          variant="default"
          flex="none"
          aria-label={`${t('vip.invite')}: ${name}`}
        >
          {t('vip.invite')}
        </ButtonLink>
      )}
    </Group>
  );
}
