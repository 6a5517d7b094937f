import type { eventsContract } from '@shared/contract/events';
import { consentChannelOf } from '@shared/domain/conversations';
import { addDays } from '@shared/domain/dates';
import { costPerHead, type GuestVerdict, salesDays } from '@shared/domain/events';
import type { QueryHandlers } from '../../kernel/handlers';
import { addressFor } from '../conversations/before-contact.sql';
import { gateOf } from '../conversations/gate.sql';
import { optOutNotice } from '../conversations/opt-out.sql';
import { findCustomer } from '../customers/customers.sql';
import { heldOutOfEvent } from '../programmes/members.sql';
import { salesAfter } from './event-sales.sql';
import { eventOf, guestOf } from './event-view';
import { findEvent, findShownEvent, listEvents } from './events.sql';
import { findByCode, findGuest, findGuestOf, listGuests, type ShownGuestRow } from './guests.sql';
import { messageFor } from './invitation';
import { invitationGoods, verdictOf } from './permitted.sql';

export const eventsQueries: QueryHandlers<typeof eventsContract> = {
  'events.list': ({ db, now }, { show }) => {
    const rows = listEvents(db, { show, now });
    return { total: rows[0]?.found ?? 0, events: rows.map((row) => eventOf(db, row, now)) };
  },

  'events.get': ({ db, now, fail }, { eventId, withVerdicts }) => {
    const row = findShownEvent(db, eventId) ?? fail('EVENT_NOT_FOUND');
    const event = eventOf(db, row, now);
    // Who was asked, came, or cannot be asked any more needs no verdict.
    const heldOut = heldOutOfEvent(db, eventId);
    const isAsking = withVerdicts && (event.stage === 'coming' || event.stage === 'on');
    const guests = listGuests(db, eventId).map((guest) => {
      const verdict = isAsking && isWaiting(guest) ? verdictOf(db, guest.customer_id, now) : null;
      return guestOf(guest, verdict, heldOut.get(guest.customer_id) ?? null);
    });
    const count = (state: GuestVerdict['state']) =>
      guests.filter(({ verdict, heldOutOf }) => heldOutOf === null && verdict?.state === state).length;
    return {
      event,
      guests,
      waiting: {
        mayInvite: count('may-invite'),
        resting: count('resting'),
        noAddress: count('no-address'),
        inPerson: count('in-person'),
      },
      costPerHeadMinor: costPerHead(event.spentMinor, event.figures.herePersons),
    };
  },

  'events.sales': ({ db, today, fail }, { eventId }) => {
    const event = findEvent(db, eventId) ?? fail('EVENT_NOT_FOUND');
    const to = addDays(event.starts_on, salesDays);
    const { starts_on: startsOn, currency } = event;
    return {
      from: startsOn,
      to,
      isRunning: today <= to,
      currency,
      ...salesAfter(db, { eventId, startsOn, currency }),
    };
  },

  'events.preview': ({ db, staff, shop, now, today, fail }, { guestId, way, about }) => {
    const guest = findGuest(db, guestId) ?? fail('GUEST_NOT_FOUND');
    const event = findEvent(db, guest.event_id) ?? fail('GUEST_NOT_FOUND');
    const customer = findCustomer(db, guest.customer_id) ?? fail('GUEST_NOT_FOUND');
    if (about === 'invitation' && event.status === 'cancelled') fail('EVENT_CANCELLED');
    const message = messageFor(db, { event, customer, way, about, staffId: staff.staffId, today, shop });
    const gate =
      about === 'invitation'
        ? gateOf(db, customer.id, { channel: consentChannelOf(way), goodsClass: invitationGoods, now })
        : null;
    return {
      subject: message.subject,
      body: message.body,
      language: message.language,
      address: addressFor(db, customer, way),
      gate: gate && { ...gate, obstacles: [...gate.obstacles] },
      notice: gate?.firstUseNoticeDue ? optOutNotice(db, message.language) : null,
    };
  },

  'events.recognise': ({ db, fail }, { eventId, code }) => {
    if (!findEvent(db, eventId)) fail('EVENT_NOT_FOUND');
    const customer = findByCode(db, eventId, code) ?? findByCode(db, eventId, code.toUpperCase());
    if (!customer) return { guestId: null, customer: null };
    const guest = findGuestOf(db, eventId, customer.id);
    return guest && guest.removed_at === null
      ? { guestId: guest.id, customer: null }
      : { guestId: null, customer };
  },
};

function isWaiting({ invited_at, arrived_at, reply }: ShownGuestRow): boolean {
  return invited_at === null && arrived_at === null && reply === null;
}
