import { Button, Group, Menu, Text } from '@mantine/core';
import { isAllowed } from '@shared/contract/permissions';
import type { FollowUp } from '@shared/contract/plans';
import { IconDots, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { toast, toastError } from '../../ui/toast';
import { FinishFollowUp } from './finish-follow-up';
import { usePlanWords } from './plan-words';
import classes from './plans.module.css';
import { SkipFollowUp } from './skip-follow-up';

interface FollowUpProps {
  readonly customerId: string;
  readonly followUp: FollowUp;
}

/** One follow-up: after what, by when, who does it; and how it ended. */
export function FollowUpItem({ customerId, followUp }: FollowUpProps) {
  const { t } = useWords();
  const { staff } = useCounter();
  const words = usePlanWords();
  const [doing, setDoing] = useState<'finish' | 'skip' | null>(null);
  const [isUncovered, setUncovered] = useState(false);
  const isCovered = followUp.isDiscreet && !isUncovered;
  const isOpen = followUp.status === 'open';
  const mayWrite = isAllowed(staff.role, 'plans.write');
  const what = words.rule(followUp);
  const end = () => setDoing(null);
  return (
    <li className={classes.followUp}>
      <div>
        <Text className={classes.what}>
          {isCovered ? (
            <>
              <IconEyeOff size={16} aria-hidden /> {t('plans.covered')}
            </>
          ) : (
            <>
              <strong>{what}</strong>{' '}
              <span>{t('plans.about', { about: followUp.about, date: words.day(followUp.since) })}</span>
            </>
          )}
        </Text>
        {isOpen ? (
          <OpenFacts followUp={followUp} />
        ) : (
          <EndedFacts followUp={followUp} isCovered={isCovered} />
        )}
      </div>
      <Group gap={6} wrap="nowrap">
        {isCovered && (
          <Button variant="default" onClick={() => setUncovered(true)}>
            {t('plans.uncover')}
          </Button>
        )}
        {mayWrite && isOpen && (
          <Button
            variant="default"
            aria-label={isCovered ? undefined : t('plans.doneTitle', { what })}
            onClick={() => setDoing('finish')}
          >
            {t('plans.done')}
          </Button>
        )}
        {mayWrite && followUp.status !== 'dropped' && (
          <More
            followUp={followUp}
            what={isCovered ? t('plans.covered') : what}
            onSkip={() => setDoing('skip')}
          />
        )}
      </Group>
      {doing === 'finish' && <FinishFollowUp customerId={customerId} followUp={followUp} onClose={end} />}
      {doing === 'skip' && <SkipFollowUp followUp={followUp} onClose={end} />}
    </li>
  );
}

function OpenFacts({ followUp: { dueOn, owner, channel, purpose } }: { followUp: FollowUp }) {
  const { t } = useWords();
  const words = usePlanWords();
  const isLate = dueOn < words.today();
  const quiet = [
    t('plans.owner', { name: owner.name }),
    channel && words.channel(channel),
    purpose === 'selling' && t('plans.purposes.selling'),
  ].filter(Boolean);
  return (
    <Group gap="xs">
      <Text size="sm" className={isLate ? classes.late : ''}>
        {isLate
          ? t('plans.lateSince', { date: words.day(dueOn) })
          : t('plans.by', { date: words.day(dueOn) })}
      </Text>
      <Text size="sm" c="dimmed">
        {quiet.join(' · ')}
      </Text>
    </Group>
  );
}

function EndedFacts({ followUp, isCovered }: { followUp: FollowUp; isCovered: boolean }) {
  const { t } = useWords();
  const words = usePlanWords();
  const { status, closedAt, closedBy, words: said, conversation } = followUp;
  return (
    <>
      {said && !isCovered && <Text size="sm">{said}</Text>}
      <Text size="sm" c="dimmed">
        {[
          t('plans.endedLine', {
            status: t(`plans.status.${status}`),
            date: closedAt === null ? '' : words.dayOf(closedAt),
            name: closedBy ?? '',
          }),
          conversation && t('plans.inTalk', { number: conversation.number }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </>
  );
}

interface MoreProps {
  readonly followUp: FollowUp;
  readonly what: string;
  readonly onSkip: () => void;
}

function More({ followUp, what, onSkip }: MoreProps) {
  const { t } = useWords();
  const reopen = useTell('plans.reopenFollowUp');
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <Button variant="default" px="sm" aria-label={t('common.moreAbout', { what })}>
          <IconDots size={20} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {followUp.status === 'open' ? (
          <Menu.Item onClick={onSkip}>{t('plans.skip')}</Menu.Item>
        ) : (
          <Menu.Item
            onClick={() =>
              reopen.mutate(
                { followUpId: followUp.id },
                { onSuccess: () => toast(t('plans.reopened')), onError: toastError },
              )
            }
          >
            {t('plans.reopen')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
