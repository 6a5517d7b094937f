import { Button, Group, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import type { EventGuest } from '@shared/contract/event-shapes';
import { foldText } from '@shared/domain/names';
import { IconScan } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { call } from '../../lib/call';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { ButtonLink } from '../../ui/links';
import { Page } from '../../ui/page';
import { toastError } from '../../ui/toast';
import { toastUndo } from '../../ui/toast-undo';
import { DoorGuest } from './door-guest';
import type { EventAnswer } from './event-answer';
import { useEventWords } from './event-words';
import classes from './events.module.css';
import { WalkIn } from './walk-in';

/** The door: a code or a few letters, one tap, and how many are here. Nothing else is on the screen. */
export function DoorPage() {
  const { eventId } = useParams({ from: '/events/$eventId/door' });
  const { t } = useWords();
  const words = useEventWords();
  const answer = useAsk('events.get', { eventId, withVerdicts: false }, ['events', 'customers']);
  const { data } = answer;
  if (!data)
    return (
      <Page title={t('events.door.title')}>
        <ErrorNotice error={answer.error} onRetry={() => void answer.refetch()} />
        {!answer.error && <Skeleton height={240} />}
      </Page>
    );
  const { event } = data;
  return (
    <Page
      title={t('events.door.title')}
      subtitle={t('events.door.subtitle', { name: event.name, when: words.when(event) })}
      actions={
        <ButtonLink to="/events/$eventId" params={{ eventId }} variant="default">
          {t('events.door.back')}
        </ButtonLink>
      }
    >
      <ErrorNotice error={answer.error} onRetry={() => void answer.refetch()} />
      <Counts answer={data} />
      {event.stage === 'coming' && <Text c="var(--warning-text)">{t('events.door.closed')}</Text>}
      {event.stage === 'cancelled' ? (
        <Text c="var(--danger-text)">{t('events.door.cancelled')}</Text>
      ) : (
        <Desk answer={data} />
      )}
    </Page>
  );
}

function Counts({ answer: { event } }: { readonly answer: EventAnswer }) {
  const { t } = useWords();
  const { expectedPersons, herePersons, extraPersons } = event.figures;
  const counts = [
    { name: t('events.door.expected'), value: expectedPersons },
    { name: t('events.door.here'), value: herePersons },
    { name: t('events.door.extra'), value: extraPersons },
  ];
  return (
    <ul className={classes.counts} aria-label={t('events.figures.label')} aria-live="polite">
      {counts.map(({ name, value }) => (
        <li key={name} className={classes.count}>
          <Text>{name}</Text>
          <div className={classes.huge}>{value}</div>
        </li>
      ))}
    </ul>
  );
}

/** What can be typed of a guest: names in both scripts, numbers, the last digits of the telephone. */
function typedOf({ customer, number, phoneEnd, card }: EventGuest): string {
  const names = [customer.familyName, customer.givenName, customer.englishName, customer.chineseName];
  return foldText(
    [...names, customer.preferredName, customer.number, number, phoneEnd, card].filter(Boolean).join(' '),
  );
}

function Desk({ answer: { event, guests } }: { readonly answer: EventAnswer }) {
  const { t } = useWords();
  const words = useEventWords();
  const arrive = useTell('events.arrive');
  const [text, setText] = useState('');
  const [unknown, setUnknown] = useState<{
    text: string;
    customer: { id: string; name: string } | null;
  } | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const wanted = foldText(text).split(/\s+/).filter(Boolean);
  const shown = guests.filter((guest) => wanted.every((word) => typedOf(guest).includes(word)));
  const ready = () => {
    setText('');
    setUnknown(null);
    field.current?.focus();
  };
  const letIn = (guest: EventGuest, persons: number) =>
    arrive.mutate(
      { guestId: guest.id, persons },
      {
        onSuccess: () => {
          ready();
          toastUndo(
            t('events.door.welcome', { name: words.name(guest), persons: words.persons(persons) }),
            t('common.undo'),
            () => call('events.undoArrival', { guestId: guest.id }),
          );
        },
        onError: toastError,
      },
    );
  /** A scanner types its code and Enter; a hand types a few letters and Enter where one name is left. */
  const take = async () => {
    const code = text.trim();
    if (code === '') return;
    const found = await call('events.recognise', { eventId: event.id, code });
    const guest = found.guestId
      ? guests.find(({ id }) => id === found.guestId)
      : shown.length === 1
        ? shown[0]
        : undefined;
    if (guest) letIn(guest, guest.arrived?.persons ?? guest.reply?.persons ?? 1);
    else if (found.customer || shown.length === 0) setUnknown({ text: code, customer: found.customer });
  };
  return (
    <div className={classes.door}>
      <form
        onSubmit={(submitted) => {
          submitted.preventDefault();
          take().catch(toastError);
        }}
      >
        <TextInput
          ref={field}
          // Whoever opens the door wants to scan at once.
          autoFocus
          size="lg"
          label={t('events.door.field')}
          leftSection={<IconScan size={22} aria-hidden />}
          autoComplete="off"
          value={text}
          onChange={(typed) => {
            setText(typed.currentTarget.value);
            setUnknown(null);
          }}
        />
      </form>
      {unknown && <WalkIn event={event} unknown={unknown} onDone={ready} />}
      {wanted.length > 0 && !unknown && (
        <Text size="sm" c="dimmed" role="status">
          {t('events.door.showing', { count: shown.length })}
        </Text>
      )}
      <ul className={classes.list}>
        {shown.map((guest) => (
          <DoorGuest key={guest.id} guest={guest} onLetIn={letIn} />
        ))}
      </ul>
      <Unnamed answer={{ event }} onFocus={() => field.current?.focus()} />
      {!unknown && (
        <Group>
          <Button variant="default" onClick={() => setUnknown({ text: '', customer: null })}>
            {t('events.door.walkInTitle')}
          </Button>
        </Group>
      )}
    </div>
  );
}

interface UnnamedProps {
  readonly answer: Pick<EventAnswer, 'event'>;
  readonly onFocus: () => void;
}

/** People whose names nobody asked, one at a time. */
function Unnamed({ answer: { event }, onFocus }: UnnamedProps) {
  const { t } = useWords();
  const count = useTell('events.countUnnamed');
  const add = (change: 1 | -1) =>
    count.mutate({ eventId: event.id, change }, { onSuccess: onFocus, onError: toastError });
  return (
    <div className={classes.doorGuest}>
      <Stack gap={0}>
        <Text fw={600}>{t('events.door.unnamed')}</Text>
        <Text size="sm" c="dimmed">
          {t('events.door.unnamedHint')}
        </Text>
      </Stack>
      <Text className={classes.big}>{event.unnamedPersons}</Text>
      <Group gap="xs" wrap="nowrap">
        <Button
          variant="default"
          aria-label={t('events.door.fewer')}
          disabled={event.unnamedPersons === 0}
          onClick={() => add(-1)}
        >
          −
        </Button>
        <Button variant="default" aria-label={t('events.door.oneMore')} onClick={() => add(1)}>
          +
        </Button>
      </Group>
    </div>
  );
}
