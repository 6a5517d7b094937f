import { Button, Checkbox, Group, Text } from '@mantine/core';
import type { EventGuest } from '@shared/contract/event-shapes';
import { isAllowed } from '@shared/contract/permissions';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { call } from '../../lib/call';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { Section } from '../../ui/section';
import { toastError } from '../../ui/toast';
import { toastUndo } from '../../ui/toast-undo';
import type { EventAnswer } from './event-answer';
import { useEventWords } from './event-words';
import classes from './events.module.css';
import { FollowUp } from './follow-up';

/** Guests who came and for whom nobody has decided what follows: a promise for several at once, or nothing. */
export function AfterSection({ answer: { event, guests } }: { readonly answer: EventAnswer }) {
  const { t } = useWords();
  const { staff } = useCounter();
  const words = useEventWords();
  const none = useTell('events.needNoFollowUp');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isPromising, setPromising] = useState(false);
  const waiting = guests.filter(({ arrived, followUp }) => arrived !== null && followUp === null);
  const ids = waiting.map(({ id }) => id);
  const picked = chosen.filter((id) => ids.includes(id));
  const came = guests.some(({ arrived }) => arrived !== null);
  if (!came) return null;
  const mayWrite = isAllowed(staff.role, 'events.write');
  const leave = () =>
    none.mutate(
      { guestIds: picked },
      {
        onSuccess: () =>
          toastUndo(t('events.after.noneDone'), t('common.undo'), () =>
            call('events.needNoFollowUp', { guestIds: picked, isNeeded: true }),
          ),
        onError: toastError,
      },
    );
  return (
    <Section
      title={t('events.after.title')}
      actions={
        mayWrite &&
        waiting.length > 0 && (
          <Group gap="sm">
            <Button variant="default" disabled={picked.length === 0} loading={none.isPending} onClick={leave}>
              {t('events.after.none')}
            </Button>
            <Button disabled={picked.length === 0} onClick={() => setPromising(true)}>
              {t('events.after.followUp')}
            </Button>
          </Group>
        )
      }
    >
      <Text size="sm" mb="xs">
        {waiting.length > 0
          ? t('events.after.toFollow', { count: waiting.length })
          : t('events.after.allFollowed')}
      </Text>
      {waiting.length > 1 && mayWrite && (
        <Checkbox
          mb="xs"
          label={t('events.after.chooseAll')}
          checked={picked.length === ids.length}
          indeterminate={picked.length > 0 && picked.length < ids.length}
          onChange={(changed) => setChosen(changed.currentTarget.checked ? ids : [])}
        />
      )}
      <ul className={classes.list}>
        {waiting.map((guest) => (
          <Waiting
            key={guest.id}
            guest={guest}
            isChosen={picked.includes(guest.id)}
            mayChoose={mayWrite}
            story={words.story(guest)[0] ?? ''}
            name={words.name(guest)}
            onChoose={(isChosen) =>
              setChosen(isChosen ? [...picked, guest.id] : picked.filter((id) => id !== guest.id))
            }
          />
        ))}
      </ul>
      {isPromising && (
        <FollowUp
          event={event}
          guestIds={picked}
          onClose={() => setPromising(false)}
          onMade={() => setChosen([])}
        />
      )}
    </Section>
  );
}

interface WaitingProps {
  readonly guest: EventGuest;
  readonly isChosen: boolean;
  readonly mayChoose: boolean;
  readonly story: string;
  readonly name: string;
  readonly onChoose: (isChosen: boolean) => void;
}

function Waiting({ guest, isChosen, mayChoose, story, name, onChoose }: WaitingProps) {
  const { t } = useWords();
  return (
    <li className={classes.choose}>
      <Checkbox
        aria-label={t('events.after.choose', { name })}
        checked={isChosen}
        disabled={!mayChoose}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      <Text fw={600}>{name}</Text>
      <Text size="sm" c="dimmed">
        {[story, guest.note].filter(Boolean).join(' · ')}
      </Text>
    </li>
  );
}
