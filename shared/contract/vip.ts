import { z } from 'zod';
import { languages } from '../domain/languages';
import { capturedConsent, captureErrors } from './consents';
import { namesShape } from './customer-shapes';
import { action, command, query } from './define';
import { id } from './fields';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** The thresholds and pauses a manager may change; all amounts in the shop's currency. */
export const vipRulesSchema = z.object({
  minLifetimeMinor: z.number().int().min(0).nullable(),
  minLast24MonthsMinor: z.number().int().min(0).nullable(),
  minVisits: z.number().int().min(1).nullable(),
  match: z.enum(['any', 'all']),
  declinedPauseMonths: z.number().int().min(0).max(120),
  thinkingFollowUpDays: z.number().int().min(1).max(365),
  pauseOnOpenComplaint: z.boolean(),
});

/** Tiers by what was spent in all; the lowest begins at 0. */
export const vipTiersSchema = z
  .array(z.object({ code: z.string().trim().min(1).max(40), fromMinor: z.number().int().min(0) }))
  .min(1)
  .max(12);

/** Tiers until the manager changed them. */
export const initialTiers: z.output<typeof vipTiersSchema> = [
  { code: 'silver', fromMinor: 0 },
  { code: 'gold', fromMinor: 20_000_000 },
  { code: 'diamond', fromMinor: 100_000_000 },
];

const reasonShape = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type VipReasonShape = z.output<typeof reasonShape>;

const invitationShape = z.object({
  id: z.string(),
  at: z.number(),
  by: z.string().nullable(),
  outcome: z.enum(['accepted', 'declined', 'thinking']),
  askAgainOn: z.string().nullable(),
  note: z.string().nullable(),
});

const person = namesShape.extend({ id: z.string(), number: z.string(), language: z.string() });

/** Who may be invited and why, the invitation itself, membership, welcome. */
export const vipContract = {
  'vip.forCustomer': query({
    permission: 'customers.read',
    input: z.object({ customerId: id }),
    output: z.object({
      eligible: z.boolean(),
      reasons: z.array(reasonShape).readonly(),
      notYet: z.array(reasonShape).readonly(),
      currency: z.string(),
      spendMinor: z.number(),
      /** The tier the spend reaches today, and what is missing to the next. */
      reached: z.string().nullable(),
      next: z.object({ tier: z.string(), missingMinor: z.number() }).nullable(),
      membership: z
        .object({
          cardNumber: z.string(),
          tier: z.string(),
          since: z.string(),
          welcomedAt: z.number().nullable(),
          welcomedHow: z.string().nullable(),
        })
        .nullable(),
      /** Newest first. */
      invitations: z.array(invitationShape),
    }),
    errors: ['CUSTOMER_NOT_FOUND'],
  }),
  /** What the invitation page needs, and nothing else about anybody. */
  'vip.invitation': query({
    permission: 'vip.write',
    input: z.object({ customerId: id }),
    output: z.object({
      person,
      isMinor: z.boolean(),
      isMember: z.boolean(),
      /** Empty when the shop may ask today. */
      pauses: z.array(reasonShape).readonly(),
      isQualified: z.boolean(),
      tier: z.string(),
    }),
    errors: ['CUSTOMER_NOT_FOUND'],
  }),
  /** Qualified and not asked yet, highest spend first. */
  'vip.candidates': query({
    permission: 'customers.read',
    input: z.object({ limit: z.number().int().min(1).max(100).default(20) }),
    output: z.array(z.object({ person, reasons: z.array(reasonShape).readonly(), currency: z.string() })),
    errors: [],
  }),
  /** Those who wanted to think and whose day has come. */
  'vip.followUps': query({
    permission: 'customers.read',
    input: z.object({}),
    output: z.array(z.object({ person, since: z.string(), askOn: z.string(), note: z.string().nullable() })),
    errors: [],
  }),
  /** The answer to an invitation, the consent that came with it, and the card, all or nothing. */
  'vip.invite': command({
    permission: 'vip.write',
    input: z.object({
      customerId: id,
      outcome: z.enum(['accepted', 'declined', 'thinking']),
      /** The form on the page; needed when accepted. */
      consent: capturedConsent.nullable(),
      /** The language of the page, kept with a no or a maybe too. */
      language: z.enum(languages),
      askAgainOn: day.nullable().default(null),
      /** The customer asked by themselves: an earlier no or maybe is no obstacle then. */
      isCustomersWish: z.boolean().default(false),
      note: z.string().max(500).nullable().default(null),
    }),
    output: z.object({
      cardNumber: z.string().nullable(),
      tier: z.string().nullable(),
      confirmationDueAt: z.number().nullable(),
    }),
    errors: [...captureErrors, 'ALREADY_MEMBER', 'VIP_NOT_YET', 'VIP_ASKED_TOO_SOON', 'VIP_CONSENT_NEEDED'],
    audit: ['invitation', 'membership', 'consent'],
    touches: ['vip', 'consents', 'customers'],
  }),
  /** The welcome with the card, ready to print. */
  'vip.welcomeLetter': action({
    permission: 'vip.write',
    input: z.object({ customerId: id, language: z.enum(languages) }),
    output: z.object({ documentId: z.string() }),
    errors: ['CUSTOMER_NOT_FOUND', 'NOT_A_MEMBER'],
    audit: ['welcome'],
    touches: [],
  }),
  /** Opens the welcome as a message, where the customer permits e-mail; tells of the right to opt out (s.35F). */
  'vip.welcomeEmail': action({
    permission: 'vip.write',
    input: z.object({ customerId: id, language: z.enum(languages) }),
    output: z.null(),
    errors: ['CUSTOMER_NOT_FOUND', 'NOT_A_MEMBER', 'NO_EMAIL', 'EMAIL_NOT_PERMITTED', 'MAIL_NOT_OPENED'],
    audit: ['welcome', 'consent'],
    touches: ['vip', 'consents', 'customers', 'conversations'],
  }),
  /** The printed welcome was handed over. */
  'vip.markWelcomed': command({
    permission: 'vip.write',
    input: z.object({ customerId: id }),
    output: z.null(),
    errors: ['CUSTOMER_NOT_FOUND', 'NOT_A_MEMBER'],
    audit: ['welcome'],
    touches: ['vip', 'customers', 'conversations'],
  }),
};
