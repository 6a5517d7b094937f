import { z } from 'zod';
import { OBSTACLES } from '../domain/contact-gate';
import { ASKED_BY, EVENT_KINDS, INVITATION_WAYS, OWN_EVENT_KINDS, REPLIES } from '../domain/events';
import { languages } from '../domain/languages';
import { TOLD_CHANNELS } from '../domain/promises';
import { namesShape } from './customer-shapes';
import { person } from './fields';

const figures = z.object({
  guests: z.number(),
  invited: z.number(),
  coming: z.number(),
  maybe: z.number(),
  notComing: z.number(),
  unanswered: z.number(),
  expectedPersons: z.number(),
  here: z.number(),
  herePersons: z.number(),
  extraPersons: z.number(),
  missing: z.number(),
});

/** An event of the shop with its figures. */
export const eventShape = z.object({
  id: z.string(),
  number: z.string(),
  kind: z.enum(EVENT_KINDS),
  name: z.string(),
  place: z.string(),
  startsAt: z.number(),
  endsAt: z.number(),
  startsOn: z.string(),
  answerBy: z.string(),
  capacity: z.number().nullable(),
  language: z.enum(languages),
  words: z.string(),
  currency: z.string(),
  budgetMinor: z.number().nullable(),
  spentMinor: z.number().nullable(),
  owner: person,
  stage: z.enum(['coming', 'on', 'past', 'cancelled']),
  cancelReason: z.string().nullable(),
  unnamedPersons: z.number(),
  figures,
  version: z.number(),
});
export type ShopEvent = z.output<typeof eventShape>;

/** A guest, how it stands with them, and how they may be asked. */
export const guestShape = z.object({
  id: z.string(),
  number: z.string(),
  customer: namesShape.extend({ id: z.string(), number: z.string() }),
  /** Last digits of a telephone, for the door. */
  phoneEnd: z.string().nullable(),
  card: z.string().nullable(),
  source: z.enum(['segment', 'added', 'walk-in']),
  invited: z.object({ by: z.enum(ASKED_BY), at: z.number() }).nullable(),
  reply: z
    .object({ reply: z.enum(REPLIES), persons: z.number(), at: z.number(), how: z.enum(TOLD_CHANNELS) })
    .nullable(),
  arrived: z.object({ at: z.number(), persons: z.number() }).nullable(),
  followUp: z.enum(['promise', 'none']).nullable(),
  promiseNumber: z.string().nullable(),
  told: z.object({ at: z.number(), channel: z.enum(TOLD_CHANNELS) }).nullable(),
  note: z.string(),
  /** Null for those who were asked, or came, or where nobody is asked any more. */
  verdict: z
    .object({
      state: z.enum(['may-invite', 'resting', 'no-address', 'in-person']),
      ways: z.array(z.enum(INVITATION_WAYS)),
      /** A key under `consents.reason`. */
      reason: z.string().nullable(),
      obstacles: z.array(z.enum(OBSTACLES)),
    })
    .nullable(),
  /** Programmes whose comparison group they are in and to which this event belongs: not to be invited. */
  heldOutOf: z.string().nullable(),
});
export type EventGuest = z.output<typeof guestShape>;

/** An event of a customer's own. */
export const ownEventShape = z.object({
  id: z.string(),
  kind: z.enum(OWN_EVENT_KINDS),
  name: z.string(),
  place: z.string(),
  heldOn: z.string(),
  words: z.string(),
  isDiscreet: z.boolean(),
  owner: person,
  status: z.enum(['noted', 'marked', 'dropped']),
  outcome: z.string().nullable(),
  version: z.number(),
});
export type OwnEvent = z.output<typeof ownEventShape>;
