import { Button, Text } from '@mantine/core';
import type { PutAside as PutAsideDuty } from '@shared/contract/today';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { QuietButton } from '../../ui/quiet-button';
import { toastError } from '../../ui/toast';
import { useDutyWords } from './duty-words';
import classes from './today.module.css';

interface PutAsideProps {
  readonly putAside: readonly PutAsideDuty[];
  readonly today: string;
}

/** What was put off, behind a button: until when, why, and back at once. */
export function PutAside({ putAside, today }: PutAsideProps) {
  const { t } = useWords();
  const words = useDutyWords(today);
  const wake = useTell('today.snooze');
  const [isOpen, setOpen] = useState(false);
  if (putAside.length === 0) return null;
  return (
    <div>
      <QuietButton onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
        {t('calendar.move.putAside', { count: putAside.length })}
      </QuietButton>
      {isOpen && (
        <ul className={classes.list}>
          {putAside.map(({ duty, until, reason }) => (
            <li key={`${duty.kind}-${duty.id}`} className={classes.duty}>
              <Text className={classes.who}>{words.name(duty)}</Text>
              <div className={classes.what}>
                <Text className={duty.isDiscreet ? classes.covered : ''}>{words.reason(duty)}</Text>
                {reason && !duty.isDiscreet && (
                  <Text size="sm" c="dimmed">
                    {reason}
                  </Text>
                )}
              </div>
              <Text size="sm" className={classes.when}>
                {t('calendar.move.until', { date: words.day(until) })}
              </Text>
              <Button
                variant="default"
                aria-label={t('today.goTo', {
                  action: t('calendar.move.bring'),
                  name: words.name(duty),
                })}
                onClick={() =>
                  wake.mutate(
                    { kind: duty.kind, id: duty.id, customerId: duty.customer?.id ?? null, until: null },
                    { onError: toastError },
                  )
                }
              >
                {t('calendar.move.bring')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
