import { Group, Skeleton, Stack, Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import { fullName } from '@shared/domain/names';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { ButtonLink, TextLink } from '../../ui/links';
import { Page } from '../../ui/page';
import classes from './candidates-page.module.css';
import { useVipReasons } from './vip-words';

type Candidate = Output<'vip.candidates'>[number];

const most = 50;

/** Who has reached the shop's thresholds and was not asked yet, highest spend first, with one button to invite. */
export function CandidatesPage() {
  const { t } = useWords();
  const candidates = useAsk('vip.candidates', { limit: most }, [
    'vip',
    'sales',
    'settings',
    'customers',
    'imports',
  ]);
  return (
    <Page title={t('vip.candidates')} subtitle={t('vip.candidatesWhy')}>
      <ErrorNotice error={candidates.error} />
      {!candidates.data && !candidates.error && <Skeleton height={240} />}
      {candidates.data?.length === 0 && (
        <EmptyState title={t('vip.candidatesNone')} hint={t('vip.candidatesNoneHint')} />
      )}
      <ul className={classes.list}>
        {candidates.data?.map((candidate) => (
          <Row key={candidate.person.id} candidate={candidate} />
        ))}
      </ul>
    </Page>
  );
}

function Row({ candidate }: { candidate: Candidate }) {
  const { t, language } = useWords();
  const { staff } = useCounter();
  const { person, reasons, currency } = candidate;
  const reasonText = useVipReasons(currency);
  const names = {
    familyName: person.familyName ?? '',
    givenName: person.givenName ?? '',
    englishName: person.englishName ?? '',
    chineseName: person.chineseName ?? '',
    preferredName: person.preferredName ?? '',
  };
  const name = fullName(names, language) || person.number;
  return (
    <Group component="li" className={classes.row} justify="space-between" wrap="nowrap">
      <Stack gap={2} miw={0}>
        <TextLink to="/customers/$customerId" params={{ customerId: person.id }} fw={600} c="inherit">
          {name}
        </TextLink>
        <Text size="sm" c="dimmed">
          {reasons.map(reasonText).join(' · ')}
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
