import { Button, Group, Menu, Text } from '@mantine/core';
import type { EventGuest, ShopEvent } from '@shared/contract/event-shapes';
import { isAllowed } from '@shared/contract/permissions';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { call } from '../../lib/call';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { TextLink } from '../../ui/links';
import { toast, toastError } from '../../ui/toast';
import { toastUndo } from '../../ui/toast-undo';
import { useEventWords } from './event-words';
import classes from './events.module.css';
import { NoteDialog } from './note-dialog';
import { ReplyDialog } from './reply-dialog';
import { ToldDialog } from './told-dialog';

interface GuestRowProps {
  readonly guest: EventGuest;
  readonly event: ShopEvent;
  readonly onWrite: () => void;
}

type Doing = 'reply' | 'note' | 'told' | null;

/** One guest: how it stands, and the next thing that can be done. */
export function GuestRow({ guest, event, onWrite }: GuestRowProps) {
  const { t } = useWords();
  const words = useEventWords();
  const [doing, setDoing] = useState<Doing>(null);
  const { customer, verdict, heldOutOf, note, followUp, promiseNumber } = guest;
  const close = () => setDoing(null);
  const ended = [
    followUp === 'promise' && promiseNumber && t('events.after.promiseLine', { number: promiseNumber }),
    followUp === 'none' && t('events.after.noneLine'),
  ].filter((line) => typeof line === 'string');
  return (
    <li className={classes.guest}>
      <div>
        <Group gap="xs">
          <TextLink to="/customers/$customerId" params={{ customerId: customer.id }} className={classes.who}>
            {words.name(guest)}
          </TextLink>
          <Text size="sm" c="dimmed">
            {customer.number}
          </Text>
        </Group>
        {[...words.story(guest), ...ended].map((line) => (
          <Text size="sm" key={line}>
            {line}
          </Text>
        ))}
        {heldOutOf !== null && (
          <Text size="sm" c="var(--warning-text)">
            {t('events.guests.heldOut', { name: heldOutOf })}
          </Text>
        )}
        {verdict && heldOutOf === null && (
          <Text size="sm" c={verdict.state === 'may-invite' ? undefined : 'var(--warning-text)'}>
            {words.verdict(guest)}
          </Text>
        )}
        {note && (
          <Text size="sm" c="dimmed">
            {note}
          </Text>
        )}
      </div>
      <Actions guest={guest} event={event} onWrite={onWrite} onChoose={setDoing} />
      {doing === 'reply' && <ReplyDialog guest={guest} onClose={close} />}
      {doing === 'note' && <NoteDialog guest={guest} onClose={close} />}
      {doing === 'told' && <ToldDialog guest={guest} onClose={close} />}
    </li>
  );
}

interface ActionsProps extends GuestRowProps {
  readonly onChoose: (doing: Doing) => void;
}

function Actions({ guest, event, onWrite, onChoose }: ActionsProps) {
  const { t } = useWords();
  const { staff } = useCounter();
  const words = useEventWords();
  const ask = useTell('events.askInPerson');
  const remove = useTell('events.removeGuest');
  if (!isAllowed(staff.role, 'events.write')) return null;
  const { verdict, heldOutOf, invited, reply, arrived, told } = guest;
  const name = words.name(guest);
  const isCancelled = event.stage === 'cancelled';
  const isAsking = event.stage === 'coming' || event.stage === 'on';
  const mayWrite = verdict !== null && verdict.ways.length > 0 && heldOutOf === null;
  const mustTell = isCancelled && invited !== null && reply?.reply !== 'not-coming' && told === null;
  const named = (what: string) => ({ 'aria-label': `${what}: ${name}` });
  const askInPerson = () =>
    ask.mutate(
      { guestId: guest.id },
      { onSuccess: () => toast(t('events.guests.asked')), onError: toastError },
    );
  const takeOff = () =>
    remove.mutate(
      { guestId: guest.id },
      {
        onSuccess: () =>
          toastUndo(t('events.guests.removed'), t('common.undo'), () =>
            call('events.addGuest', { eventId: event.id, customerId: guest.customer.id }),
          ),
        onError: toastError,
      },
    );
  return (
    <Group gap="xs" wrap="nowrap">
      {isAsking && mayWrite && (
        <Button {...named(t('events.guests.invite'))} onClick={onWrite}>
          {t('events.guests.invite')}
        </Button>
      )}
      {isAsking && verdict && !mayWrite && heldOutOf === null && (
        <Button
          variant="default"
          loading={ask.isPending}
          {...named(t('events.guests.askInPerson'))}
          onClick={askInPerson}
        >
          {t('events.guests.askInPerson')}
        </Button>
      )}
      {isAsking && invited && (
        <Button variant="default" {...named(t('events.guests.reply'))} onClick={() => onChoose('reply')}>
          {t('events.guests.reply')}
        </Button>
      )}
      {mustTell && (
        <>
          <Button {...named(t('events.guests.tell'))} onClick={onWrite}>
            {t('events.guests.tell')}
          </Button>
          <Button variant="default" {...named(t('events.guests.told'))} onClick={() => onChoose('told')}>
            {t('events.guests.told')}
          </Button>
        </>
      )}
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <Button variant="default" px="sm" aria-label={t('common.moreAbout', { what: name })}>
            <IconDots size={20} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {isAsking && mayWrite && (
            <Menu.Item onClick={askInPerson}>{t('events.guests.askInPerson')}</Menu.Item>
          )}
          {isAsking && invited && heldOutOf === null && (
            <Menu.Item onClick={onWrite}>{t('events.guests.inviteAgain')}</Menu.Item>
          )}
          {!isCancelled && !invited && (
            <Menu.Item onClick={() => onChoose('reply')}>{t('events.guests.reply')}</Menu.Item>
          )}
          <Menu.Item onClick={() => onChoose('note')}>{t('events.guests.note')}</Menu.Item>
          {!isCancelled && !invited && !reply && !arrived && (
            <Menu.Item onClick={takeOff}>{t('events.guests.remove')}</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
