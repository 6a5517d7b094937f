import type { ownEventsContract } from '@shared/contract/own-events';
import { fail } from '../../kernel/errors';
import type { CommandHandlers, QueryHandlers } from '../../kernel/handlers';
import { findStandingCustomer, isActiveStaff } from '../customers/customers.sql';
import { ownEventOf } from './event-view';
import {
  findOwnEvent,
  insertOwnEvent,
  listInvitationsOf,
  listOwnEvents,
  updateOwnEvent,
} from './own-events.sql';

type Contract = typeof ownEventsContract;

export const ownEventHandlers: QueryHandlers<Contract> & CommandHandlers<Contract> = {
  'ownEvents.forCustomer': ({ db, today }, { customerId }) => {
    const customer = findStandingCustomer(db, customerId) ?? fail('CUSTOMER_NOT_FOUND');
    const events = listOwnEvents(db, customer.id).map(ownEventOf);
    const isComing = ({ status, heldOn }: (typeof events)[number]) => status === 'noted' && heldOn >= today;
    return {
      coming: events.filter(isComing),
      past: events.filter((event) => !isComing(event)).reverse(),
      ours: listInvitationsOf(db, customer.id).map((row) => ({
        eventId: row.event_id,
        name: row.name,
        startsAt: row.starts_at,
        isInvited: row.invited_at !== null,
        reply: row.reply,
        hasCome: row.arrived_at !== null,
        isCancelled: row.status === 'cancelled',
      })),
    };
  },

  'ownEvents.note': ({ db, now, staff, newId, about }, { customerId, ...told }) => {
    const customer = findStandingCustomer(db, customerId);
    if (!customer || customer.deleted_at !== null) return fail('CUSTOMER_NOT_FOUND');
    if (!isActiveStaff(db, told.ownerId)) fail('OWNER_NOT_FOUND');
    const ownEventId = newId();
    insertOwnEvent(db, {
      ...columnsOf(told),
      id: ownEventId,
      customer_id: customer.id,
      made_by: staff.staffId,
      made_at: now,
      updated_at: now,
    });
    about('own event', ownEventId);
    return { ownEventId };
  },

  'ownEvents.change': ({ db, now, about }, { ownEventId, version, ...told }) => {
    const before = findOwnEvent(db, ownEventId) ?? fail('OWN_EVENT_NOT_FOUND');
    if (before.version !== version) fail('OWN_EVENT_CHANGED');
    if (!isActiveStaff(db, told.ownerId)) fail('OWNER_NOT_FOUND');
    const columns = columnsOf(told);
    const changed = (Object.keys(columns) as (keyof typeof columns)[]).filter(
      (name) => before[name] !== columns[name],
    );
    about('own event', ownEventId, changed);
    updateOwnEvent(db, before, { ...columns, version: version + 1, updated_at: now });
    return { version: version + 1 };
  },

  'ownEvents.end': ({ db, now, staff, about }, { ownEventId, end }) => {
    const before = findOwnEvent(db, ownEventId) ?? fail('OWN_EVENT_NOT_FOUND');
    about('own event', ownEventId, ['status', 'outcome']);
    updateOwnEvent(db, before, {
      status: end?.status ?? 'noted',
      outcome: end?.outcome ?? null,
      closed_at: end ? now : null,
      closed_by: end ? staff.staffId : null,
      version: before.version + 1,
      updated_at: now,
    });
    return null;
  },
};

interface Told {
  readonly kind: string;
  readonly name: string;
  readonly place: string;
  readonly heldOn: string;
  readonly words: string;
  readonly isDiscreet: boolean;
  readonly ownerId: string;
}

function columnsOf({ kind, name, place, heldOn, words, isDiscreet, ownerId }: Told) {
  return {
    kind,
    name,
    place,
    held_on: heldOn,
    words,
    is_discreet: isDiscreet ? 1 : 0,
    owner_id: ownerId,
  };
}
