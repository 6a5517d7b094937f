import { z } from 'zod';
import { OBSTACLES } from '../domain/contact-gate';
import {
  ASKED_HOW,
  DEFAULT_SURVEY_RULES,
  MOST_CHOICES,
  MOST_QUESTIONS,
  OCCASIONS,
  QUESTION_KINDS,
} from '../domain/feedback';
import { languages } from '../domain/languages';
import { complaintTerms, complaintTermsErrors } from './complaints';
import { namesShape } from './customer-shapes';
import { action, command, query } from './define';
import { day, id, person } from './fields';
import { promiseTerms, promiseTermsErrors } from './promises';

const days = z.number().int().min(0).max(3650);

/** When a customer is asked, and for how long they are left in peace. */
export const surveyRulesSchema = z.object({
  // Rules saved before repairs were asked about lack what came with them.
  isOn: z.boolean().default(DEFAULT_SURVEY_RULES.isOn),
  daysAfter: days,
  withinDays: days,
  isRepairOn: z.boolean().default(DEFAULT_SURVEY_RULES.isRepairOn),
  repairDaysAfter: days.default(DEFAULT_SURVEY_RULES.repairDaysAfter),
  repairWithinDays: days.default(DEFAULT_SURVEY_RULES.repairWithinDays),
  quietDays: days,
  declinedQuietDays: days,
});

const texts = (longest: number) =>
  z.object({
    en: z.string().trim().min(1).max(longest),
    'zh-Hant': z.string().trim().min(1).max(longest),
    'zh-Hans': z.string().trim().min(1).max(longest),
  });
const isUnique = (list: readonly { readonly id: string }[]) =>
  new Set(list.map((one) => one.id)).size === list.length;

const question = z
  .object({
    id,
    kind: z.enum(QUESTION_KINDS),
    text: texts(300),
    choices: z.array(z.object({ id, text: texts(120) })).max(MOST_CHOICES),
  })
  .refine(({ kind, choices }) => (kind === 'choice' ? choices.length >= 2 : choices.length === 0))
  .refine(({ choices }) => isUnique(choices));
const questions = z.array(question).min(1).max(MOST_QUESTIONS).refine(isUnique);

export const surveyShape = z.object({
  id: z.string(),
  name: z.string(),
  isRetired: z.boolean(),
  versionId: z.string(),
  version: z.number(),
  questions,
  /** Of this version; null for the one that comes with the app. */
  madeBy: person.nullable(),
  madeAt: z.number(),
  /** How many answered any of its versions. */
  answers: z.number(),
});
export type Survey = z.output<typeof surveyShape>;

/** What a customer is asked about; null: whatever the rule asks about now, else the last purchase or repair. */
const occasion = z
  .object({ kind: z.enum(OCCASIONS), id })
  .nullable()
  .default(null);

const answers = z.record(id, z.union([z.number(), z.string().max(2000)]));

export const feedbackShape = z.object({
  id: z.string(),
  customer: namesShape.extend({ id: z.string(), number: z.string() }),
  at: z.number(),
  askedBy: person,
  servedBy: person,
  how: z.enum(ASKED_HOW),
  status: z.enum(['answered', 'declined']),
  /** What they were asked about; null: neither a purchase nor a repair. */
  about: z.object({ kind: z.enum(OCCASIONS), number: z.string() }).nullable(),
  survey: z.object({ name: z.string(), version: z.number() }),
  questions,
  answers,
  nps: z.number().nullable(),
  csat: z.number().nullable(),
  /** NPS ≤ 6 or CSAT ≤ 2: offers a complaint or a promise until something came of it. */
  isLow: z.boolean(),
  followUp: z
    .object({
      kind: z.enum(['complaint', 'promise', 'none']),
      number: z.string().nullable(),
      words: z.string().nullable(),
      at: z.number(),
      by: person,
    })
    .nullable(),
});
export type Feedback = z.output<typeof feedbackShape>;

const npsShape = z.object({
  answers: z.number(),
  promoters: z.number(),
  passives: z.number(),
  detractors: z.number(),
  /** −100 to 100; null where nobody answered. */
  score: z.number().nullable(),
});
const csatShape = z.object({
  answers: z.number(),
  satisfied: z.number(),
  share: z.number().nullable(),
  mean: z.number().nullable(),
});
/** By what the answers of a period can be told apart. */
export const TREND_GROUPS = ['person', 'occasion', 'brand', 'category', 'product'] as const;
export type TrendGroup = (typeof TREND_GROUPS)[number];

const scores = z.object({ nps: npsShape, csat: csatShape });

/** Surveys, what customers answered, and what came of it (standards V3 and L4). */
export const feedbackContract = {
  'feedback.surveys': query({
    permission: 'feedback.read',
    input: z.object({ withRetired: z.boolean().default(false) }),
    output: z.array(surveyShape),
    errors: [],
  }),
  /** What the page in front of the customer needs: nothing about anybody else. */
  'feedback.ask': query({
    permission: 'feedback.read',
    input: z.object({ customerId: id }),
    output: z.object({
      person: namesShape.extend({ language: z.string() }),
      /** The first day on which they may be asked again; null: any day. */
      quietUntil: z.string().nullable(),
      hasDeclined: z.boolean(),
      /** Why it had better wait: contacted as often as the shop allows, an open complaint, a late repair. */
      obstacles: z.array(z.enum(OBSTACLES)),
      /** The last purchases and repairs, what the rule asks about now before all others. */
      occasions: z.array(
        z.object({
          kind: z.enum(OCCASIONS),
          id: z.string(),
          number: z.string(),
          on: z.string(),
          isDue: z.boolean(),
        }),
      ),
      surveys: z.array(surveyShape),
    }),
    errors: ['CUSTOMER_NOT_FOUND'],
  }),
  'feedback.forCustomer': query({
    permission: 'feedback.read',
    input: z.object({ customerId: id }),
    /** `isAskDue`: the rule says that they should be asked now. */
    output: z.object({ isAskDue: z.boolean(), feedback: z.array(feedbackShape) }),
    errors: ['CUSTOMER_NOT_FOUND'],
  }),
  'feedback.list': query({
    permission: 'feedback.read',
    input: z.object({
      show: z.enum(['low', 'all']).default('all'),
      limit: z.number().int().min(1).max(500).default(60),
    }),
    output: z.object({ total: z.number(), feedback: z.array(feedbackShape) }),
    errors: [],
  }),
  /**
   * NPS and CSAT of a period with how many answered: the shop's, by month, by whoever served, by purchase and repair, and by
   * what was bought or repaired, where an answer counts for each thing on the receipt. `only` narrows all but the lists to
   * choose from to one of them.
   */
  'feedback.trend': query({
    permission: 'feedback.read',
    input: z.object({
      from: day,
      to: day,
      only: z
        .object({ by: z.enum(TREND_GROUPS), id: z.string().max(200) })
        .nullable()
        .default(null),
    }),
    output: scores.extend({
      asked: z.number(),
      declined: z.number(),
      months: z.array(scores.extend({ month: z.string() })),
      people: z.array(scores.extend({ id: z.string(), name: z.string() })),
      occasions: z.array(scores.extend({ kind: z.enum(OCCASIONS) })),
      brands: z.array(scores.extend({ id: z.string() })),
      categories: z.array(scores.extend({ id: z.string() })),
      products: z.array(
        scores.extend({
          id: z.string(),
          brand: z.string().nullable(),
          name: z.string(),
          chineseName: z.string().nullable(),
        }),
      ),
    }),
    errors: [],
  }),
  /** Answers given at the counter, keyed in from paper, or said on the phone. */
  'feedback.record': command({
    permission: 'feedback.write',
    input: z.object({
      customerId: id,
      versionId: id,
      how: z.enum(ASKED_HOW),
      language: z.enum(languages),
      answers,
      occasion,
    }),
    output: z.object({ feedbackId: z.string(), isLow: z.boolean() }),
    errors: ['CUSTOMER_NOT_FOUND', 'SURVEY_NOT_FOUND', 'FEEDBACK_ANSWERS', 'OCCASION_NOT_FOUND'],
    audit: ['feedback'],
    touches: ['feedback'],
  }),
  /** Would rather not: written down, so that nobody asks again for long. */
  'feedback.decline': command({
    permission: 'feedback.write',
    input: z.object({
      customerId: id,
      versionId: id,
      how: z.enum(ASKED_HOW),
      language: z.enum(languages),
      occasion,
    }),
    output: z.null(),
    errors: ['CUSTOMER_NOT_FOUND', 'SURVEY_NOT_FOUND', 'OCCASION_NOT_FOUND'],
    audit: ['feedback'],
    touches: ['feedback'],
  }),
  /** What a low score led to, in one step: a case, a promise, or nothing and why. */
  'feedback.followUp': command({
    permission: 'feedback.write',
    input: z.object({
      feedbackId: id,
      step: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('complaint'), terms: complaintTerms.omit({ source: true }) }),
        z.object({ kind: z.literal('promise'), terms: promiseTerms }),
        z.object({ kind: z.literal('none'), words: z.string().trim().min(1).max(500) }),
      ]),
    }),
    output: z.object({ number: z.string().nullable() }),
    errors: ['FEEDBACK_NOT_FOUND', 'FEEDBACK_FOLLOWED', ...complaintTermsErrors, ...promiseTermsErrors],
    audit: ['feedback', 'follow-up'],
    touches: ['feedback', 'complaints', 'promises', 'vip'],
  }),
  /** Another wording is another version; answers stay with the one that was asked. */
  'feedback.saveSurvey': command({
    permission: 'surveys.write',
    input: z.object({
      /** Null for a new survey. */
      surveyId: id.nullable(),
      /** The version that was edited, so that nobody's wording is overwritten unseen. */
      version: z.number().int(),
      name: z.string().trim().min(1).max(80),
      questions,
    }),
    output: z.object({ surveyId: z.string(), version: z.number() }),
    errors: ['SURVEY_NOT_FOUND', 'SURVEY_CHANGED'],
    audit: ['name', 'questions'],
    touches: ['feedback'],
  }),
  'feedback.retireSurvey': command({
    permission: 'surveys.write',
    input: z.object({ surveyId: id, isRetired: z.boolean() }),
    output: z.null(),
    errors: ['SURVEY_NOT_FOUND', 'SURVEY_LAST'],
    audit: ['retired_at'],
    touches: ['feedback'],
  }),
  /** The blank form, to be filled in by hand and keyed in. */
  'feedback.printForm': action({
    permission: 'feedback.read',
    input: z.object({ versionId: id, language: z.enum(languages), paper: z.enum(['A5', 'A4']) }),
    output: z.object({ documentId: z.string() }),
    errors: ['SURVEY_NOT_FOUND'],
    audit: ['survey form'],
    touches: [],
  }),
};
