import { z } from 'zod';
import { DEFAULT_HOLD_RULES } from '../domain/allocation';
import { AUTO_LOCK } from '../domain/auto-lock';
import { DEFAULT_COMPLAINT_RULES } from '../domain/complaints';
import { DEFAULT_PRESSURE } from '../domain/contact-gate';
import { DEFAULT_SURVEY_RULES } from '../domain/feedback';
import { DEFAULT_OVERSIGHT_RULES } from '../domain/oversight';
import { DEFAULT_QUOTATION_RULES } from '../domain/quotations';
import { DEFAULT_REVIEW_RULES } from '../domain/reviews';
import { DEFAULT_JOB_RULES } from '../domain/service-jobs';
import { DEFAULT_VIP_RULES } from '../domain/vip';
import { complaintRulesSchema } from './complaints';
import { command, query } from './define';
import { surveyRulesSchema } from './feedback';
import { jobRulesSchema } from './jobs';
import { oversightRulesSchema } from './oversight';
import { quotationRulesSchema } from './quotations';
import { reviewRulesSchema } from './reviews';
import { shopDetails } from './setup';
import { updatePlaceSchema } from './updates';
import { initialTiers, vipRulesSchema, vipTiersSchema } from './vip';

/** A rule's schema, and what holds until the manager changed it. */
interface Setting<S extends z.ZodType> {
  readonly schema: S;
  readonly initial: z.output<S>;
}

const setting = <S extends z.ZodType>(schema: S, initial: z.output<S>): Setting<S> => ({ schema, initial });

/**
 * Every rule of the shop that the manager may change. One line a rule; the feature that obeys it reads it with
 * `readSetting` (main/features/shop/shop.sql.ts).
 */
export const shopSettings = {
  /** Minutes without a key or a touch after which the counter locks itself. */
  autoLockMinutes: setting(z.number().int().min(AUTO_LOCK.least).max(AUTO_LOCK.most), AUTO_LOCK.usual),
  /** Who may be invited to VIP, and how long a no is respected. */
  vipRules: setting(vipRulesSchema, DEFAULT_VIP_RULES),
  vipTiers: setting(vipTiersSchema, initialTiers),
  /** The clocks of complaints, and what a remedy may cost without a manager. */
  complaintRules: setting(complaintRulesSchema, DEFAULT_COMPLAINT_RULES),
  /** When a customer is asked how it was, and for how long they are left in peace. */
  surveyRules: setting(surveyRulesSchema, DEFAULT_SURVEY_RULES),
  /** How often the shop may write or call to sell to one customer, over all channels. */
  contactPressure: setting(
    z.object({ most: z.number().int().min(0).max(50), days: z.number().int().min(1).max(365) }),
    DEFAULT_PRESSURE,
  ),
  /** How long an offer holds, and how much discount each role may give. */
  quotationRules: setting(quotationRulesSchema, DEFAULT_QUOTATION_RULES),
  /** Repairs: warranty on the work, and after how many days somebody must ask again. */
  jobRules: setting(jobRulesSchema, DEFAULT_JOB_RULES),
  /** When a look-up needs its reason, and which discounts are reviewed. */
  oversightRules: setting(oversightRulesSchema, DEFAULT_OVERSIGHT_RULES),
  /** How long an offered scarce piece is usually kept for somebody. */
  holdRules: setting(z.object({ usualDays: z.number().int().min(1).max(60) }), DEFAULT_HOLD_RULES),
  /** How often customers of a tier are met for a review. */
  reviewRules: setting(reviewRulesSchema, { months: { ...DEFAULT_REVIEW_RULES.months } }),
  /** Where new versions come from; null: the app asks nobody. */
  updatePlace: setting(updatePlaceSchema, null),
};

export type SettingKey = keyof typeof shopSettings;
export type SettingValue<K extends SettingKey> = (typeof shopSettings)[K]['initial'];

type SettingSchemas = { [K in SettingKey]: (typeof shopSettings)[K]['schema'] };
const allSettings = z.object(
  Object.fromEntries(
    Object.entries(shopSettings).map(([key, { schema }]) => [key, schema]),
  ) as unknown as SettingSchemas,
);

/** The shop's own details and rules: everybody reads them, a manager changes them. */
export const shopContract = {
  'shop.details': query({
    permission: 'shop.read',
    input: z.object({}),
    output: shopDetails.extend({ currency: z.string(), timeZone: z.string() }),
    errors: [],
  }),
  'shop.saveDetails': command({
    permission: 'shop.write',
    input: shopDetails,
    output: z.null(),
    errors: [],
    audit: ['name', 'address', 'hotline', 'email', 'openingHours', 'privacyOfficer', 'defaultLanguage'],
    touches: ['shop', 'settings'],
  }),
  'shop.settings': query({
    permission: 'shop.read',
    input: z.object({}),
    output: allSettings,
    errors: [],
  }),
  /** Only the rules that are given change. Where software comes from is `updates.setPlace`, which asks for the PIN. */
  'shop.saveSettings': command({
    permission: 'shop.write',
    input: allSettings.omit({ updatePlace: true }).partial(),
    output: z.null(),
    errors: [],
    audit: ['settings'],
    touches: ['settings', 'session'],
  }),
};
