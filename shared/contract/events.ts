import { z } from 'zod';
import { EVENT_KINDS, INVITATION_WAYS, mostGuests, mostPersons, REPLIES } from '../domain/events';
import { languages } from '../domain/languages';
import { TOLD_CHANNELS } from '../domain/promises';
import { conversationErrors, gateShape } from './conversations';
import { action, command, query } from './define';
import { eventShape, guestShape } from './event-shapes';
import { day, id, person } from './fields';
import { promiseTerms, promiseTermsErrors } from './promises';

const text = (longest: number) => z.string().trim().max(longest);
const minor = z.number().int().min(0).max(1e13);
const persons = z.number().int().min(1).max(mostPersons);
const guestIds = z.array(id).min(1).max(mostGuests);

/** What an event is planned with, and what may be changed of it. */
const plan = z.object({
  kind: z.enum(EVENT_KINDS),
  name: text(120).min(1),
  place: text(200).min(1),
  startsAt: z.number().int(),
  endsAt: z.number().int(),
  answerBy: day,
  capacity: z.number().int().min(1).max(100_000).nullable(),
  language: z.enum(languages),
  words: text(2000).default(''),
  budgetMinor: minor.nullable(),
  ownerId: id,
});
export type EventPlanInput = z.input<typeof plan>;

const planErrors = ['EVENT_ENDS_BEFORE', 'ANSWER_TOO_LATE', 'OWNER_NOT_FOUND'] as const;

/** Codes of whatever is done with a guest of an event that still takes place. */
const guestErrors = ['GUEST_NOT_FOUND', 'EVENT_CANCELLED'] as const;

const groupSales = z.object({
  customers: z.number(),
  buyers: z.number(),
  receipts: z.number(),
  netMinor: z.number(),
  /** Net by week after the event, the first week first. */
  weeks: z.array(z.number()),
});

/** Events of the shop: whom to invite how, who comes, who was there, and what came of it. */
export const eventsContract = {
  'events.list': query({
    permission: 'events.read',
    input: z.object({ show: z.enum(['coming', 'past', 'cancelled']).default('coming') }),
    output: z.object({ total: z.number(), events: z.array(eventShape) }),
    errors: [],
  }),
  /** One event with everybody on its list, who may be asked how, and the figures. */
  'events.get': query({
    permission: 'events.read',
    input: z.object({
      eventId: id,
      /** At the door nobody asks how somebody may be invited. */
      withVerdicts: z.boolean().default(true),
    }),
    output: z.object({
      event: eventShape,
      guests: z.array(guestShape),
      /** How many stand so, of those who were not invited yet. */
      waiting: z.object({
        mayInvite: z.number(),
        resting: z.number(),
        noAddress: z.number(),
        inPerson: z.number(),
      }),
      costPerHeadMinor: z.number().nullable(),
    }),
    errors: ['EVENT_NOT_FOUND'],
  }),
  /** What guests bought in the days after, those who came beside those who were invited and did not. */
  'events.sales': query({
    permission: 'events.read',
    input: z.object({ eventId: id }),
    output: z.object({
      from: z.string(),
      to: z.string(),
      /** The days are not over yet. */
      isRunning: z.boolean(),
      currency: z.string(),
      came: groupSales,
      stayedAway: groupSales,
    }),
    errors: ['EVENT_NOT_FOUND'],
  }),
  /** The invitation to one guest, or the word that the event is cancelled: the text filled in, and whether it may go. */
  'events.preview': query({
    permission: 'events.read',
    input: z.object({
      guestId: id,
      way: z.enum(INVITATION_WAYS),
      about: z.enum(['invitation', 'cancellation']),
    }),
    output: z.object({
      subject: z.string(),
      body: z.string(),
      language: z.enum(languages),
      address: z.string().nullable(),
      /** Null for what needs no permission: that an event is cancelled sells nothing. */
      gate: gateShape.nullable(),
      notice: z.string().nullable(),
    }),
    errors: [...guestErrors],
  }),
  /** Who a scanned or typed code is: an invitation, a member card, a customer number. */
  'events.recognise': query({
    permission: 'events.read',
    input: z.object({ eventId: id, code: text(80).min(1) }),
    output: z.object({
      /** On the list already. */
      guestId: z.string().nullable(),
      /** Not on the list, but known. */
      customer: person.nullable(),
    }),
    errors: ['EVENT_NOT_FOUND'],
  }),
  'events.plan': command({
    permission: 'events.plan',
    input: plan,
    output: z.object({ eventId: z.string(), number: z.string() }),
    errors: [...planErrors],
    audit: ['event'],
    touches: ['events'],
  }),
  'events.change': command({
    permission: 'events.plan',
    input: plan.extend({ eventId: id, version: z.number().int(), spentMinor: minor.nullable() }),
    output: z.object({ version: z.number() }),
    errors: ['EVENT_NOT_FOUND', 'EVENT_CHANGED', 'EVENT_CANCELLED', ...planErrors],
    audit: ['name', 'place', 'starts_at', 'ends_at', 'capacity', 'budget_minor', 'spent_minor', 'owner_id'],
    touches: ['events'],
  }),
  'events.cancel': command({
    permission: 'events.plan',
    input: z.object({ eventId: id, reason: text(300).min(1) }),
    output: z.object({ toTell: z.number() }),
    errors: ['EVENT_NOT_FOUND', 'EVENT_CANCELLED', 'EVENT_IS_OVER'],
    audit: ['status'],
    touches: ['events'],
  }),
  /** Takes a cancellation back, while no guest was told of it. */
  'events.reinstate': command({
    permission: 'events.plan',
    input: z.object({ eventId: id }),
    output: z.null(),
    errors: ['EVENT_NOT_FOUND', 'EVENT_NOT_CANCELLED', 'GUESTS_WERE_TOLD'],
    audit: ['status'],
    touches: ['events'],
  }),
  /** Puts everybody of a saved segment on the list who is not there yet, up to a number; looking through a large shop takes a while. */
  'events.addSegment': action({
    permission: 'events.write',
    input: z.object({ eventId: id, segmentId: id, most: z.number().int().min(1).max(mostGuests) }),
    output: z.object({ added: z.number(), known: z.number(), isMore: z.boolean() }),
    errors: ['EVENT_NOT_FOUND', 'EVENT_CANCELLED', 'SEGMENT_NOT_FOUND', 'LIST_IS_FULL'],
    audit: ['guests'],
    touches: ['events'],
  }),
  'events.addGuest': command({
    permission: 'events.write',
    input: z.object({ eventId: id, customerId: id }),
    output: z.object({ guestId: z.string() }),
    errors: ['EVENT_NOT_FOUND', 'EVENT_CANCELLED', 'CUSTOMER_NOT_FOUND', 'ALREADY_A_GUEST', 'LIST_IS_FULL'],
    audit: ['guests'],
    touches: ['events'],
  }),
  /** Off the list, while nothing was sent; adding them again puts them back. */
  'events.removeGuest': command({
    permission: 'events.write',
    input: z.object({ guestId: id }),
    output: z.null(),
    errors: [...guestErrors, 'GUEST_WAS_INVITED'],
    audit: ['guests'],
    touches: ['events'],
  }),
  /** Was asked face to face, which needs no permission; the conversation logs itself. */
  'events.askInPerson': command({
    permission: 'events.write',
    input: z.object({ guestId: id }),
    output: z.null(),
    errors: [...guestErrors, 'HELD_OUT', ...conversationErrors],
    audit: ['invited'],
    touches: ['events', 'conversations'],
  }),
  'events.reply': command({
    permission: 'events.write',
    input: z.object({
      guestId: id,
      reply: z.enum(REPLIES),
      persons: persons.default(1),
      how: z.enum(TOLD_CHANNELS),
      /** Absent: just now. */
      at: z.number().int().optional(),
      note: text(500).optional(),
    }),
    output: z.null(),
    errors: [...guestErrors, 'REPLY_IN_THE_FUTURE'],
    audit: ['reply'],
    touches: ['events'],
  }),
  'events.arrive': command({
    permission: 'events.write',
    input: z.object({ guestId: id, persons: persons.default(1) }),
    output: z.null(),
    errors: [...guestErrors, 'EVENT_NOT_OPEN'],
    audit: ['arrived'],
    touches: ['events'],
  }),
  'events.undoArrival': command({
    permission: 'events.write',
    input: z.object({ guestId: id }),
    output: z.null(),
    errors: [...guestErrors, 'NOT_ARRIVED'],
    audit: ['arrived'],
    touches: ['events'],
  }),
  /** Somebody we know who is not on the list stands at the door. */
  'events.walkIn': command({
    permission: 'events.write',
    input: z.object({ eventId: id, customerId: id, persons: persons.default(1) }),
    output: z.object({ guestId: z.string() }),
    errors: ['EVENT_NOT_FOUND', 'EVENT_CANCELLED', 'EVENT_NOT_OPEN', 'CUSTOMER_NOT_FOUND'],
    audit: ['arrived'],
    touches: ['events'],
  }),
  /** One more, or one less, whose name nobody asked. */
  'events.countUnnamed': command({
    permission: 'events.write',
    input: z.object({ eventId: id, change: z.union([z.literal(1), z.literal(-1)]) }),
    output: z.object({ unnamed: z.number() }),
    errors: ['EVENT_NOT_FOUND', 'EVENT_CANCELLED', 'EVENT_NOT_OPEN'],
    audit: ['unnamed_persons'],
    touches: ['events'],
  }),
  /** One promise for each of these guests, with the same terms. */
  'events.followUp': command({
    permission: 'events.write',
    input: promiseTerms.extend({ guestIds }),
    output: z.object({ made: z.number() }),
    errors: [...guestErrors, 'CUSTOMER_NOT_FOUND', 'ALREADY_FOLLOWED_UP', ...promiseTermsErrors],
    audit: ['follow_up'],
    touches: ['events', 'promises'],
  }),
  /** Nothing more is needed with these guests; or, taken back, it is. */
  'events.needNoFollowUp': command({
    permission: 'events.write',
    input: z.object({ guestIds, isNeeded: z.boolean().default(false) }),
    output: z.null(),
    errors: [...guestErrors, 'ALREADY_FOLLOWED_UP'],
    audit: ['follow_up'],
    touches: ['events'],
  }),
  'events.noteGuest': command({
    permission: 'events.write',
    input: z.object({ guestId: id, note: text(500) }),
    output: z.null(),
    errors: ['GUEST_NOT_FOUND'],
    audit: ['note'],
    touches: ['events'],
  }),
  /** A guest knows that the event is cancelled. */
  'events.toldCancelled': command({
    permission: 'events.write',
    input: z.object({ guestId: id, channel: z.enum(TOLD_CHANNELS) }),
    output: z.null(),
    errors: ['GUEST_NOT_FOUND', 'EVENT_NOT_CANCELLED'],
    audit: ['told'],
    touches: ['events'],
  }),
  /** Opens the invitation in the machine's own program, or makes its page, and logs itself; or the word that it is cancelled. */
  'events.write': action({
    permission: 'events.write',
    input: z.object({
      guestId: id,
      way: z.enum(INVITATION_WAYS),
      about: z.enum(['invitation', 'cancellation']),
      subject: text(200),
      body: text(8000),
      gateReason: text(300).default(''),
    }),
    output: z.object({ documentId: z.string().nullable(), text: z.string() }),
    errors: [
      ...guestErrors,
      'EVENT_NOT_CANCELLED',
      'HELD_OUT',
      ...conversationErrors,
      'NO_ADDRESS_FOR_CHANNEL',
      'SELLING_NOT_PERMITTED',
      'MESSAGE_EMPTY',
      'PROGRAM_NOT_OPENED',
    ],
    audit: ['invited'],
    touches: ['events', 'conversations', 'consents'],
  }),
  /** A page for each guest who may be written to by post and was not invited yet; each logs itself. */
  'events.printInvitations': action({
    permission: 'events.write',
    input: z.object({ eventId: id }),
    output: z.object({ documentId: z.string(), printed: z.number() }),
    errors: [
      'EVENT_NOT_FOUND',
      'EVENT_CANCELLED',
      'NOBODY_TO_PRINT',
      ...conversationErrors,
      'SELLING_NOT_PERMITTED',
    ],
    audit: ['invited'],
    touches: ['events', 'conversations', 'consents'],
  }),
  /** The list for the door, on paper: in case of no screen. */
  'events.guestList': action({
    permission: 'events.read',
    input: z.object({ eventId: id, language: z.enum(languages) }),
    output: z.object({ documentId: z.string() }),
    errors: ['EVENT_NOT_FOUND'],
    audit: ['guest list'],
    touches: [],
  }),
};
