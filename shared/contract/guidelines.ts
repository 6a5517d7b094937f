import { z } from 'zod';
import { GUIDELINE_SHELVES, GUIDELINE_TOPICS } from '../domain/guidelines';
import { languages } from '../domain/languages';
import { action, command, query } from './define';
import { day, id } from './fields';

const version = z.number().int().min(1);

const textShape = z.object({ language: z.enum(languages), title: z.string(), body: z.string() });
export type GuidelineText = z.output<typeof textShape>;

const precedenceShape = z.object({
  topic: z.enum(GUIDELINE_TOPICS),
  wins: z.enum(GUIDELINE_SHELVES),
  reason: z.string(),
  at: z.number(),
  by: z.string().nullable(),
});
export type Precedence = z.output<typeof precedenceShape>;

const guidelineShape = z.object({
  id: z.string(),
  number: z.string(),
  shelf: z.enum(GUIDELINE_SHELVES),
  topic: z.enum(GUIDELINE_TOPICS),
  /** In force today, or where nothing is yet, the first to come. */
  version,
  effectiveOn: z.string(),
  isInForce: z.boolean(),
  /** A newer version whose day has not come. */
  coming: z.object({ version, effectiveOn: z.string() }).nullable(),
  texts: z.array(textShape),
  /** Whether who asks has confirmed the version in force. */
  isRead: z.boolean(),
});
export type Guideline = z.output<typeof guidelineShape>;

const newText = z.object({
  language: z.enum(languages),
  title: z.string().trim().min(1).max(200),
  body: z.string().trim().min(1).max(20_000),
});

/** Policies and procedures: versioned, searchable, confirmed as read by everybody who works here. */
export const guidelinesContract = {
  /** Guidelines in force or to come, and which shelf wins on each topic. */
  'guidelines.list': query({
    permission: 'guidelines.read',
    input: z.object({
      topic: z.enum(GUIDELINE_TOPICS).nullable().default(null),
      /** Words that must all be in the title or the text, in any language. */
      words: z.string().trim().max(200).default(''),
    }),
    output: z.object({ guidelines: z.array(guidelineShape), precedence: z.array(precedenceShape) }),
    errors: [],
  }),
  /** Every version of one guideline, word for word, the newest first. */
  'guidelines.versions': query({
    permission: 'guidelines.read',
    input: z.object({ guidelineId: id }),
    output: z.array(
      z.object({
        version,
        effectiveOn: z.string(),
        changeNote: z.string().nullable(),
        publishedAt: z.number(),
        by: z.string().nullable(),
        texts: z.array(textShape),
      }),
    ),
    errors: ['GUIDELINE_NOT_FOUND'],
  }),
  /** Who has confirmed the version in force, and who has not. */
  'guidelines.readers': query({
    permission: 'guidelines.write',
    input: z.object({ guidelineId: id }),
    output: z.array(z.object({ id: z.string(), name: z.string(), readAt: z.number().nullable() })),
    errors: ['GUIDELINE_NOT_FOUND'],
  }),
  /** How many in force who asks has not confirmed; for the manager, everybody else's, too. */
  'guidelines.unread': query({
    permission: 'guidelines.read',
    input: z.object({}),
    output: z.object({
      mine: z.number(),
      others: z.array(z.object({ id: z.string(), name: z.string(), unread: z.number() })),
    }),
    errors: [],
  }),
  /** A new guideline, or the next version of one: every language it exists in at once. */
  'guidelines.publish': command({
    permission: 'guidelines.write',
    input: z.object({
      /** Null: a new guideline. */
      guidelineId: id.nullable(),
      shelf: z.enum(GUIDELINE_SHELVES),
      topic: z.enum(GUIDELINE_TOPICS),
      effectiveOn: day,
      changeNote: z.string().trim().max(500).default(''),
      texts: z.array(newText).min(1).max(languages.length),
    }),
    output: z.object({ guidelineId: z.string(), number: z.string(), version }),
    errors: [
      'GUIDELINE_NOT_FOUND',
      'GUIDELINE_UNCHANGED',
      'CHANGE_NOTE_NEEDED',
      'LANGUAGE_TWICE',
      'EFFECTIVE_IN_THE_PAST',
    ],
    audit: ['guideline'],
    touches: ['guidelines'],
  }),
  /** "I have read this": by whoever is working, for the version in force. */
  'guidelines.confirm': command({
    permission: 'own.write',
    input: z.object({ guidelineId: id, version }),
    output: z.null(),
    errors: ['GUIDELINE_NOT_FOUND', 'GUIDELINE_NOT_IN_FORCE'],
    audit: ['read'],
    touches: ['guidelines'],
  }),
  /** Which shelf wins on a topic where both speak, and why. */
  'guidelines.setPrecedence': command({
    permission: 'guidelines.write',
    input: z.object({
      topic: z.enum(GUIDELINE_TOPICS),
      wins: z.enum(GUIDELINE_SHELVES),
      reason: z.string().trim().min(1).max(500),
    }),
    output: z.null(),
    errors: [],
    audit: ['precedence'],
    touches: ['guidelines'],
  }),
  /** A4: one version in one language, with its number, its date and which shelf wins. */
  'guidelines.print': action({
    permission: 'guidelines.read',
    input: z.object({ guidelineId: id, version, language: z.enum(languages) }),
    output: z.object({ documentId: z.string() }),
    errors: ['GUIDELINE_NOT_FOUND'],
    audit: ['guideline print'],
    touches: [],
  }),
};
