import { Badge, Group, Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import type { Duty } from '@shared/contract/today';
import { DUTY_TIMES, type DutyTime, dutyTime, MOST_COUNTED } from '@shared/domain/duties';
import { IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { setCurrentNeed } from '../../lib/current-need';
import { useWords } from '../../lib/i18n';
import { goToPart } from '../../lib/parts';
import { ButtonLink } from '../../ui/links';
import { QuietButton } from '../../ui/quiet-button';
import { Section } from '../../ui/section';
import { DutyMenu } from './duty-menu';
import { dutyParts } from './duty-parts';
import { useDutyWords } from './duty-words';
import classes from './today.module.css';

type GroupOfDuties = Output<'today.list'>['groups'][number];
const shownAtFirst = 6;

interface DutyGroupProps {
  readonly group: GroupOfDuties;
  readonly today: string;
  /** Only what is due then; null: everything. */
  readonly only: DutyTime | null;
}

/** Everything due of one kind: what is late, for today and to come, each set apart; the rest of a long list behind a button. */
export function DutyGroup({ group, today, only }: DutyGroupProps) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const wanted = DUTY_TIMES.flatMap((time) => group.duties.filter((duty) => dutyTime(duty, today) === time));
  const all = only === null ? wanted : wanted.filter((duty) => dutyTime(duty, today) === only);
  const shown = isOpen ? all : all.slice(0, shownAtFirst);
  const hidden = all.length - shown.length;
  if (all.length === 0) return null;
  const times = DUTY_TIMES.filter((time) => shown.some((duty) => dutyTime(duty, today) === time));
  // What has no day at all needs no heading that says so.
  const isParted = times.length > 1 || (times[0] !== 'undated' && only === null);
  return (
    <Section
      title={t(`duties.${group.kind}.group`)}
      actions={
        <Text c="dimmed" aria-hidden>
          {only === null ? counted(group.total) : all.length}
        </Text>
      }
    >
      {times.map((time) => (
        <div key={time}>
          {isParted && (
            <Text size="sm" className={time === 'overdue' ? classes.timeLate : classes.time}>
              {t(`calendar.time.${time}`)}
            </Text>
          )}
          <ul className={classes.list} aria-label={t(`calendar.time.${time}`)}>
            {shown
              .filter((duty) => dutyTime(duty, today) === time)
              .map((duty) => (
                <DutyRow key={`${duty.id}-${duty.dueOn}`} duty={duty} today={today} />
              ))}
          </ul>
        </div>
      ))}
      {hidden > 0 && (
        <QuietButton onClick={() => setOpen(true)}>{t('today.more', { count: hidden })}</QuietButton>
      )}
    </Section>
  );
}

const counted = (total: number) => (total > MOST_COUNTED ? `${MOST_COUNTED}+` : total);

function DutyRow({ duty, today }: { duty: Duty; today: string }) {
  const { t } = useWords();
  const words = useDutyWords(today);
  return (
    <li className={classes.duty}>
      <Text className={classes.who}>{words.name(duty)}</Text>
      <div className={classes.what}>
        <Text component="span" className={duty.isDiscreet ? classes.covered : ''}>
          {duty.isDiscreet && <IconEyeOff size={16} aria-hidden />} {words.reason(duty)}
        </Text>
        {duty.needsConsent && (
          <Badge className={classes.hint} variant="outline" color="gray">
            {t('today.needsConsent')}
          </Badge>
        )}
        {duty.assignedTo && (
          <Text size="sm" c="dimmed">
            {t('calendar.move.assignedTo', { name: duty.assignedTo.name })}
          </Text>
        )}
      </div>
      <Text size="sm" className={duty.isOverdue ? classes.late : classes.when}>
        {words.when(duty)}
      </Text>
      <Group gap={6} wrap="nowrap">
        <GoToDuty duty={duty} name={words.name(duty)} />
        <DutyMenu duty={duty} today={today} />
      </Group>
    </li>
  );
}

/** To where the duty is done. */
function GoToDuty({ duty, name }: { duty: Duty; name: string }) {
  const { t } = useWords();
  const action = t(`duties.${duty.kind}.go`);
  const common = {
    variant: 'default',
    'data-duty': true,
    'aria-label': t('today.goTo', { action, name }),
  } as const;
  return (
    <ButtonLink {...common} {...placeOf(duty)} onClick={() => openDuty(duty)}>
      {action}
    </ButtonLink>
  );
}

/** The screen on which a duty is done; only requests about personal data concern people who have no screen of their own. */
export function placeOf({ kind, customer }: Duty) {
  if (customer === null) return { to: '/privacy' } as const;
  const params = { customerId: customer.id };
  return kind === 'vip'
    ? ({ to: '/vip/$customerId', params } as const)
    : ({ to: '/customers/$customerId', params } as const);
}

/** Prepares the customer's screen to show this duty. */
export function openDuty({ kind, id, customer }: Duty): void {
  if (kind === 'vip' || customer === null) return;
  if (kind === 'need' || kind === 'arrival' || kind === 'postponed') setCurrentNeed(customer.id, id);
  goToPart(dutyParts[kind]);
}
