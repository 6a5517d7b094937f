import { z } from 'zod';
import { languages } from '../domain/languages';
import { TOLD_CHANNELS } from '../domain/promises';
import {
  ANSWER_CHANNELS,
  GIVE_UP_REASONS,
  JOB_HOLDERS,
  JOB_REFUSALS,
  JOB_STAGES,
  JOB_STEPS,
  OUTLINES,
  SYMPTOMS,
  WORK_KINDS,
} from '../domain/service-jobs';
import { signatureSchema } from '../domain/signature';
import { namesShape } from './customer-shapes';
import { action, command, query } from './define';
import { day, id, optionalWords, person, words } from './fields';
import { pictureTypes } from './products';
import { promiseTermsErrors } from './promises';

/** Largest photograph that is kept, in bytes; the screen makes larger ones smaller first. */
export const largestPhoto = 2 * 1024 * 1024;
/** Most photographs at an intake. */
export const mostPhotos = 6;
export const photoSides = ['front', 'back', 'other'] as const;

const minor = z.number().int().nonnegative().safe();

/** What the shop promises about repairs; a setting. */
export const jobRulesSchema = z.object({
  warrantyMonths: z.number().int().min(0).max(60),
  estimateDays: z.number().int().min(1).max(90),
  readyDays: z.number().int().min(1).max(60),
  answerDays: z.number().int().min(7).max(365),
});

/** Marks on a drawn outline, in percent of its width and height, each with a word. */
export const conditionSchema = z.object({
  outline: z.enum(OUTLINES),
  points: z
    .array(z.object({ x: z.number().min(0).max(100), y: z.number().min(0).max(100), word: words(60) }))
    .max(40),
});
export type Condition = z.output<typeof conditionSchema>;

const photo = z.object({
  side: z.enum(photoSides),
  mime: z.enum(pictureTypes),
  base64: z.base64().max(Math.ceil(largestPhoto / 3) * 4 + 4),
});

/** A job as lists and the board show it. */
export const jobSummary = z.object({
  id: z.string(),
  number: z.string(),
  customer: namesShape.extend({ id: z.string(), number: z.string() }),
  itemId: z.string(),
  itemName: z.string(),
  serial: z.string().nullable(),
  words: z.string(),
  stage: z.enum(JOB_STAGES),
  holder: z.enum(JOB_HOLDERS),
  /** Of the workshop, where it is there. */
  holderName: z.string().nullable(),
  dueOn: z.string(),
  isLate: z.boolean(),
  /** Ready for longer than the shop's rule. */
  isLongReady: z.boolean(),
  /** Told or given an estimate, and no answer for longer than the shop's rule: the return queue. */
  isUnanswered: z.boolean(),
  intakeAt: z.number(),
  readyAt: z.number().nullable(),
  toldAt: z.number().nullable(),
  endedAt: z.number().nullable(),
  isRepaired: z.boolean().nullable(),
  estimateMinor: z.number().nullable(),
  estimateValidUntil: z.string().nullable(),
  currency: z.string(),
  isDiscreet: z.boolean(),
  version: z.number(),
});
export type JobSummary = z.output<typeof jobSummary>;

const jobEvent = z.object({
  id: z.string(),
  at: z.number(),
  by: person,
  step: z.enum(['intake', ...JOB_STEPS]),
  stage: z.enum(JOB_STAGES),
  holder: z.enum(JOB_HOLDERS),
  holderName: z.string().nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  signature: signatureSchema.nullable(),
});

export const jobShape = jobSummary.extend({
  serialRecorded: z.string().nullable(),
  serialCheck: z.enum(['match', 'differs', 'noted', 'none']),
  symptoms: z.array(z.enum(SYMPTOMS)),
  condition: conditionSchema,
  declaredMinor: z.number(),
  mayOpen: z.boolean(),
  mayGoAbroad: z.boolean(),
  wantsPolish: z.boolean(),
  needsWaterTest: z.boolean(),
  contactVerified: z.string(),
  signature: signatureSchema.nullable(),
  language: z.enum(languages),
  intakeBy: person,
  promise: z.object({ id: z.string(), number: z.string() }),
  warrantyEnd: z.string().nullable(),
  /** What may be done next. */
  steps: z.array(z.enum(JOB_STEPS)),
  events: z.array(jobEvent),
  photos: z.array(z.object({ id: z.string(), side: z.enum(photoSides), at: z.number(), sha256: z.string() })),
});
export type Job = z.output<typeof jobShape>;
export type JobEvent = z.output<typeof jobEvent>;

const note = optionalWords(500);
const answer = {
  by: words(120),
  channel: z.enum(ANSWER_CHANNELS),
  at: z.number().int(),
  note,
};

/** One step with its evidence. */
export const jobStepInput = z.discriminatedUnion('step', [
  z.object({ step: z.literal('send'), note }),
  z.object({ step: z.literal('test'), kind: z.enum(['dry', 'wet']), passed: z.boolean(), note }),
  z.object({ step: z.literal('estimate'), minor, validUntil: day, note: words(500) }),
  z.object({
    step: z.literal('approve'),
    ...answer,
    mayOpen: z.boolean().default(false),
    mayGoAbroad: z.boolean().default(false),
  }),
  z.object({ step: z.literal('decline'), ...answer }),
  z.object({ step: z.literal('begin'), note }),
  z.object({ step: z.literal('work'), kind: z.enum(WORK_KINDS), what: words(300), note }),
  z.object({
    step: z.literal('move'),
    to: z.enum(['desk', 'workshop']),
    /** Which workshop; nothing for the desk. */
    name: optionalWords(120),
    isAbroad: z.boolean().default(false),
    note,
  }),
  z.object({ step: z.literal('finish'), note }),
  z.object({ step: z.literal('give-up'), reason: z.enum(GIVE_UP_REASONS), note }),
  z.object({ step: z.literal('tell'), channel: z.enum(TOLD_CHANNELS), at: z.number().int(), note }),
  z.object({
    step: z.literal('collect'),
    /** Whoever collects it instead of the owner; null: the owner. */
    proxy: optionalWords(120),
    hasReceipt: z.boolean(),
    signature: signatureSchema,
    note,
  }),
]);
export type JobStepInput = z.input<typeof jobStepInput>;

const paper = { jobId: id, language: z.enum(languages) };

/** Service jobs: the intake, every step with who holds the item, the collection. */
export const jobsContract = {
  'jobs.board': query({
    permission: 'jobs.read',
    input: z.object({ show: z.enum(['open', 'late', 'ready', 'unanswered', 'ended']).default('open') }),
    output: z.object({
      jobs: z.array(jobSummary),
      counts: z.object({ open: z.number(), late: z.number(), ready: z.number(), unanswered: z.number() }),
    }),
    errors: [],
  }),
  'jobs.forCustomer': query({
    permission: 'jobs.read',
    input: z.object({ customerId: id }),
    output: z.object({ open: z.array(jobSummary), ended: z.array(jobSummary) }),
    errors: ['CUSTOMER_NOT_FOUND'],
  }),
  'jobs.get': query({
    permission: 'jobs.read',
    input: z.object({ jobId: id }),
    output: jobShape,
    errors: ['JOB_NOT_FOUND'],
  }),
  /** The job whose bag label was scanned, by its number. */
  'jobs.byNumber': query({
    permission: 'jobs.read',
    input: z.object({ number: words(40) }),
    output: z.object({ jobId: z.string().nullable() }),
    errors: [],
  }),
  'jobs.photo': query({
    permission: 'jobs.read',
    input: z.object({ photoId: id }),
    output: z.object({ mime: z.string(), base64: z.string() }).nullable(),
    errors: [],
  }),
  /** The signed intake. The item is one of the customer's, or a new one described here. */
  'jobs.take': command({
    permission: 'jobs.write',
    input: z.object({
      customerId: id,
      itemId: id.nullable(),
      newItem: z
        .object({ brand: optionalWords(200), reference: optionalWords(200), description: words(200) })
        .nullable()
        .default(null),
      serialSeen: optionalWords(200),
      /** The serial is not the recorded one, and somebody looked again. */
      isDifferenceSeen: z.boolean().default(false),
      words: words(1000),
      symptoms: z.array(z.enum(SYMPTOMS)).max(SYMPTOMS.length).default([]),
      condition: conditionSchema,
      declaredMinor: minor,
      mayOpen: z.boolean(),
      mayGoAbroad: z.boolean(),
      wantsPolish: z.boolean().default(false),
      needsWaterTest: z.boolean().default(false),
      /** The number or address that was read back to the customer. */
      contactVerified: words(200),
      dueOn: day,
      photos: z.array(photo).max(mostPhotos),
      /** Why there is no photograph of front and back; needed where one is missing. */
      noPhotosReason: optionalWords(200),
      signature: signatureSchema,
      language: z.enum(languages),
    }),
    output: z.object({ jobId: z.string(), number: z.string() }),
    errors: [
      'CUSTOMER_NOT_FOUND',
      'ITEM_NOT_FOUND',
      'JOB_OPEN_FOR_ITEM',
      'SERIAL_DIFFERS',
      'PHOTOS_MISSING',
      'PICTURE_TYPE',
      'PICTURE_TOO_LARGE',
      'JOB_SIGNATURE_NEEDED',
      ...promiseTermsErrors,
    ],
    audit: ['job', 'item'],
    touches: ['jobs', 'promises', 'items', 'customers'],
  }),
  'jobs.step': command({
    permission: 'jobs.write',
    input: z.object({ jobId: id, version: z.number().int(), step: jobStepInput }),
    output: z.object({ version: z.number() }),
    errors: [
      'JOB_NOT_FOUND',
      'JOB_CHANGED',
      'TOLD_IN_THE_FUTURE',
      'JOB_SIGNATURE_NEEDED',
      'WORKSHOP_NEEDED',
      ...JOB_REFUSALS,
    ],
    audit: ['stage', 'holder'],
    touches: ['jobs', 'promises'],
  }),
  'jobs.addPhoto': command({
    permission: 'jobs.write',
    input: photo.extend({ jobId: id }),
    output: z.object({ photoId: z.string() }),
    errors: ['JOB_NOT_FOUND', 'PICTURE_TYPE', 'PICTURE_TOO_LARGE'],
    audit: ['photo'],
    touches: ['jobs'],
  }),
  /** Asks for the machine's camera while photographs are taken, and gives it back; main refuses it at all other times. */
  'jobs.camera': action({
    permission: 'jobs.write',
    input: z.object({ isOpen: z.boolean() }),
    output: z.null(),
    errors: [],
    audit: ['camera'],
    touches: [],
  }),
  /** The signed receipt for the customer. */
  'jobs.receipt': action({
    permission: 'jobs.read',
    input: z.object({ ...paper, format: z.enum(['A4', 'roll80']) }),
    output: z.object({ documentId: z.string() }),
    errors: ['JOB_NOT_FOUND'],
    audit: ['receipt'],
    touches: [],
  }),
  /** The label of the bag: one item a bag. */
  'jobs.label': action({
    permission: 'jobs.read',
    input: z.object(paper),
    output: z.object({ documentId: z.string() }),
    errors: ['JOB_NOT_FOUND'],
    audit: ['label'],
    touches: [],
  }),
};
