import { Badge, Button, Group, Text } from '@mantine/core';
import type { Campaign } from '@shared/contract/campaigns';
import { isAllowed } from '@shared/contract/permissions';
import type { Programme } from '@shared/contract/programmes';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { TextLink } from '../../ui/links';
import { Section } from '../../ui/section';
import { useProgrammeWords } from './programme-words';
import classes from './programmes.module.css';
import { useBeginCampaign } from './use-begin-campaign';

/** What is sent for the programme, how it stands, and what came of each. */
export function CampaignsSection({ programme }: { readonly programme: Programme }) {
  const { t } = useWords();
  const { staff } = useCounter();
  const list = useAsk('campaigns.forProgramme', { programmeId: programme.id }, ['campaigns', 'sales']);
  const begin = useBeginCampaign(programme.id);
  const mayBegin = isAllowed(staff.role, 'campaigns.write') && programme.status !== 'closed';
  return (
    <Section
      title={t('programmes.campaigns.title')}
      actions={
        mayBegin && (
          <Button variant="default" loading={begin.isPending} onClick={() => begin.start(null)}>
            {t('programmes.campaigns.begin')}
          </Button>
        )
      }
    >
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      {list.data?.length === 0 && (
        <EmptyState title={t('programmes.campaigns.empty')} hint={t('programmes.campaigns.emptyHint')} />
      )}
      <ul className={classes.list}>
        {list.data?.map((campaign) => (
          <CampaignItem key={campaign.id} campaign={campaign} />
        ))}
      </ul>
    </Section>
  );
}

function CampaignItem({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useWords();
  const words = useProgrammeWords();
  const { id, name, number, status, channel, figures, currency, sentAt, madeAt, startsOn } = campaign;
  const when =
    sentAt !== null
      ? t('programmes.campaigns.sentOn', { date: words.date(sentAt) })
      : madeAt !== null
        ? t('programmes.campaigns.madeOn', { date: words.date(madeAt) })
        : t('programmes.campaigns.from', { date: words.day(startsOn) });
  return (
    <li className={classes.programme}>
      <div>
        <Group gap="xs">
          <TextLink to="/campaigns/$campaignId" params={{ campaignId: id }} className={classes.name}>
            {name}
          </TextLink>
          <Badge variant="outline">{t(`campaigns.status.${status}`)}</Badge>
        </Group>
        <Text size="sm" c="dimmed">
          {[number, t(`campaigns.channels.${channel}`), when].join(' · ')}
        </Text>
      </div>
      <div>
        <Text size="sm">{figures.written === 0 ? t('campaigns.notMade') : t('campaigns.line', figures)}</Text>
        {figures.written > 0 && (
          <Text size="sm" c="dimmed">
            {t('programmes.campaigns.bought', { amount: words.money(figures.amountMinor, currency) })}
          </Text>
        )}
      </div>
    </li>
  );
}
