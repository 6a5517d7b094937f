import { Button, Group, Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import type { OwnEvent } from '@shared/contract/event-shapes';
import { isAllowed } from '@shared/contract/permissions';
import { IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import type { CustomerPanel } from '../../ui/customer-panel';
import { ErrorNotice } from '../../ui/error-notice';
import { TextLink } from '../../ui/links';
import { Section } from '../../ui/section';
import { EndOwnEvent } from './end-own-event';
import { useEventWords } from './event-words';
import classes from './events.module.css';
import { OwnEventForm } from './own-event-form';

type Ours = Output<'ownEvents.forCustomer'>['ours'][number];

/** A customer's own events and ours to which they were asked. Nothing where there is neither. */
export const OwnEventsPanel: CustomerPanel = ({ customerId }) => {
  const { t } = useWords();
  const events = useAsk('ownEvents.forCustomer', { customerId }, ['events', 'customers', 'staff']);
  const [isOpen, setOpen] = useState(false);
  const { coming = [], past = [], ours = [] } = events.data ?? {};
  if (!events.error && coming.length + past.length + ours.length === 0) return null;
  return (
    <Section part="events" title={t('events.own.title')}>
      <ErrorNotice error={events.error} onRetry={() => void events.refetch()} />
      {ours.length > 0 && (
        <ul className={classes.list}>
          {ours.map((one) => (
            <OurEvent key={one.eventId} event={one} />
          ))}
        </ul>
      )}
      <ul className={classes.list}>
        {coming.map((event) => (
          <OwnEventItem key={event.id} customerId={customerId} event={event} />
        ))}
      </ul>
      {past.length > 0 && (
        <Button variant="subtle" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
          {t('events.own.past', { count: past.length })}
        </Button>
      )}
      {isOpen && (
        <ul className={classes.list}>
          {past.map((event) => (
            <OwnEventItem key={event.id} customerId={customerId} event={event} />
          ))}
        </ul>
      )}
    </Section>
  );
};

function OurEvent({ event }: { readonly event: Ours }) {
  const { t } = useWords();
  const words = useEventWords();
  const standing = event.isCancelled
    ? t('events.own.cancelled')
    : event.hasCome
      ? t('events.own.came')
      : event.reply
        ? t(`events.reply.${event.reply}`)
        : t(event.isInvited ? 'events.own.invited' : 'events.own.listed');
  return (
    <li className={classes.event}>
      <div>
        <TextLink to="/events/$eventId" params={{ eventId: event.eventId }} className={classes.who}>
          {event.name}
        </TextLink>
        <Text size="sm" c="dimmed">
          {words.date(event.startsAt)}
        </Text>
      </div>
      <Text size="sm">{standing}</Text>
    </li>
  );
}

interface OwnEventItemProps {
  readonly customerId: string;
  readonly event: OwnEvent;
}

function OwnEventItem({ customerId, event }: OwnEventItemProps) {
  const { t } = useWords();
  const { staff } = useCounter();
  const words = useEventWords();
  const [doing, setDoing] = useState<'edit' | 'end' | null>(null);
  const [isUncovered, setUncovered] = useState(false);
  const isCovered = event.isDiscreet && !isUncovered;
  const mayWrite = isAllowed(staff.role, 'events.write');
  if (isCovered)
    return (
      <li className={classes.event}>
        <Group gap="xs">
          <IconEyeOff size={16} aria-hidden />
          <Text>{t('events.own.covered')}</Text>
        </Group>
        <Button variant="default" onClick={() => setUncovered(true)}>
          {t('events.own.uncover')}
        </Button>
      </li>
    );
  return (
    <li className={classes.event}>
      <div>
        <Text className={classes.who}>{event.name}</Text>
        <Text size="sm">
          {[t(`events.own.kinds.${event.kind}`), words.day(event.heldOn), event.place]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        {event.words && <Text size="sm">{event.words}</Text>}
        {event.outcome && event.status !== 'noted' && (
          <Text size="sm">
            {t(`events.own.${event.status}`)}: {event.outcome}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {t('events.own.ownedBy', { name: event.owner.name })}
        </Text>
      </div>
      {mayWrite && event.status === 'noted' && (
        <Group gap="xs">
          <Button
            variant="default"
            aria-label={`${t('events.own.end')}: ${event.name}`}
            onClick={() => setDoing('end')}
          >
            {t('events.own.end')}
          </Button>
          <Button
            variant="default"
            aria-label={`${t('common.edit')}: ${event.name}`}
            onClick={() => setDoing('edit')}
          >
            {t('common.edit')}
          </Button>
        </Group>
      )}
      {doing === 'edit' && (
        <OwnEventForm customerId={customerId} event={event} onClose={() => setDoing(null)} />
      )}
      {doing === 'end' && <EndOwnEvent event={event} onClose={() => setDoing(null)} />}
    </li>
  );
}
