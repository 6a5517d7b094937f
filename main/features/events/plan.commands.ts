import type { eventsContract } from '@shared/contract/events';
import { civilDateOf } from '@shared/domain/dates';
import { eventStageOf } from '@shared/domain/events';
import type { ReadableDb } from '../../db/sql';
import { fail } from '../../kernel/errors';
import type { CommandContext, CommandHandlers } from '../../kernel/handlers';
import { isActiveStaff } from '../customers/customers.sql';
import { indexCustomer } from '../search/search.sql';
import { countToTell, type EventRow, findEvent, insertEvent, updateEvent, wasAnyoneTold } from './events.sql';
import { listFoundGuests } from './guests.sql';

type Handlers = CommandHandlers<typeof eventsContract>;
type PlanHandlers = Pick<Handlers, 'events.plan' | 'events.change' | 'events.cancel' | 'events.reinstate'>;

export const planCommands: PlanHandlers = {
  'events.plan': (context, terms) => {
    const { db, now, shop, staff, newId, nextNumber, about } = context;
    const columns = columnsOf(context, terms);
    const eventId = newId();
    const number = `EV${nextNumber('event')}`;
    insertEvent(db, {
      ...columns,
      id: eventId,
      number,
      currency: shop.currency,
      made_by: staff.staffId,
      made_at: now,
      updated_at: now,
    });
    about('event', eventId);
    return { eventId, number };
  },

  'events.change': (context, { eventId, version, spentMinor, ...terms }) => {
    const { db, now, about } = context;
    const before = needEvent(context, eventId);
    if (before.version !== version) fail('EVENT_CHANGED');
    const columns = { ...columnsOf(context, terms), spent_minor: spentMinor };
    const changed = (Object.keys(columns) as (keyof typeof columns)[]).filter(
      (name) => before[name] !== columns[name],
    );
    about('event', eventId, changed);
    updateEvent(db, eventId, { ...columns, version: version + 1, updated_at: now });
    if (changed.includes('name')) for (const id of listFoundGuests(db, eventId)) indexCustomer(db, id);
    return { version: version + 1 };
  },

  'events.cancel': (context, { eventId, reason }) => {
    const { db, now, staff, about } = context;
    const before = needEvent(context, eventId);
    if (before.ends_at < now) fail('EVENT_IS_OVER');
    about('event', eventId, ['status']);
    updateEvent(db, eventId, {
      status: 'cancelled',
      cancelled_at: now,
      cancelled_by: staff.staffId,
      cancel_reason: reason,
      version: before.version + 1,
      updated_at: now,
    });
    return { toTell: countToTell(db, eventId) };
  },

  'events.reinstate': ({ db, now, about }, { eventId }) => {
    const before = findEvent(db, eventId) ?? fail('EVENT_NOT_FOUND');
    if (before.status !== 'cancelled') fail('EVENT_NOT_CANCELLED');
    if (wasAnyoneTold(db, eventId)) fail('GUESTS_WERE_TOLD');
    about('event', eventId, ['status']);
    updateEvent(db, eventId, {
      status: 'planned',
      cancelled_at: null,
      cancelled_by: null,
      cancel_reason: null,
      version: before.version + 1,
      updated_at: now,
    });
    return null;
  },
};

/** An event that takes place; fails otherwise. */
export function needEvent({ db }: { readonly db: ReadableDb }, eventId: string): EventRow {
  const event = findEvent(db, eventId) ?? fail('EVENT_NOT_FOUND');
  if (event.status === 'cancelled') fail('EVENT_CANCELLED');
  return event;
}

/** Whether somebody can come in: from two hours before the beginning, and afterwards for what was noted on paper. */
export function needOpenDoor(event: EventRow, now: number): void {
  const { starts_at: startsAt, ends_at: endsAt } = event;
  if (eventStageOf({ isCancelled: false, startsAt, endsAt }, now) === 'coming') fail('EVENT_NOT_OPEN');
}

type Terms = Parameters<PlanHandlers['events.plan']>[1];

function columnsOf({ db, shop }: CommandContext, terms: Terms) {
  const startsOn = civilDateOf(terms.startsAt, shop.timeZone);
  if (terms.endsAt <= terms.startsAt) fail('EVENT_ENDS_BEFORE');
  if (terms.answerBy > startsOn) fail('ANSWER_TOO_LATE');
  if (!isActiveStaff(db, terms.ownerId)) fail('OWNER_NOT_FOUND');
  return {
    kind: terms.kind,
    name: terms.name,
    place: terms.place,
    starts_at: terms.startsAt,
    ends_at: terms.endsAt,
    starts_on: startsOn,
    answer_by: terms.answerBy,
    capacity: terms.capacity,
    language: terms.language,
    words: terms.words,
    budget_minor: terms.budgetMinor,
    owner_id: terms.ownerId,
  };
}
