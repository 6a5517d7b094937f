import { z } from 'zod';
import { isCivilDate } from '../domain/dates';
import { OWN_EVENT_KINDS, REPLIES } from '../domain/events';
import { command, query } from './define';
import { ownEventShape } from './event-shapes';
import { id } from './fields';

const text = (longest: number) => z.string().trim().max(longest);

const told = z.object({
  kind: z.enum(OWN_EVENT_KINDS),
  name: text(120).min(1),
  place: text(200).default(''),
  heldOn: z.string().refine(isCivilDate, { error: 'not a date' }),
  words: text(1000).default(''),
  isDiscreet: z.boolean().default(false),
  ownerId: id,
});

/** What customers celebrate or put on, as far as they told us. */
export const ownEventsContract = {
  /** Their own events, and ours to which they were asked. */
  'ownEvents.forCustomer': query({
    permission: 'events.read',
    input: z.object({ customerId: id }),
    output: z.object({
      coming: z.array(ownEventShape),
      past: z.array(ownEventShape),
      ours: z.array(
        z.object({
          eventId: z.string(),
          name: z.string(),
          startsAt: z.number(),
          isInvited: z.boolean(),
          reply: z.enum(REPLIES).nullable(),
          hasCome: z.boolean(),
          isCancelled: z.boolean(),
        }),
      ),
    }),
    errors: ['CUSTOMER_NOT_FOUND'],
  }),
  'ownEvents.note': command({
    permission: 'events.write',
    input: told.extend({ customerId: id }),
    output: z.object({ ownEventId: z.string() }),
    errors: ['CUSTOMER_NOT_FOUND', 'OWNER_NOT_FOUND'],
    audit: ['own event'],
    touches: ['events'],
  }),
  'ownEvents.change': command({
    permission: 'events.write',
    input: told.extend({ ownEventId: id, version: z.number().int() }),
    output: z.object({ version: z.number() }),
    errors: ['OWN_EVENT_NOT_FOUND', 'OWN_EVENT_CHANGED', 'OWNER_NOT_FOUND'],
    audit: ['kind', 'name', 'place', 'held_on', 'words', 'is_discreet', 'owner_id'],
    touches: ['events'],
  }),
  /** What we did for it, or why nothing; null opens it again. */
  'ownEvents.end': command({
    permission: 'events.write',
    input: z.object({
      ownEventId: id,
      end: z.object({ status: z.enum(['marked', 'dropped']), outcome: text(500).min(1) }).nullable(),
    }),
    output: z.null(),
    errors: ['OWN_EVENT_NOT_FOUND'],
    audit: ['status', 'outcome'],
    touches: ['events'],
  }),
};
