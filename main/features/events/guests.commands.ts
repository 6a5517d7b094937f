import type { eventsContract } from '@shared/contract/events';
import { mostGuests } from '@shared/domain/events';
import { fail } from '../../kernel/errors';
import type { CommandContext, CommandHandlers } from '../../kernel/handlers';
import { logConversation } from '../conversations/conversations.sql';
import { findStandingCustomer } from '../customers/customers.sql';
import { heldOutOf } from '../programmes/members.sql';
import { makePromise } from '../promises/promises.sql';
import { type EventRow, findEvent, updateEvent } from './events.sql';
import {
  addGuest,
  countGuests,
  findGuest,
  findGuestOf,
  type GuestRow,
  rememberStep,
  updateGuest,
} from './guests.sql';
import { invitationGoods } from './permitted.sql';
import { needEvent, needOpenDoor } from './plan.commands';

type Handlers = Omit<
  CommandHandlers<typeof eventsContract>,
  'events.plan' | 'events.change' | 'events.cancel' | 'events.reinstate'
>;

/** A clock of another counter may be a little ahead. */
const clockToleranceMs = 5 * 60_000;

export const guestCommands: Handlers = {
  'events.addGuest': (context, { eventId, customerId }) => {
    const { db, about } = context;
    needEvent(context, eventId);
    const customer = needCustomer(context, customerId);
    const known = findGuestOf(db, eventId, customer);
    if (known && known.removed_at === null) fail('ALREADY_A_GUEST');
    if (countGuests(db, eventId) >= mostGuests) fail('LIST_IS_FULL');
    about('event', eventId, ['guests']);
    return { guestId: addGuest(context, { eventId, customerId: customer, source: 'added' }) };
  },

  'events.removeGuest': (context, { guestId }) => {
    const { guest } = needGuest(context, guestId);
    if (guest.invited_at !== null || guest.reply !== null || guest.arrived_at !== null)
      fail('GUEST_WAS_INVITED');
    updateGuest(context.db, guest, { removed_at: context.now, updated_at: context.now });
    rememberStep(context, guestId, 'removed');
    return null;
  },

  'events.askInPerson': (context, { guestId }) => {
    const { guest, event } = needGuest(context, guestId);
    if (heldOutOf(context.db, guest.customer_id, { eventId: event.id })) fail('HELD_OUT');
    logConversation(context, {
      customerId: guest.customer_id,
      channel: 'visit',
      direction: 'out',
      purpose: 'selling',
      goodsClass: invitationGoods,
      words: event.name,
      outcome: 'talked',
      origin: { kind: 'event', id: event.id },
    });
    markInvited(context, guest, 'in-person');
    return null;
  },

  'events.reply': (context, { guestId, reply, persons, how, at, note }) => {
    const { db, now } = context;
    const { guest } = needGuest(context, guestId);
    const when = at ?? now;
    if (when > now + clockToleranceMs) fail('REPLY_IN_THE_FUTURE');
    updateGuest(db, guest, {
      reply,
      persons: reply === 'not-coming' ? 1 : persons,
      reply_at: when,
      reply_how: how,
      ...(note === undefined ? {} : { note }),
      updated_at: now,
    });
    rememberStep(context, guestId, 'replied', { reply, persons, how });
    return null;
  },

  'events.arrive': (context, { guestId, persons }) => {
    const { guest, event } = needGuest(context, guestId);
    needOpenDoor(event, context.now);
    letIn(context, guest, persons);
    return null;
  },

  'events.undoArrival': (context, { guestId }) => {
    const { guest } = needGuest(context, guestId);
    if (guest.arrived_at === null) fail('NOT_ARRIVED');
    const { db, now } = context;
    const gone = { arrived_at: null, arrived_persons: null, updated_at: now };
    // Who was on no list before stands on none again.
    updateGuest(db, guest, guest.source === 'walk-in' ? { ...gone, removed_at: now } : gone);
    rememberStep(context, guestId, 'arrival-undone');
    return null;
  },

  'events.walkIn': (context, { eventId, customerId, persons }) => {
    const { db, now, about } = context;
    const event = needEvent(context, eventId);
    needOpenDoor(event, now);
    const customer = needCustomer(context, customerId);
    const known = findGuestOf(db, eventId, customer);
    const guestId =
      known && known.removed_at === null
        ? known.id
        : addGuest(context, { eventId, customerId: customer, source: 'walk-in' });
    about('event', eventId, ['arrived']);
    letIn(context, findGuest(db, guestId) as GuestRow, persons);
    return { guestId };
  },

  'events.countUnnamed': (context, { eventId, change }) => {
    const { db, now, about } = context;
    const event = needEvent(context, eventId);
    needOpenDoor(event, now);
    about('event', eventId, ['unnamed_persons']);
    const unnamed = Math.max(0, event.unnamed_persons + change);
    updateEvent(db, eventId, { unnamed_persons: unnamed, updated_at: now });
    return { unnamed };
  },

  'events.followUp': (context, { guestIds, ...terms }) => {
    const { db, now } = context;
    for (const guestId of guestIds) {
      const { guest, event } = needGuest(context, guestId);
      if (guest.follow_up === 'promise') fail('ALREADY_FOLLOWED_UP');
      const { promiseId } = makePromise(context, {
        ...terms,
        customerId: guest.customer_id,
        origin: { kind: 'event', id: event.id },
      });
      updateGuest(db, guest, { follow_up: 'promise', promise_id: promiseId, updated_at: now });
      rememberStep(context, guestId, 'followed-up', { by: 'promise' });
    }
    return { made: guestIds.length };
  },

  'events.needNoFollowUp': (context, { guestIds, isNeeded }) => {
    for (const guestId of guestIds) {
      const { guest } = needGuest(context, guestId);
      if (guest.follow_up === 'promise') fail('ALREADY_FOLLOWED_UP');
      updateGuest(context.db, guest, { follow_up: isNeeded ? null : 'none', updated_at: context.now });
      rememberStep(context, guestId, 'followed-up', { by: isNeeded ? 'nobody' : 'none' });
    }
    return null;
  },

  'events.noteGuest': ({ db, now, about }, { guestId, note }) => {
    const guest = findGuest(db, guestId) ?? fail('GUEST_NOT_FOUND');
    about('event', guest.event_id, ['note']);
    updateGuest(db, guest, { note, updated_at: now });
    return null;
  },

  'events.toldCancelled': (context, { guestId, channel }) => {
    const { db, about } = context;
    const guest = findGuest(db, guestId) ?? fail('GUEST_NOT_FOUND');
    if (findEvent(db, guest.event_id)?.status !== 'cancelled') fail('EVENT_NOT_CANCELLED');
    about('event', guest.event_id, ['told']);
    markTold(context, guest, channel);
    return null;
  },
};

type Context = Pick<CommandContext, 'db' | 'now' | 'staff' | 'newId'>;

/** A guest of an event that takes place; fails otherwise. */
function needGuest(
  { db, about }: Pick<CommandContext, 'db' | 'about'>,
  guestId: string,
): { guest: GuestRow; event: EventRow } {
  const guest = findGuest(db, guestId) ?? fail('GUEST_NOT_FOUND');
  const event = findEvent(db, guest.event_id) ?? fail('GUEST_NOT_FOUND');
  about('event', event.id);
  if (event.status === 'cancelled') fail('EVENT_CANCELLED');
  return { guest, event };
}

function needCustomer({ db }: Pick<CommandContext, 'db'>, customerId: string): string {
  const customer = findStandingCustomer(db, customerId);
  if (!customer || customer.deleted_at !== null) return fail('CUSTOMER_NOT_FOUND');
  return customer.id;
}

/** Was asked by this way; a second time moves nothing but the history. */
export function markInvited(context: Context, guest: GuestRow, by: string): void {
  const { db, now } = context;
  if (guest.invited_at === null)
    updateGuest(db, guest, { invited_at: now, invited_channel: by, updated_at: now });
  rememberStep(context, guest.id, 'invited', { by });
}

/** Knows that the event does not take place. */
export function markTold(context: Context, guest: GuestRow, channel: string): void {
  const { db, now } = context;
  updateGuest(db, guest, { told_at: now, told_channel: channel, updated_at: now });
  rememberStep(context, guest.id, 'told', { channel });
}

function letIn(context: Context, guest: GuestRow, persons: number): void {
  const { db, now } = context;
  updateGuest(db, guest, { arrived_at: guest.arrived_at ?? now, arrived_persons: persons, updated_at: now });
  rememberStep(context, guest.id, 'arrived', { persons });
}
