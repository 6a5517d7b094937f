import { z } from 'zod';
import { CAMPAIGN_STATUSES } from '../domain/campaigns';
import { languages } from '../domain/languages';
import { ACTION_KINDS, GOAL_KINDS, heldOutBounds, PROGRAMME_STATES } from '../domain/programmes';
import { namesShape } from './customer-shapes';
import { action, command, query } from './define';
import { day, id, person } from './fields';

const text = (longest: number) => z.string().trim().max(longest);
const minor = z.number().int().min(0).max(1e13);

const goal = z.object({
  kind: z.enum(GOAL_KINDS),
  days: z.number().int().min(1).max(1000),
  /** Hundredths of a percent of the customers, or minor units for each of them. */
  target: minor,
});

const plan = z.object({
  name: text(120).min(1),
  words: text(2000).default(''),
  goal,
  segmentId: id,
  heldOutPercent: z.number().int().min(heldOutBounds.least).max(heldOutBounds.most),
  budgetMinor: minor.nullable(),
  endsOn: day,
  ownerId: id,
});
export type ProgrammePlanInput = z.input<typeof plan>;

const estimate = z.object({ people: z.number(), value: z.number(), low: z.number(), high: z.number() });

export const comparisonShape = z.object({
  treated: estimate,
  heldOut: estimate,
  difference: z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
  verdict: z.enum(['more', 'less', 'chance', 'unknown']),
  isThin: z.boolean(),
});

export const programmeActionShape = z.object({
  id: z.string(),
  kind: z.enum(ACTION_KINDS),
  what: z.string(),
  dueOn: z.string(),
  owner: person,
  event: z.object({ id: z.string(), name: z.string() }).nullable(),
  campaign: z
    .object({ id: z.string(), number: z.string(), name: z.string(), status: z.enum(CAMPAIGN_STATUSES) })
    .nullable(),
  done: z.object({ at: z.number(), by: person }).nullable(),
  outcome: z.string().nullable(),
  spentMinor: z.number().nullable(),
  isLate: z.boolean(),
});
export type ProgrammeAction = z.output<typeof programmeActionShape>;

export const programmeShape = z.object({
  id: z.string(),
  number: z.string(),
  name: z.string(),
  words: z.string(),
  goal,
  segment: z.object({ id: z.string(), name: z.string() }),
  heldOutPercent: z.number(),
  currency: z.string(),
  budgetMinor: z.number().nullable(),
  spentMinor: z.number(),
  owner: person,
  endsOn: z.string(),
  status: z.enum(PROGRAMME_STATES),
  /** Null for a draft. */
  start: z
    .object({
      on: z.string(),
      at: z.number(),
      by: person,
      seed: z.number(),
      method: z.string(),
      audience: z.number(),
      heldOut: z.number(),
      /** The last day that counts; whether it has passed. */
      lastDay: z.string(),
      isOver: z.boolean(),
    })
    .nullable(),
  lesson: z.string().nullable(),
  closedAt: z.number().nullable(),
  actions: z.object({ total: z.number(), done: z.number(), late: z.number() }),
  version: z.number(),
});
export type Programme = z.output<typeof programmeShape>;

const resultShape = comparisonShape.extend({
  /** Customers left out because their record was merged with one of the other group. */
  leftOut: z.number(),
  /** The figure of the programme's group reached the number of the goal. */
  isReached: z.boolean(),
});
export type ProgrammeResult = z.output<typeof resultShape>;

const planErrors = ['SEGMENT_NOT_FOUND', 'OWNER_NOT_FOUND', 'SHARE_ABOVE_WHOLE'] as const;
const foundErrors = ['PROGRAMME_NOT_FOUND'] as const;
const actionErrors = [
  'OWNER_NOT_FOUND',
  'EVENT_NOT_FOUND',
  'PROGRAMME_CLOSED',
  'CAMPAIGN_NOT_FOUND',
  'CAMPAIGN_IS_MADE',
  'CAMPAIGN_TAKEN',
] as const;

const actionTerms = z.object({
  kind: z.enum(ACTION_KINDS),
  what: text(300).min(1),
  dueOn: day,
  ownerId: id,
  /** Only for an event. */
  eventId: id.nullable().default(null),
  /** Only for a campaign: one of this programme, or a draft of none, which becomes one of it. */
  campaignId: id.nullable().default(null),
});

/** Relationship programmes: planned, started once, measured against those who were held out, and learned from. */
export const programmesContract = {
  'programmes.list': query({
    permission: 'programmes.read',
    input: z.object({ show: z.enum(PROGRAMME_STATES).default('running') }),
    output: z.array(programmeShape),
    errors: [],
  }),
  'programmes.get': query({
    permission: 'programmes.read',
    input: z.object({ programmeId: id }),
    output: z.object({
      programme: programmeShape,
      actions: z.array(programmeActionShape),
      /** Null for a draft. */
      result: resultShape.nullable(),
      predecessor: z
        .object({ id: z.string(), number: z.string(), name: z.string(), lesson: z.string().nullable() })
        .nullable(),
      successors: z.array(z.object({ id: z.string(), number: z.string(), name: z.string() })),
    }),
    errors: [...foundErrors],
  }),
  /** Whom it is about, as frozen at the start: those it reaches, or those who are held out. */
  'programmes.members': query({
    permission: 'programmes.read',
    input: z.object({
      programmeId: id,
      group: z.enum(['treated', 'held-out']),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({
      total: z.number(),
      members: z.array(namesShape.extend({ id: z.string(), number: z.string() })),
    }),
    errors: [...foundErrors],
  }),
  /** Draws the lot once more with the seed that was kept, and compares. */
  'programmes.checkLot': query({
    permission: 'programmes.read',
    input: z.object({ programmeId: id }),
    output: z.object({ isAsDrawn: z.boolean(), heldOut: z.number() }),
    errors: [...foundErrors, 'PROGRAMME_NOT_STARTED'],
  }),
  /** Actions of running programmes that are due within days, for Today. */
  'programmes.due': query({
    permission: 'programmes.read',
    input: z.object({ scope: z.enum(['mine', 'shop']).default('mine') }),
    output: z.array(
      programmeActionShape.extend({ programme: z.object({ id: z.string(), name: z.string() }) }),
    ),
    errors: [],
  }),
  'programmes.plan': command({
    permission: 'programmes.write',
    input: plan,
    output: z.object({ programmeId: z.string(), number: z.string() }),
    errors: [...planErrors],
    audit: ['programme'],
    touches: ['programmes'],
  }),
  /** A draft wholly; of one that runs only its words, budget, end and owner. */
  'programmes.change': command({
    permission: 'programmes.write',
    input: plan.extend({ programmeId: id, version: z.number().int() }),
    output: z.object({ version: z.number() }),
    errors: [...foundErrors, 'PROGRAMME_CHANGED', 'PROGRAMME_CLOSED', 'PROGRAMME_STARTED', ...planErrors],
    audit: ['name', 'words', 'goal', 'segment', 'held_out_percent', 'budget_minor', 'ends_on', 'owner_id'],
    touches: ['programmes', 'campaigns'],
  }),
  /** A draft that nobody wants; what has started is kept. */
  'programmes.discard': command({
    permission: 'programmes.write',
    input: z.object({ programmeId: id }),
    output: z.null(),
    errors: [...foundErrors, 'PROGRAMME_STARTED'],
    audit: ['programme'],
    touches: ['programmes', 'campaigns'],
  }),
  'programmes.addAction': command({
    permission: 'programmes.write',
    input: actionTerms.extend({ programmeId: id }),
    output: z.object({ actionId: z.string() }),
    errors: [...foundErrors, ...actionErrors],
    audit: ['action'],
    touches: ['programmes', 'events', 'campaigns'],
  }),
  'programmes.changeAction': command({
    permission: 'programmes.write',
    input: actionTerms.extend({ actionId: id }),
    output: z.null(),
    errors: ['ACTION_NOT_FOUND', ...actionErrors],
    audit: ['kind', 'what', 'due_on', 'owner_id', 'event_id', 'campaign_id'],
    touches: ['programmes', 'events', 'campaigns'],
  }),
  'programmes.removeAction': command({
    permission: 'programmes.write',
    input: z.object({ actionId: id }),
    output: z.null(),
    errors: ['ACTION_NOT_FOUND', 'ACTION_IS_DONE', 'PROGRAMME_CLOSED'],
    audit: ['action'],
    touches: ['programmes', 'events', 'campaigns'],
  }),
  /** Done, with what came of it and what it cost; or not done after all. */
  'programmes.tick': command({
    permission: 'programmes.act',
    input: z.object({
      actionId: id,
      isDone: z.boolean(),
      outcome: text(500).default(''),
      spentMinor: minor.nullable().default(null),
    }),
    output: z.null(),
    errors: ['ACTION_NOT_FOUND', 'PROGRAMME_CLOSED', 'PROGRAMME_NOT_STARTED'],
    audit: ['done', 'outcome', 'spent_minor'],
    touches: ['programmes'],
  }),
  /** With what was learned. */
  'programmes.close': command({
    permission: 'programmes.write',
    input: z.object({ programmeId: id, lesson: text(2000).min(1) }),
    output: z.null(),
    errors: [...foundErrors, 'PROGRAMME_CLOSED', 'PROGRAMME_NOT_STARTED'],
    audit: ['status', 'lesson'],
    touches: ['programmes', 'campaigns'],
  }),
  /** Closed by mistake. */
  'programmes.reopen': command({
    permission: 'programmes.write',
    input: z.object({ programmeId: id }),
    output: z.null(),
    errors: [...foundErrors, 'PROGRAMME_NOT_CLOSED'],
    audit: ['status'],
    touches: ['programmes', 'campaigns'],
  }),
  /** A new draft with the same goal, audience and actions, moved to today; the lesson of this one goes along. */
  'programmes.copy': command({
    permission: 'programmes.write',
    input: z.object({ programmeId: id }),
    output: z.object({ programmeId: z.string(), number: z.string() }),
    errors: [...foundErrors],
    audit: ['programme'],
    touches: ['programmes'],
  }),
  /** Freezes the audience, draws the lot, and begins. Cannot be taken back. */
  'programmes.start': action({
    permission: 'programmes.write',
    input: z.object({ programmeId: id, version: z.number().int() }),
    output: z.object({ audience: z.number(), heldOut: z.number() }),
    errors: [
      ...foundErrors,
      'PROGRAMME_CHANGED',
      'PROGRAMME_STARTED',
      'SEGMENT_NOT_FOUND',
      'AUDIENCE_TOO_SMALL',
      'AUDIENCE_TOO_LARGE',
    ],
    audit: ['status', 'members'],
    touches: ['programmes', 'campaigns'],
  }),
  /** The result on one page. */
  'programmes.sheet': action({
    permission: 'programmes.read',
    input: z.object({ programmeId: id, language: z.enum(languages) }),
    output: z.object({ documentId: z.string() }),
    errors: [...foundErrors],
    audit: ['programme result'],
    touches: [],
  }),
};
