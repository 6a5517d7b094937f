import { Button, Group, Text } from '@mantine/core';
import type { EventGuest } from '@shared/contract/event-shapes';
import { mostPersons } from '@shared/domain/events';
import { shopTimeOf } from '@shared/domain/promises';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { toastError } from '../../ui/toast';
import { useEventWords } from './event-words';
import classes from './events.module.css';

interface DoorGuestProps {
  readonly guest: EventGuest;
  readonly onLetIn: (guest: EventGuest, persons: number) => void;
}

/** One guest at the door: with how many, and one large button. */
export function DoorGuest({ guest, onLetIn }: DoorGuestProps) {
  const { t } = useWords();
  const { shop } = useCounter();
  const words = useEventWords();
  const undo = useTell('events.undoArrival');
  const { arrived, reply, note, customer, phoneEnd } = guest;
  const [persons, setPersons] = useState(arrived?.persons ?? reply?.persons ?? 1);
  const name = words.name(guest);
  const said = reply
    ? t(`events.replyLine.${reply.reply}`, { persons: words.persons(reply.persons) })
    : t('events.noAnswer');
  const facts = [said, customer.number, phoneEnd && `…${phoneEnd}`, note].filter(Boolean);
  return (
    <li className={classes.doorGuest}>
      <div>
        <div className={classes.doorName}>{name}</div>
        <Text size="sm" c="dimmed">
          {facts.join(' · ')}
        </Text>
      </div>
      {arrived ? (
        <Text className={classes.isHere}>
          {t('events.arrivedLine', {
            time: shopTimeOf(arrived.at, shop.timeZone).time,
            persons: words.persons(arrived.persons),
          })}
        </Text>
      ) : (
        <Group gap="xs" wrap="nowrap" role="group" aria-label={`${t('events.door.count')}: ${name}`}>
          <Button
            variant="default"
            aria-label={`${t('events.door.fewer')}: ${name}`}
            disabled={persons <= 1}
            onClick={() => setPersons(persons - 1)}
          >
            −
          </Button>
          <Text w={28} ta="center" fw={600} aria-live="polite">
            {persons}
          </Text>
          <Button
            variant="default"
            aria-label={`${t('events.door.oneMore')}: ${name}`}
            disabled={persons >= mostPersons}
            onClick={() => setPersons(persons + 1)}
          >
            +
          </Button>
        </Group>
      )}
      {arrived ? (
        <Button
          variant="default"
          aria-label={`${t('events.door.undo')}: ${name}`}
          onClick={() => undo.mutate({ guestId: guest.id }, { onError: toastError })}
        >
          {t('events.door.undo')}
        </Button>
      ) : (
        <Button
          size="lg"
          aria-label={t('events.door.letInName', { name })}
          onClick={() => onLetIn(guest, persons)}
        >
          {t('events.door.letIn')}
        </Button>
      )}
    </li>
  );
}
