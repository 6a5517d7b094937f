import { Badge, Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import type { Duty } from '@shared/contract/today';
import { IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { setCurrentNeed } from '../../lib/current-need';
import { useWords } from '../../lib/i18n';
import { goToPart } from '../../lib/parts';
import { ButtonLink } from '../../ui/links';
import { QuietButton } from '../../ui/quiet-button';
import { Section } from '../../ui/section';
import { dutyParts } from './duty-parts';
import { useDutyWords } from './duty-words';
import classes from './today.module.css';

type Group = Output<'today.list'>['groups'][number];
const shownAtFirst = 6;

/** Everything due of one kind; the rest of a long list behind a button. */
export function DutyGroup({ group, today }: { group: Group; today: string }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? group.duties : group.duties.slice(0, shownAtFirst);
  const hidden = group.duties.length - shown.length;
  return (
    <Section
      title={t(`duties.${group.kind}.group`)}
      actions={
        <Text c="dimmed" aria-hidden>
          {group.total}
        </Text>
      }
    >
      <ul className={classes.list}>
        {shown.map((duty) => (
          <DutyRow key={`${duty.id}-${duty.dueOn}-${duty.params.care ?? ''}`} duty={duty} today={today} />
        ))}
      </ul>
      {hidden > 0 && (
        <QuietButton onClick={() => setOpen(true)}>{t('today.more', { count: hidden })}</QuietButton>
      )}
    </Section>
  );
}

function DutyRow({ duty, today }: { duty: Duty; today: string }) {
  const { t } = useWords();
  const words = useDutyWords(today);
  const name = words.name(duty.customer);
  const action = t(`duties.${duty.kind}.go`);
  const isAboutNeed = duty.kind === 'need' || duty.kind === 'arrival' || duty.kind === 'postponed';
  const common = {
    variant: 'default',
    'data-duty': true,
    'aria-label': t('today.goTo', { action, name }),
  } as const;
  return (
    <li className={classes.duty}>
      <Text className={classes.who}>{name}</Text>
      <div className={classes.what}>
        <Text component="span" className={duty.isDiscreet ? classes.covered : ''}>
          {duty.isDiscreet && <IconEyeOff size={16} aria-hidden />} {words.reason(duty)}
        </Text>
        {duty.needsConsent && (
          <Badge className={classes.hint} variant="outline" color="gray">
            {t('today.needsConsent')}
          </Badge>
        )}
      </div>
      <Text size="sm" className={duty.isOverdue ? classes.late : classes.when}>
        {words.when(duty)}
      </Text>
      {duty.kind === 'vip' ? (
        <ButtonLink {...common} to="/vip/$customerId" params={{ customerId: duty.customer.id }}>
          {action}
        </ButtonLink>
      ) : (
        <ButtonLink
          {...common}
          to="/customers/$customerId"
          params={{ customerId: duty.customer.id }}
          onClick={() => {
            if (isAboutNeed) setCurrentNeed(duty.customer.id, duty.id);
            goToPart(dutyParts[duty.kind]);
          }}
        >
          {action}
        </ButtonLink>
      )}
    </li>
  );
}
