import { Badge, Group, SegmentedControl, Skeleton, Text } from '@mantine/core';
import type { Campaign } from '@shared/contract/campaigns';
import { isAllowed } from '@shared/contract/permissions';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { ButtonLink, TextLink } from '../../ui/links';
import { Page } from '../../ui/page';
import { useCampaignWords } from './campaign-words';
import classes from './campaigns.module.css';

type Show = 'running' | 'closed';

/** Every campaign with what came of it. */
export function CampaignsPage() {
  const { t } = useWords();
  const { staff } = useCounter();
  const [show, setShow] = useState<Show>('running');
  const list = useAsk('campaigns.list', { show }, ['campaigns', 'sales', 'segments', 'staff'], {
    keepPrevious: true,
  });
  const begin = isAllowed(staff.role, 'campaigns.write') && (
    <ButtonLink
      to="/campaigns/$campaignId"
      params={{ campaignId: 'new' }}
      leftSection={<IconPlus size={18} aria-hidden />}
    >
      {t('campaigns.new')}
    </ButtonLink>
  );
  return (
    <Page
      title={t('campaigns.title')}
      subtitle={t('campaigns.subtitle')}
      actions={
        <>
          <SegmentedControl
            size="md"
            aria-label={t('campaigns.show.label')}
            value={show}
            onChange={(value) => setShow(value as Show)}
            data={(['running', 'closed'] as const).map((value) => ({
              value,
              label: t(`campaigns.show.${value}`),
            }))}
          />
          {begin}
        </>
      }
    >
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      {!list.data && !list.error && <Skeleton height={200} />}
      {list.data?.length === 0 &&
        (show === 'closed' ? (
          <EmptyState title={t('campaigns.emptyClosed')} />
        ) : (
          <EmptyState title={t('campaigns.empty')} hint={t('campaigns.emptyHint')} action={begin} />
        ))}
      <ul className={classes.list}>
        {list.data?.map((campaign) => (
          <CampaignItem key={campaign.id} campaign={campaign} />
        ))}
      </ul>
    </Page>
  );
}

function CampaignItem({ campaign }: { campaign: Campaign }) {
  const { t } = useWords();
  const words = useCampaignWords();
  const { id, name, number, status, segment, channel, owner, startsOn, endsOn, figures } = campaign;
  const days = [words.day(startsOn), endsOn && words.day(endsOn)].filter(Boolean).join(' – ');
  return (
    <li className={classes.record}>
      <div>
        <Group gap="xs">
          <TextLink to="/campaigns/$campaignId" params={{ campaignId: id }} fw={600}>
            {name}
          </TextLink>
          <Badge variant="outline">{t(`campaigns.status.${status}`)}</Badge>
        </Group>
        <Text size="sm" c="dimmed">
          {[number, t(`campaigns.channels.${channel}`), segment.name, owner.name, days].join(' · ')}
        </Text>
        {campaign.programme && (
          <Text size="sm" c="dimmed">
            {t('campaigns.ofProgramme')} {campaign.programme.name}
          </Text>
        )}
        {campaign.lesson && <Text size="sm">{campaign.lesson}</Text>}
      </div>
      <Text size="sm">{figures.written === 0 ? t('campaigns.notMade') : t('campaigns.line', figures)}</Text>
    </li>
  );
}
