import { Alert, Button, Chip, Group, Stack, Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import type { Campaign } from '@shared/contract/campaigns';
import type { Exclusion } from '@shared/domain/campaigns';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { useAction } from '../../lib/use-action';
import { ErrorNotice } from '../../ui/error-notice';
import { TextLink } from '../../ui/links';
import { ProgressPanel } from '../../ui/progress-panel';
import { toastError } from '../../ui/toast';
import { useCampaignWords } from './campaign-words';
import classes from './campaigns.module.css';

type Audience = Output<'campaigns.audience'>;

/** Before anything is made: who gets it, and who does not and why, by name. */
export function CampaignAudience({ campaign }: { campaign: Campaign }) {
  const { t } = useWords();
  const look = useAction('campaigns.audience');
  const lookAgain = () => void look.start({ campaignId: campaign.id });
  return (
    <Stack gap="md">
      <Text c="dimmed">{t('campaigns.audience.hint')}</Text>
      {campaign.programme?.status === 'draft' && (
        <Alert variant="outline" color="yellow">
          {t('campaigns.audience.lot', { name: campaign.programme.name })}
        </Alert>
      )}
      {look.startedAt === null && (
        <Group>
          <Button variant={look.result ? 'default' : 'filled'} onClick={lookAgain}>
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
      {look.result && (
        <>
          <Compared campaign={campaign} count={look.result.compared.total} onChanged={lookAgain} />
          <Groups audience={look.result} />
        </>
      )}
    </Stack>
  );
}

interface ComparedProps {
  readonly campaign: Campaign;
  /** How many of those who get it are in the comparison group of another programme. */
  readonly count: number;
  readonly onChanged: () => void;
}

/** Comparison groups of other running programmes: how many get it, what that means, and the choice. */
function Compared({ campaign: { id, status, leavesOutOthers }, count, onChanged }: ComparedProps) {
  const { t } = useWords();
  const choose = useTell('campaigns.leaveOutOthers');
  if (count === 0 && !leavesOutOthers) return null;
  return (
    <Alert variant="outline">
      <Text size="sm">
        {leavesOutOthers
          ? t('campaigns.audience.leftOut')
          : `${t('campaigns.audience.comparedSay', { count })} ${t('campaigns.audience.comparedWhy')}`}
      </Text>
      {status === 'draft' && (
        <Button
          mt="xs"
          variant="default"
          loading={choose.isPending}
          onClick={() =>
            choose.mutate(
              { campaignId: id, leavesOutOthers: !leavesOutOthers },
              { onSuccess: onChanged, onError: toastError },
            )
          }
        >
          {t(leavesOutOthers ? 'campaigns.audience.keepIn' : 'campaigns.audience.leaveOut')}
        </Button>
      )}
    </Alert>
  );
}

type Shown = Exclusion | 'receive' | 'compared';

function groupOf({ receive, compared, excluded }: Audience, shown: Shown): Audience['receive'] {
  if (shown === 'compared') return compared;
  return excluded.find(({ exclusion }) => exclusion === shown) ?? receive;
}

function Groups({ audience }: { audience: Audience }) {
  const { t, language } = useWords();
  const number = new Intl.NumberFormat(language);
  const words = useCampaignWords();
  const [chosen, setShown] = useState<Shown>('receive');
  const offered: readonly Shown[] = [
    'receive',
    ...(audience.compared.total > 0 ? (['compared'] as const) : []),
    ...audience.excluded.map(({ exclusion }) => exclusion),
  ];
  // Looked at again, a group may have nobody left.
  const shown = offered.includes(chosen) ? chosen : 'receive';
  const group = groupOf(audience, shown);
  const labelOf = (one: Shown) =>
    one === 'receive' || one === 'compared'
      ? t(`campaigns.audience.${one}`)
      : t(`campaigns.exclusion.${one}`);
  const reasonOf = (why: string | null) => {
    if (shown === 'receive') return null;
    return shown === 'compared' ? why : words.exclusion(shown, why);
  };
  return (
    <>
      <Text>{t('campaigns.audience.members', { count: audience.members })}</Text>
      {/* As many reasons as there are: they wrap, where one row would be cut off. */}
      <Chip.Group value={shown} onChange={(value) => setShown(value as Shown)}>
        <Group gap="xs" role="radiogroup" aria-label={t('campaigns.tab.audience')}>
          {offered.map((value) => (
            <Chip key={value} value={value} size="md" variant="outline">
              {`${labelOf(value)} ${number.format(groupOf(audience, value).total)}`}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
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
            {reasonOf(why) && <Text size="sm">{reasonOf(why)}</Text>}
          </li>
        ))}
      </ul>
    </>
  );
}
