/**
 * Segments: which customers, by what the app knows about them. A segment is groups of conditions; a customer belongs to it
 * who meets at least one condition of every group. What a condition means in SQL is `conditions.sql.ts`, in words
 * `segment-sentences.ts`.
 */

import { z } from 'zod';
import { CHANNELS, GOODS_CLASSES } from './consent-events';
import { type CivilDate, isCivilDate } from './dates';
import { languages } from './languages';

const name = z.string().trim().min(1).max(120);
const anyName = name.nullable().default(null);
const minor = z.number().int().nonnegative().safe();
const count = z.number().int().min(0).max(100_000);
const days = z.number().int().min(0).max(36_500);
const day = z.string().refine(isCivilDate, { error: 'not a date' });
/** The last so many months; null: ever. */
const months = z.number().int().min(1).max(600).nullable().default(null);
/** True where the condition must not hold. */
const not = z.boolean().default(false);

/** Which important dates of a customer; the birthday is the record's own. */
export const SEGMENT_DATES = ['any', 'birthday', 'anniversary', 'other'] as const;
export const PREFERENCE_KINDS = ['brand', 'metal', 'colour'] as const;
export const SCORES = ['nps', 'csat'] as const;

/** Every kind of condition. One line a kind. */
export const conditionShapes = {
  spend: z.object({
    kind: z.literal('spend'),
    not,
    atLeastMinor: minor.nullable().default(null),
    atMostMinor: minor.nullable().default(null),
    months,
    brand: anyName,
    category: anyName,
  }),
  purchases: z.object({
    kind: z.literal('purchases'),
    not,
    atLeast: count.nullable().default(null),
    atMost: count.nullable().default(null),
    months,
  }),
  'last-purchase': z.object({
    kind: z.literal('last-purchase'),
    not,
    side: z.enum(['before', 'after']),
    date: day,
  }),
  /** Nobody wrote, called or sold anything for so many days. */
  quiet: z.object({ kind: z.literal('quiet'), not, days }),
  bought: z.object({
    kind: z.literal('bought'),
    not,
    brand: anyName,
    category: anyName,
    /** The product's name is kept beside its id, for the sentence. */
    product: z
      .object({ id: z.string().min(1).max(64), name })
      .nullable()
      .default(null),
    months,
  }),
  owns: z.object({
    kind: z.literal('owns'),
    not,
    brand: anyName,
    /** Its warranty ends, its service falls due, within so many days from today. */
    warrantyDays: days.nullable().default(null),
    serviceDays: days.nullable().default(null),
  }),
  /** Null: a member of any tier. */
  vip: z.object({ kind: z.literal('vip'), not, tier: anyName }),
  /** May be written to or called by this way to be offered these goods. */
  consent: z.object({
    kind: z.literal('consent'),
    not,
    channel: z.enum(CHANNELS),
    goodsClass: z.enum(GOODS_CLASSES),
  }),
  language: z.object({ kind: z.literal('language'), not, language: z.enum(languages) }),
  advisor: z.object({ kind: z.literal('advisor'), not, staffId: z.string().min(1).max(64) }),
  place: z.object({ kind: z.literal('place'), not, text: name }),
  date: z.object({
    kind: z.literal('date'),
    not,
    dateKind: z.enum(SEGMENT_DATES),
    days: z.number().int().min(0).max(180),
  }),
  /** Only where the year of birth is known. */
  age: z.object({
    kind: z.literal('age'),
    not,
    atLeast: z.number().int().min(0).max(120).nullable().default(null),
    atMost: z.number().int().min(0).max(120).nullable().default(null),
  }),
  need: z.object({
    kind: z.literal('need'),
    not,
    brand: anyName,
    category: anyName,
    atLeastMinor: minor.nullable().default(null),
  }),
  /** Never bought. */
  prospect: z.object({ kind: z.literal('prospect'), not }),
  complaint: z.object({ kind: z.literal('complaint'), not }),
  score: z.object({
    kind: z.literal('score'),
    not,
    measure: z.enum(SCORES),
    atLeast: z.number().int().min(0).max(10).nullable().default(null),
    atMost: z.number().int().min(0).max(10).nullable().default(null),
  }),
  created: z.object({ kind: z.literal('created'), not, side: z.enum(['before', 'after']), date: day }),
  prefers: z.object({ kind: z.literal('prefers'), not, what: z.enum(PREFERENCE_KINDS), value: name }),
  /** Came to an event of the shop. */
  event: z.object({ kind: z.literal('event'), not, months }),
  /** Was given something by the shop. */
  gift: z.object({ kind: z.literal('gift'), not, months }),
  /** Something of theirs lies in the shop now. */
  'in-repair': z.object({ kind: z.literal('in-repair'), not }),
  repaired: z.object({ kind: z.literal('repaired'), not, months }),
  /** Waits for a scarce watch. */
  interest: z.object({ kind: z.literal('interest'), not, brand: anyName }),
  /** Holds an offer in writing that has not run out. */
  quotation: z.object({ kind: z.literal('quotation'), not }),
  /** Was written to or called in a campaign. */
  campaign: z.object({ kind: z.literal('campaign'), not, months }),
  'campaign-answer': z.object({ kind: z.literal('campaign-answer'), not, months }),
} as const;

export const CONDITION_KINDS = Object.keys(conditionShapes) as (keyof typeof conditionShapes)[];
export type ConditionKind = keyof typeof conditionShapes;

export const conditionShape = z.discriminatedUnion('kind', [
  conditionShapes.spend,
  conditionShapes.purchases,
  conditionShapes['last-purchase'],
  conditionShapes.quiet,
  conditionShapes.bought,
  conditionShapes.owns,
  conditionShapes.vip,
  conditionShapes.consent,
  conditionShapes.language,
  conditionShapes.advisor,
  conditionShapes.place,
  conditionShapes.date,
  conditionShapes.age,
  conditionShapes.need,
  conditionShapes.prospect,
  conditionShapes.complaint,
  conditionShapes.score,
  conditionShapes.created,
  conditionShapes.prefers,
  conditionShapes.event,
  conditionShapes.gift,
  conditionShapes['in-repair'],
  conditionShapes.repaired,
  conditionShapes.interest,
  conditionShapes.quotation,
  conditionShapes.campaign,
  conditionShapes['campaign-answer'],
]);
export type Condition = z.output<typeof conditionShape>;
export type ConditionOf<K extends ConditionKind> = Extract<Condition, { kind: K }>;

/** Groups that must all be met; of the conditions of one group, one is enough. No group: everybody. */
export const segmentRuleShape = z.object({
  groups: z.array(z.object({ any: z.array(conditionShape).min(1).max(10) })).max(12),
});
export type SegmentRule = z.output<typeof segmentRuleShape>;

/** A condition as the form begins with it. */
export function blankCondition(
  kind: ConditionKind,
  { today, staffId }: { readonly today: CivilDate; readonly staffId: string },
): Condition {
  switch (kind) {
    case 'spend':
      return {
        kind,
        not: false,
        atLeastMinor: 100_000_00,
        atMostMinor: null,
        months: null,
        brand: null,
        category: null,
      };
    case 'purchases':
      return { kind, not: false, atLeast: 2, atMost: null, months: null };
    case 'last-purchase':
    case 'created':
      return { kind, not: false, side: 'after', date: `${today.slice(0, 4)}-01-01` };
    case 'quiet':
      return { kind, not: false, days: 180 };
    case 'bought':
      return { kind, not: false, brand: null, category: null, product: null, months: 24 };
    case 'owns':
      return { kind, not: false, brand: null, warrantyDays: null, serviceDays: null };
    case 'vip':
      return { kind, not: false, tier: null };
    case 'consent':
      return { kind, not: false, channel: 'email', goodsClass: 'watches' };
    case 'language':
      return { kind, not: false, language: 'zh-Hant' };
    case 'advisor':
      return { kind, not: false, staffId };
    case 'place':
      return { kind, not: false, text: '' };
    case 'date':
      return { kind, not: false, dateKind: 'birthday', days: 30 };
    case 'age':
      return { kind, not: false, atLeast: 30, atMost: 50 };
    case 'need':
      return { kind, not: false, brand: null, category: null, atLeastMinor: null };
    case 'prospect':
    case 'complaint':
    case 'in-repair':
    case 'quotation':
      return { kind, not: false };
    case 'event':
    case 'gift':
    case 'repaired':
    case 'campaign':
    case 'campaign-answer':
      return { kind, not: false, months: 12 };
    case 'interest':
      return { kind, not: false, brand: null };
    case 'score':
      return { kind, not: false, measure: 'nps', atLeast: 9, atMost: null };
    case 'prefers':
      return { kind, not: false, what: 'metal', value: '' };
  }
}

/** True where nothing is missing, so that the rule can be asked and saved. */
export function isWholeRule(rule: SegmentRule): boolean {
  return segmentRuleShape.safeParse(rule).success;
}
