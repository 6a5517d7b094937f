import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import type { Campaign } from '@shared/contract/campaigns';
import type { Exclusion } from '@shared/domain/campaigns';
import { useState } from 'react';
import { useWords } from '../../lib/i18n';
import { useAction } from '../../lib/use-action';
import { ErrorNotice } from '../../ui/error-notice';
import { TextLink } from '../../ui/links';
import { ProgressPanel } from '../../ui/progress-panel';
import { useCampaignWords } from './campaign-words';
import classes from './campaigns.module.css';

type Audience = Output<'campaigns.audience'>;

/** Before anything is made: who gets it, and who does not and why, by name. */
export function CampaignAudience({ campaign }: { campaign: Campaign }) {
  const { t } = useWords();
  const look = useAction('campaigns.audience');
  return (
    <Stack gap="md">
      <Text c="dimmed">{t('campaigns.audience.hint')}</Text>
      {look.startedAt === null && (
        <Group>
          <Button
            variant={look.result ? 'default' : 'filled'}
            onClick={() => void look.start({ campaignId: campaign.id })}
          >
            {t(look.result ? 'campaigns.audience.again' : 'campaigns.audience.look')}
          </Button>
        </Group>
      )}
      {look.startedAt !== null && (
        <ProgressPanel
          step={t('campaigns.step.looking')}
          progress={look.progress}
          startedAt={look.startedAt}
          onCancel={look.cancel}
        />
      )}
      <ErrorNotice error={look.error} />
      {look.result && <Groups audience={look.result} />}
    </Stack>
  );
}

function Groups({ audience }: { audience: Audience }) {
  const { t } = useWords();
  const words = useCampaignWords();
  const [shown, setShown] = useState<Exclusion | 'receive'>('receive');
  const group =
    shown === 'receive'
      ? audience.receive
      : (audience.excluded.find(({ exclusion }) => exclusion === shown) ?? audience.receive);
  return (
    <>
      <Text>{t('campaigns.audience.members', { count: audience.members })}</Text>
      <SegmentedControl
        w="fit-content"
        maw="100%"
        aria-label={t('campaigns.tab.audience')}
        value={shown}
        onChange={(value) => setShown(value as Exclusion | 'receive')}
        data={[
          { value: 'receive', label: `${t('campaigns.audience.receive')} ${audience.receive.total}` },
          ...audience.excluded.map(({ exclusion, total }) => ({
            value: exclusion,
            label: `${t(`campaigns.exclusion.${exclusion}`)} ${total}`,
          })),
        ]}
      />
      {group.total === 0 && <Text>{t('campaigns.audience.none')}</Text>}
      {group.total > group.people.length && (
        <Text size="sm" c="dimmed">
          {t('campaigns.audience.shown', { count: group.people.length, total: group.total })}
        </Text>
      )}
      <ul className={classes.list}>
        {group.people.map(({ customer, why }) => (
          <li key={customer.id} className={classes.record}>
            <TextLink to="/customers/$customerId" params={{ customerId: customer.id }}>
              {words.name(customer)}{' '}
              <Text span size="sm" c="dimmed">
                {customer.number}
              </Text>
            </TextLink>
            {shown !== 'receive' && <Text size="sm">{words.exclusion(shown, why)}</Text>}
          </li>
        ))}
      </ul>
    </>
  );
}
