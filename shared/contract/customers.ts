import { z } from 'zod';
import { languages } from '../domain/languages';
import { RELATIONS } from '../domain/relations';
import { cardShape, customerChanges, customerShape, mergeFields, recordPart } from './customer-shapes';
import { command, query } from './define';
import { id, person } from './fields';

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const saved = z.object({ id: z.string(), version: z.number() });
const noteText = z.string().trim().min(1).max(10_000);

/** The record of each customer: finding, keeping, linking, merging, taking back. */
export const customersContract = {
  'customers.get': query({
    permission: 'customers.read',
    input: z.object({
      id,
      /** A sale at the counter takes the customer's name without opening the record. */
      purpose: z.enum(['look-up', 'counter']).default('look-up'),
    }),
    output: customerShape,
    errors: ['CUSTOMER_NOT_FOUND', 'LOOKUP_REASON_NEEDED'],
  }),
  /** The client book, a page at a time; `cursor` is what the page before said comes next. */
  'customers.list': query({
    permission: 'customers.read',
    input: z.object({
      /** Primary or secondary advisor; null for the whole shop. */
      advisorId: id.nullable().default(null),
      sort: z.enum(['last-purchase', 'spend', 'newest']).default('last-purchase'),
      tier: z.string().max(60).nullable().default(null),
      language: z.enum(languages).nullable().default(null),
      bought: z.enum(['any', 'this-year', 'lapsed', 'never']).default('any'),
      consent: z.enum(['any', 'may', 'may-not', 'never-asked']).default('any'),
      cursor: z.string().max(200).nullable().default(null),
      limit: z.number().int().min(1).max(200).default(60),
    }),
    output: z.object({ rows: z.array(cardShape), next: z.string().nullable() }),
    errors: [],
  }),
  /** The tiers somebody holds, for the filter. */
  'customers.tiers': query({
    permission: 'customers.read',
    input: z.object({}),
    output: z.array(z.string()),
    errors: [],
  }),
  /** Whom this person looked at last, newest first. */
  'customers.recent': query({
    permission: 'customers.read',
    input: z.object({ limit: z.number().int().min(1).max(50).default(12) }),
    output: z.array(cardShape),
    errors: [],
  }),
  /** Somebody opened the record: recent customers, and the look-ups on the day-close sheet. */
  'customers.view': command({
    permission: 'customers.read',
    input: z.object({ id }),
    output: z.null(),
    errors: ['CUSTOMER_NOT_FOUND'],
    audit: ['viewed'],
    touches: ['views'],
  }),
  /** Who this could already be, while somebody types: the same phone or e-mail first, then the same name. */
  'customers.findLike': query({
    permission: 'customers.read',
    input: z.object({
      familyName: z.string().max(80).nullable().default(null),
      givenName: z.string().max(80).nullable().default(null),
      englishName: z.string().max(80).nullable().default(null),
      chineseName: z.string().max(40).nullable().default(null),
      contacts: z.array(z.string().max(200)).max(10).default([]),
      /** Not himself. */
      except: id.nullable().default(null),
    }),
    output: z.array(cardShape.extend({ same: z.array(z.enum(['phone', 'email', 'contact', 'name'])) })),
    errors: [],
  }),
  'customers.create': command({
    permission: 'customers.write',
    input: customerChanges,
    output: saved.extend({ number: z.string() }),
    errors: ['NAME_NEEDED', 'DATE_IMPOSSIBLE', 'ADVISOR_NOT_FOUND'],
    audit: ['customer'],
    touches: ['customers'],
  }),
  /** Changes parts of a record that is still the `version` the form was opened with. */
  'customers.update': command({
    permission: 'customers.write',
    input: z.object({ id, version: z.number().int(), changes: customerChanges }),
    output: saved.extend({ revisionId: z.string().nullable() }),
    errors: [
      'CUSTOMER_NOT_FOUND',
      'CUSTOMER_CHANGED',
      'CUSTOMER_MERGED',
      'NAME_NEEDED',
      'DATE_IMPOSSIBLE',
      'ADVISOR_NOT_FOUND',
    ],
    audit: ['customer'],
    touches: ['customers'],
  }),
  'customers.history': query({
    permission: 'customers.read',
    input: z.object({ id }),
    output: z.array(
      z.object({
        id: z.string(),
        at: z.number(),
        by: z.string().nullable(),
        operation: z.string(),
        /** Of the fields that changed. */
        before: recordPart,
        after: recordPart,
        isUndone: z.boolean(),
        canUndo: z.boolean(),
      }),
    ),
    errors: ['CUSTOMER_NOT_FOUND'],
  }),
  /** Takes one edit back; refused once the same fields were changed again. */
  'customers.undoEdit': command({
    permission: 'customers.write',
    input: z.object({ revisionId: id }),
    output: saved,
    errors: ['EDIT_NOT_FOUND', 'EDIT_OVERTAKEN', 'CUSTOMER_MERGED', 'CUSTOMER_NOT_FOUND'],
    audit: ['customer'],
    touches: ['customers'],
  }),
  'customers.remove': command({
    permission: 'customers.remove',
    input: z.object({ id }),
    output: z.null(),
    errors: ['CUSTOMER_NOT_FOUND'],
    audit: ['deleted'],
    touches: ['customers'],
  }),
  'customers.restore': command({
    permission: 'customers.remove',
    input: z.object({ id }),
    output: z.null(),
    errors: ['CUSTOMER_NOT_FOUND'],
    audit: ['restored'],
    touches: ['customers'],
  }),

  'customers.addNote': command({
    permission: 'customers.write',
    input: z.object({ customerId: id, body: noteText, isDiscreet: z.boolean().default(false) }),
    output: z.object({ id: z.string() }),
    errors: ['CUSTOMER_NOT_FOUND'],
    audit: ['note'],
    touches: ['customers'],
  }),
  'customers.editNote': command({
    permission: 'customers.write',
    input: z.object({ id, body: noteText, isDiscreet: z.boolean() }),
    output: z.null(),
    errors: ['NOTE_NOT_FOUND', 'NOTE_NOT_YOURS'],
    audit: ['note'],
    touches: ['customers'],
  }),
  /** Removes a note, or puts it back. */
  'customers.setNoteRemoved': command({
    permission: 'customers.write',
    input: z.object({ id, isRemoved: z.boolean() }),
    output: z.null(),
    errors: ['NOTE_NOT_FOUND', 'NOTE_NOT_YOURS'],
    audit: ['note'],
    touches: ['customers'],
  }),
  /** Ties two customers together; a discreet tie is seen only from this side. */
  'customers.link': command({
    permission: 'customers.write',
    input: z.object({
      customerId: id,
      otherId: id,
      relation: z.enum(RELATIONS),
      note: z.string().trim().max(300).nullable().default(null),
      isDiscreet: z.boolean().default(false),
    }),
    output: z.object({ id: z.string() }),
    errors: ['CUSTOMER_NOT_FOUND', 'LINK_TO_SELF', 'LINK_EXISTS'],
    audit: ['link'],
    touches: ['customers'],
  }),
  'customers.unlink': command({
    permission: 'customers.write',
    input: z.object({ id }),
    output: z.null(),
    errors: ['LINK_NOT_FOUND'],
    audit: ['link'],
    touches: ['customers'],
  }),

  /** How many customers each advisor looks after, for handing them over. */
  'customers.advisorCounts': query({
    permission: 'customers.reassign',
    input: z.object({}),
    output: z.array(person.extend({ customers: z.number(), isActive: z.boolean() })),
    errors: [],
  }),
  /** Hands all of one advisor's customers to another, as primary and as secondary. */
  'customers.reassign': command({
    permission: 'customers.reassign',
    confirm: true,
    input: z.object({ fromId: id, toId: id }),
    output: z.object({ batchId: z.string(), customers: z.number() }),
    errors: ['ADVISOR_NOT_FOUND', 'ADVISOR_SAME'],
    audit: ['advisor'],
    touches: ['customers'],
  }),
  'customers.undoReassign': command({
    permission: 'customers.reassign',
    input: z.object({ batchId: id }),
    output: z.object({ customers: z.number() }),
    errors: ['EDIT_NOT_FOUND'],
    audit: ['advisor'],
    touches: ['customers'],
  }),

  /** What merging would do: the fields that differ, and how much moves. */
  'customers.mergePreview': query({
    permission: 'customers.merge',
    input: z.object({ keptId: id, mergedId: id }),
    output: z.object({
      kept: cardShape,
      merged: cardShape,
      conflicts: z.array(z.object({ field: z.enum(mergeFields), kept: value, merged: value })),
      moves: z.array(z.object({ what: z.string(), count: z.number() })),
      /** Both hold a card; one of them ends. */
      cards: z.object({ kept: z.string(), merged: z.string() }).nullable(),
    }),
    errors: ['CUSTOMER_NOT_FOUND', 'MERGE_SAME'],
  }),
  'customers.merge': command({
    permission: 'customers.merge',
    input: z.object({
      keptId: id,
      mergedId: id,
      /** Fields whose value comes from the record that disappears. */
      fromMerged: z.array(z.enum(mergeFields)).default([]),
      keepMergedCard: z.boolean().default(false),
    }),
    output: z.object({ mergeId: z.string() }),
    errors: ['CUSTOMER_NOT_FOUND', 'MERGE_SAME'],
    audit: ['merge'],
    touches: ['customers', 'sales', 'items', 'needs', 'recommendations', 'consents', 'vip'],
  }),
  'customers.merges': query({
    permission: 'customers.read',
    input: z.object({ id }),
    output: z.array(z.object({ id: z.string(), at: z.number(), number: z.string(), mergedId: z.string() })),
    errors: [],
  }),
  /** Takes a merge back: every row returns to the record it came from. */
  'customers.unmerge': command({
    permission: 'customers.merge',
    input: z.object({ mergeId: id }),
    output: z.object({ keptId: z.string(), mergedId: z.string() }),
    errors: ['MERGE_NOT_FOUND', 'MERGE_LATER_FIRST'],
    audit: ['merge'],
    touches: ['customers', 'sales', 'items', 'needs', 'recommendations', 'consents', 'vip'],
  }),
};
