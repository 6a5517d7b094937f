import type { eventsContract } from '@shared/contract/events';
import { mostGuests } from '@shared/domain/events';
import type { ReadableDb } from '../../db/sql';
import type { PreparedDocument } from '../../kernel/devices';
import { fail } from '../../kernel/errors';
import type { ActionContext, ActionHandlers } from '../../kernel/handlers';
import { letterShop } from '../../reports/letterhead';
import { logConversation } from '../conversations/conversations.sql';
import { gateOf } from '../conversations/gate.sql';
import { optOutNotice } from '../conversations/opt-out.sql';
import { prepareMessage } from '../conversations/prepare.sql';
import { type CustomerRow, findCustomer } from '../customers/customers.sql';
import { heldOutOf, heldOutOfEvent } from '../programmes/members.sql';
import { findSegment, type SegmentRow } from '../segments/segments.sql';
import { walkSegment } from '../segments/walk-segment.sql';
import { eventOf, guestOf } from './event-view';
import { type EventRow, findEvent, findShownEvent } from './events.sql';
import { markInvited, markTold } from './guests.commands';
import {
  addGuest,
  countGuests,
  findGuest,
  type GuestRow,
  listGuestCustomers,
  listGuests,
} from './guests.sql';
import { eventWhen, messageFor } from './invitation';
import { invitationGoods, verdictOf } from './permitted.sql';
import { needEvent } from './plan.commands';

export const eventsActions: ActionHandlers<typeof eventsContract> = {
  'events.addSegment': async (context, { eventId, segmentId, most }) => {
    const { db, about } = context;
    needEvent(context, eventId);
    const segment = findSegment(db, segmentId) ?? fail('SEGMENT_NOT_FOUND');
    const room = mostGuests - countGuests(db, eventId);
    if (room <= 0) fail('LIST_IS_FULL');
    about('event', eventId, ['guests']);
    const wanted = Math.min(most, room);
    const listed = listGuestCustomers(db, eventId);
    const { fresh, known, isMore } = await lookForWanted(context, segment, { listed, wanted });
    const added = context.transact((transaction) => {
      needEvent(transaction, eventId);
      transaction.about('event', eventId, ['guests']);
      // Somebody else may have added one of them meanwhile.
      const now = listGuestCustomers(transaction.db, eventId);
      const left = fresh.filter((customerId) => !now.has(customerId));
      for (const customerId of left)
        addGuest(transaction, { eventId, customerId, source: 'segment', segmentId });
      return left.length;
    });
    return { added, known, isMore };
  },

  'events.write': async (context, { guestId, way, about, subject, body, gateReason }) => {
    const { guest, event, customer } = needGuest(context, guestId);
    const isInvitation = about === 'invitation';
    if (isInvitation && event.status === 'cancelled') fail('EVENT_CANCELLED');
    if (!isInvitation && event.status !== 'cancelled') fail('EVENT_NOT_CANCELLED');
    if (isInvitation && heldOutOf(context.db, customer.id, { eventId: event.id })) fail('HELD_OUT');
    const { language, template } = textFor(context, { event, customer, way, about });
    const { documentId, text } = await prepareMessage(context, {
      customer,
      channel: way,
      language,
      purpose: isInvitation ? 'selling' : 'service',
      goodsClass: isInvitation ? invitationGoods : null,
      subject,
      body,
      gateReason,
      template,
      origin: { kind: 'event', id: event.id },
      ...(isInvitation ? { letter: await pageOf(context, { event, guest, customer, subject }) } : {}),
      alongside(transaction) {
        const standing = findGuest(transaction.db, guestId) ?? fail('GUEST_NOT_FOUND');
        if (isInvitation) markInvited(transaction, standing, way);
        else markTold(transaction, standing, way);
      },
    });
    return { documentId, text };
  },

  'events.printInvitations': async (context, { eventId }) => {
    const { db, now, devices, about, progress, signal } = context;
    const event = needEvent(context, eventId);
    about('event', eventId, ['invited']);
    const heldOut = heldOutOfEvent(db, eventId);
    const guests = listGuests(db, eventId).filter(
      (guest) => !heldOut.has(guest.customer_id) && mayPost(db, guest, now),
    );
    if (guests.length === 0) fail('NOBODY_TO_PRINT');
    const { invitationBook } = await import('../../reports/event-papers/invitation');
    const pages: Parameters<typeof invitationBook>[0]['pages'][number][] = [];
    for (const [index, guest] of guests.entries()) {
      if (signal.aborted) break;
      const customer = findCustomer(db, guest.customer_id);
      if (!customer) continue;
      const { language, subject, body, template } = textFor(context, {
        event,
        customer,
        way: 'letter',
        about: 'invitation',
      });
      const gate = gateOf(db, customer.id, { channel: 'post', goodsClass: invitationGoods, now });
      const notice = gate.firstUseNoticeDue ? optOutNotice(db, language) : null;
      const text = notice ? `${body}\n\n${notice}` : body;
      context.transact((transaction) => {
        logConversation(transaction, {
          customerId: customer.id,
          channel: 'letter',
          direction: 'out',
          purpose: 'selling',
          goodsClass: invitationGoods,
          subject,
          words: text,
          outcome: null,
          isPrepared: true,
          hasNotice: notice !== null,
          template,
          origin: { kind: 'event', id: eventId },
        });
        markInvited(transaction, findGuest(transaction.db, guest.id) ?? fail('GUEST_NOT_FOUND'), 'letter');
        transaction.about('event', eventId, ['invited']);
      });
      pages.push({ ...factsOf(context, { event, guest, customer, language }), subject, text });
      progress('events.step.print', index + 1, guests.length);
    }
    if (pages.length === 0) fail('NOBODY_TO_PRINT');
    return { documentId: devices.keepDocument(invitationBook({ pages })), printed: pages.length };
  },

  'events.guestList': async ({ db, now, today, shop, devices, about }, { eventId, language }) => {
    const row = findShownEvent(db, eventId) ?? fail('EVENT_NOT_FOUND');
    about('event', eventId, ['guest list']);
    const { guestListSheet } = await import('../../reports/event-papers/guest-list');
    const document: PreparedDocument = guestListSheet({
      event: eventOf(db, row, now),
      when: eventWhen(row, language, shop?.timeZone ?? 'Asia/Hong_Kong'),
      guests: listGuests(db, eventId).map((guest) => guestOf(guest, null, null)),
      shop: letterShop(db, language),
      today,
      language,
    });
    return { documentId: devices.keepDocument(document) };
  },
};

interface Wanted {
  /** Who is on the list already. */
  readonly listed: ReadonlySet<string>;
  /** How many to look for. */
  readonly wanted: number;
}

/** Customers of a segment who are not on a list yet, up to a number; whether there are more. */
async function lookForWanted(
  context: ActionContext,
  segment: SegmentRow,
  { listed, wanted }: Wanted,
): Promise<{ fresh: string[]; known: number; isMore: boolean }> {
  const fresh: string[] = [];
  let known = 0;
  for await (const ids of walkSegment(context, segment, 'events.step.look')) {
    for (const id of ids) {
      if (listed.has(id)) known += 1;
      else fresh.push(id);
    }
    if (fresh.length > wanted) break;
  }
  return { fresh: fresh.slice(0, wanted), known, isMore: fresh.length > wanted };
}

/** Waits to be asked, may be written to by post, and nothing makes selling rest. */
function mayPost(db: ReadableDb, guest: GuestRow, now: number): boolean {
  if (guest.invited_at !== null || guest.reply !== null || guest.arrived_at !== null) return false;
  const { state, ways } = verdictOf(db, guest.customer_id, now);
  return state === 'may-invite' && ways.includes('letter');
}

function needGuest({ db, about }: ActionContext, guestId: string) {
  const guest = findGuest(db, guestId) ?? fail('GUEST_NOT_FOUND');
  const event = findEvent(db, guest.event_id) ?? fail('GUEST_NOT_FOUND');
  const customer = findCustomer(db, guest.customer_id) ?? fail('CUSTOMER_NOT_FOUND');
  if (customer.deleted_at !== null) fail('CUSTOMER_NOT_FOUND');
  about('event', event.id);
  return { guest, event, customer };
}

type Text = Pick<Parameters<typeof messageFor>[1], 'event' | 'customer' | 'way' | 'about'>;

function textFor({ db, staff, today, shop }: ActionContext, wanted: Text) {
  const timeZone = shop?.timeZone ?? 'Asia/Hong_Kong';
  return messageFor(db, { ...wanted, staffId: staff.staffId, today, shop: { timeZone } });
}

interface OnPage {
  readonly event: EventRow;
  readonly guest: GuestRow;
  readonly customer: CustomerRow;
}

function factsOf(
  { db, shop }: ActionContext,
  { event, guest, customer, language }: OnPage & { language: ReturnType<typeof textFor>['language'] },
) {
  return {
    language,
    shop: letterShop(db, language),
    customer,
    code: guest.number,
    name: event.name,
    when: eventWhen(event, language, shop?.timeZone ?? 'Asia/Hong_Kong'),
    place: event.place,
  };
}

/** How the invitation looks on paper: its barcode drawing is read only where something is printed. */
async function pageOf(context: ActionContext, { subject, ...on }: OnPage & { subject: string }) {
  const { invitationBook } = await import('../../reports/event-papers/invitation');
  const { language } = textFor(context, { ...on, way: 'letter', about: 'invitation' });
  const facts = factsOf(context, { ...on, language });
  return (text: string) => invitationBook({ pages: [{ ...facts, subject, text }] });
}
