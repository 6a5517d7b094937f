import { Badge, Button, SegmentedControl, Skeleton, Text } from '@mantine/core';
import type { ShopEvent } from '@shared/contract/event-shapes';
import { isAllowed } from '@shared/contract/permissions';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { TextLink } from '../../ui/links';
import { Page } from '../../ui/page';
import { EventForm } from './event-form';
import { useEventWords } from './event-words';
import classes from './events.module.css';

const shows = ['coming', 'past', 'cancelled'] as const;

/** Every event of the shop: what comes next, who is expected, what there was. */
export function EventsPage() {
  const { t } = useWords();
  const { staff } = useCounter();
  const [show, setShow] = useState<(typeof shows)[number]>('coming');
  const [isPlanning, setPlanning] = useState(false);
  const list = useAsk('events.list', { show }, ['events', 'customers', 'staff'], { keepPrevious: true });
  const { events = [], total = 0 } = list.data ?? {};
  const mayPlan = isAllowed(staff.role, 'events.plan');
  return (
    <Page
      title={t('events.title')}
      subtitle={t('events.subtitle')}
      actions={
        <>
          <SegmentedControl
            size="md"
            aria-label={t('events.show.label')}
            value={show}
            onChange={(value) => setShow(value as typeof show)}
            data={shows.map((value) => ({ value, label: t(`events.show.${value}`) }))}
          />
          {mayPlan && <Button onClick={() => setPlanning(true)}>{t('events.new')}</Button>}
        </>
      }
    >
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      {!list.data && !list.error && <Skeleton height={200} />}
      {list.data && events.length === 0 && (
        <EmptyState title={t(`events.empty.${show}`)} hint={t('events.emptyHint')} />
      )}
      <ul className={classes.list}>
        {events.map((event) => (
          <EventItem key={event.id} event={event} />
        ))}
      </ul>
      {total > events.length && <Text c="dimmed">{t('events.more', { count: total - events.length })}</Text>}
      {isPlanning && <EventForm event={null} onClose={() => setPlanning(false)} />}
    </Page>
  );
}

function EventItem({ event }: { readonly event: ShopEvent }) {
  const { t } = useWords();
  const words = useEventWords();
  const { figures, capacity, stage } = event;
  return (
    <li className={classes.event}>
      <div>
        <TextLink to="/events/$eventId" params={{ eventId: event.id }} className={classes.who}>
          {event.name}
        </TextLink>
        <Text size="sm">
          {words.when(event)} · {event.place}
        </Text>
        <Text size="sm" c="dimmed">
          {[event.number, t(`events.kinds.${event.kind}`), event.owner.name].join(' · ')}
        </Text>
        <Text size="sm">
          {stage === 'past'
            ? t('events.figures.pastLine', { ...figures, persons: figures.herePersons })
            : t('events.figures.line', figures)}
          {capacity !== null &&
            stage !== 'past' &&
            ` · ${t('events.figures.ofCapacity', { count: figures.expectedPersons, capacity })}`}
        </Text>
      </div>
      {stage !== 'coming' && stage !== 'past' && (
        <Badge variant="outline" color={stage === 'cancelled' ? 'red' : 'accent'}>
          {t(`events.stage.${stage}`)}
        </Badge>
      )}
    </li>
  );
}
