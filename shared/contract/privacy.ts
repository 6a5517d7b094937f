import { z } from 'zod';
import { languages } from '../domain/languages';
import {
  ANSWERS,
  ASKS_AS,
  INCIDENT_KINDS,
  INCIDENT_TOLD,
  REFUSAL_GROUNDS,
  REQUEST_CHANNELS,
  REQUEST_KINDS,
} from '../domain/privacy';
import { namesShape } from './customer-shapes';
import { action, command, query } from './define';
import { day, id, optionalWords, person, words } from './fields';
import { retentionContract } from './retention-periods';

export const requestShape = z.object({
  id: z.string(),
  number: z.string(),
  kind: z.enum(REQUEST_KINDS),
  /** Null: somebody of whom nothing is on record. */
  customer: namesShape.extend({ id: z.string(), number: z.string(), isErased: z.boolean() }).nullable(),
  requesterName: z.string().nullable(),
  asksAs: z.enum(ASKS_AS),
  what: z.string(),
  receivedOn: z.string(),
  receivedHow: z.enum(REQUEST_CHANNELS),
  receivedBy: person,
  identity: z.object({ seen: z.string(), on: z.string() }).nullable(),
  dueOn: z.string(),
  /** Negative once the last day has passed; null for an answered one. */
  daysLeft: z.number().nullable(),
  isLate: z.boolean(),
  language: z.enum(languages),
  feeMinor: z.number(),
  currency: z.string(),
  status: z.enum(['open', ...ANSWERS]),
  answer: z
    .object({
      on: z.string(),
      how: z.enum(REQUEST_CHANNELS),
      by: person,
      words: z.string(),
      copyHanded: z.string().nullable(),
      thirdParties: z.array(z.object({ name: z.string(), toldOn: z.string() })),
    })
    .nullable(),
  copyMadeAt: z.number().nullable(),
  version: z.number(),
});
export type PrivacyRequest = z.output<typeof requestShape>;

const event = z.object({
  id: z.string(),
  at: z.number(),
  by: person,
  kind: z.enum(['received', 'identity', 'fee', 'step', 'copy', 'letter', 'answered', 'erased']),
  words: z.string().nullable(),
});
export type PrivacyEvent = z.output<typeof event>;

const refusal = z.object({
  id: z.string(),
  requestId: z.string(),
  number: z.string(),
  kind: z.enum(REQUEST_KINDS),
  ground: z.enum(REFUSAL_GROUNDS),
  reasons: z.string(),
  refusedOn: z.string(),
  keepUntil: z.string(),
  by: person,
});
export type Refusal = z.output<typeof refusal>;

/** Something that needs a manager's eye before a copy is handed over. */
const flagged = z.object({
  table: z.string(),
  rowId: z.string(),
  text: z.string(),
  /** It names somebody whom a link names, it is marked discreet, or it is an attachment that nobody has read. */
  why: z.enum(['names-another', 'discreet', 'attachment']),
});
const rows = z.array(z.object({ table: z.string(), rows: z.number() }));

const incident = z.object({
  id: z.string(),
  number: z.string(),
  kind: z.enum(INCIDENT_KINDS),
  happenedOn: z.string(),
  noticedOn: z.string(),
  what: z.string(),
  dataKinds: z.string(),
  people: z.number(),
  measures: z.string(),
  madeBy: person,
  closed: z.object({ on: z.string(), lesson: z.string() }).nullable(),
  version: z.number(),
  events: z.array(
    z.object({
      id: z.string(),
      at: z.number(),
      by: person,
      kind: z.enum(['told', 'measure', 'letter', 'closed']),
      whom: z.enum(INCIDENT_TOLD).nullable(),
      onDay: z.string(),
      words: z.string(),
    }),
  ),
});
export type Incident = z.output<typeof incident>;

const open = ['REQUEST_NOT_FOUND', 'REQUEST_ANSWERED'] as const;

/** What people ask about their own data, how it is answered, how long data is kept, who was erased, what went wrong. */
export const privacyContract = {
  'privacy.list': query({
    permission: 'privacy.read',
    input: z.object({
      show: z.enum(['open', 'answered']).default('open'),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    output: z.object({ total: z.number(), requests: z.array(requestShape) }),
    errors: [],
  }),
  'privacy.forCustomer': query({
    permission: 'privacy.read',
    input: z.object({ customerId: id }),
    output: z.object({ requests: z.array(requestShape) }),
    errors: ['CUSTOMER_NOT_FOUND'],
  }),
  'privacy.get': query({
    permission: 'privacy.read',
    input: z.object({ requestId: id }),
    output: z.object({ request: requestShape, events: z.array(event), refusal: refusal.nullable() }),
    errors: ['REQUEST_NOT_FOUND'],
  }),
  /** The log book of refusals (s. 27), newest first. */
  'privacy.refusals': query({
    permission: 'privacy.read',
    input: z.object({}),
    output: z.object({ refusals: z.array(refusal) }),
    errors: [],
  }),
  /** Whoever stands at the counter takes a request in; its 40 days run from the day of receipt. */
  'privacy.record': command({
    permission: 'privacy.record',
    input: z.object({
      kind: z.enum(REQUEST_KINDS),
      customerId: id.nullable(),
      /** Needed for somebody who is not on record or asks for another. */
      requesterName: optionalWords(120),
      asksAs: z.enum(ASKS_AS).default('self'),
      what: words(2000),
      receivedOn: day,
      receivedHow: z.enum(REQUEST_CHANNELS),
      identitySeen: optionalWords(200),
      language: z.enum(languages),
    }),
    output: z.object({ requestId: z.string(), number: z.string(), dueOn: z.string() }),
    errors: ['CUSTOMER_NOT_FOUND', 'REQUESTER_NEEDED', 'RECEIVED_IN_THE_FUTURE', 'IDENTITY_NUMBER'],
    audit: ['privacy request'],
    touches: ['privacy', 'consents', 'customers'],
  }),
  'privacy.noteIdentity': command({
    permission: 'privacy.record',
    input: z.object({ requestId: id, seen: words(200) }),
    output: z.null(),
    errors: [...open, 'IDENTITY_NUMBER'],
    audit: ['identity_seen'],
    touches: ['privacy'],
  }),
  'privacy.noteStep': command({
    permission: 'privacy.record',
    input: z.object({ requestId: id, words: words(1000) }),
    output: z.null(),
    errors: ['REQUEST_NOT_FOUND'],
    audit: ['step'],
    touches: ['privacy'],
  }),
  /** A fee for a copy, not excessive (s. 28(2), (3)); correcting costs nothing. */
  'privacy.setFee': command({
    permission: 'privacy.answer',
    input: z.object({ requestId: id, feeMinor: z.number().int().min(0).max(1_000_000_00), why: words(300) }),
    output: z.null(),
    errors: [...open, 'FEE_NOT_ALLOWED'],
    audit: ['fee'],
    touches: ['privacy'],
  }),
  'privacy.answer': command({
    permission: 'privacy.answer',
    input: z.object({
      requestId: id,
      version: z.number().int(),
      answer: z.enum(ANSWERS),
      answeredOn: day,
      answeredHow: z.enum(REQUEST_CHANNELS),
      /** What was done; for a partial answer and a refusal, the reasons in writing. */
      words: words(3000),
      ground: z.enum(REFUSAL_GROUNDS).nullable().default(null),
      copyHanded: optionalWords(200),
      /** Those who had the data within 12 months (s. 23(1)(c)); an empty list says that there was nobody. */
      thirdParties: z
        .array(z.object({ name: words(200), toldOn: day }))
        .max(50)
        .default([]),
    }),
    output: z.null(),
    errors: [
      ...open,
      'REQUEST_CHANGED',
      'ANSWER_NOT_ALLOWED',
      'IDENTITY_NEEDED',
      'GROUND_NEEDED',
      'COPY_NEEDED',
      'ANSWERED_BEFORE_RECEIPT',
      'ANSWERED_IN_THE_FUTURE',
    ],
    audit: ['status', 'answer'],
    touches: ['privacy'],
  }),
  /** What a copy would hold, and what in it may be about somebody else. */
  'privacy.copyPreview': query({
    permission: 'privacy.answer',
    input: z.object({ requestId: id }),
    output: z.object({ held: rows, flagged: z.array(flagged) }),
    errors: ['REQUEST_NOT_FOUND', 'NOTHING_HELD'],
  }),
  /** The copy of everything held: to print, and to save as PDF. Rows named in `leaveOut` are not in it. */
  'privacy.makeCopy': action({
    permission: 'privacy.answer',
    confirm: true,
    input: z.object({ requestId: id, leaveOut: z.array(id).max(5000).default([]) }),
    output: z.object({ documentId: z.string(), rows: z.number() }),
    errors: ['REQUEST_NOT_FOUND', 'NOTHING_HELD', 'REQUEST_ANSWERED', 'IDENTITY_NEEDED'],
    audit: ['export', 'copy of personal data'],
    touches: ['privacy'],
  }),
  /** The same, as a file that a machine can read. */
  'privacy.saveCopy': action({
    permission: 'privacy.answer',
    confirm: true,
    input: z.object({ requestId: id, leaveOut: z.array(id).max(5000).default([]) }),
    output: z.object({ file: z.string().nullable() }),
    errors: ['REQUEST_NOT_FOUND', 'NOTHING_HELD', 'REQUEST_ANSWERED', 'IDENTITY_NEEDED', 'FILE_NOT_WRITTEN'],
    audit: ['export', 'copy of personal data as JSON'],
    touches: ['privacy'],
  }),
  /** The answer as a letter in the requester's language. */
  'privacy.letter': action({
    permission: 'privacy.answer',
    input: z.object({ requestId: id, language: z.enum(languages) }),
    output: z.object({ documentId: z.string() }),
    errors: ['REQUEST_NOT_FOUND', 'REQUEST_OPEN'],
    audit: ['letter'],
    touches: ['privacy'],
  }),
  /** What an erasure would take, what stays and why, and what stands in its way. */
  'privacy.erasePreview': query({
    permission: 'privacy.answer',
    input: z.object({ customerId: id }),
    output: z.object({
      customer: namesShape.extend({ id: z.string(), number: z.string() }),
      goes: rows,
      staysAnonymous: rows,
      contacts: z.number(),
      obstacles: z.array(
        z.object({ kind: z.enum(['job', 'complaint', 'request', 'staff']), number: z.string() }),
      ),
      /** Notes and conversations of others that hold the name: to be looked at by hand. */
      mentions: z.array(z.object({ customerId: z.string(), number: z.string() })),
      backupsUntil: z.string().nullable(),
      cashSales: z.number(),
    }),
    errors: ['CUSTOMER_NOT_FOUND'],
  }),
  /** Cannot be undone. Open requests for it are answered by it. */
  'privacy.erase': action({
    permission: 'privacy.answer',
    confirm: true,
    /** The customer's number, typed by hand. */
    input: z.object({ customerId: id, typedNumber: z.string().trim().max(60) }),
    output: z.object({ rows: z.number(), isIndexClean: z.boolean() }),
    errors: ['CUSTOMER_NOT_FOUND', 'NUMBER_DIFFERS', 'SOMETHING_OPEN', 'IDENTITY_NEEDED'],
    audit: ['erased'],
    touches: [
      'privacy',
      'customers',
      'sales',
      'items',
      'needs',
      'promises',
      'complaints',
      'feedback',
      'conversations',
      'enquiries',
      'quotations',
      'jobs',
      'handovers',
      'consents',
      'vip',
      'views',
      'drafts',
      'oversight',
    ],
  }),
  'privacy.incidents': query({
    permission: 'privacy.answer',
    input: z.object({}),
    output: z.object({ incidents: z.array(incident) }),
    errors: [],
  }),
  'privacy.recordIncident': command({
    permission: 'privacy.answer',
    input: z.object({
      kind: z.enum(INCIDENT_KINDS),
      happenedOn: day,
      noticedOn: day,
      what: words(2000),
      dataKinds: words(500),
      people: z.number().int().min(0).max(10_000_000),
      measures: words(2000),
    }),
    output: z.object({ incidentId: z.string(), number: z.string() }),
    errors: ['RECEIVED_IN_THE_FUTURE'],
    audit: ['incident'],
    touches: ['privacy'],
  }),
  'privacy.noteIncident': command({
    permission: 'privacy.answer',
    input: z.object({
      incidentId: id,
      whom: z.enum(INCIDENT_TOLD).nullable(),
      onDay: day,
      words: words(1000),
    }),
    output: z.null(),
    errors: ['INCIDENT_NOT_FOUND', 'RECEIVED_IN_THE_FUTURE'],
    audit: ['incident event'],
    touches: ['privacy'],
  }),
  'privacy.closeIncident': command({
    permission: 'privacy.answer',
    input: z.object({ incidentId: id, version: z.number().int(), lesson: words(1000) }),
    output: z.null(),
    errors: ['INCIDENT_NOT_FOUND', 'REQUEST_CHANGED', 'INCIDENT_CLOSED'],
    audit: ['lesson'],
    touches: ['privacy'],
  }),
  /** The record for the file, or the letter to the people concerned. */
  'privacy.incidentPaper': action({
    permission: 'privacy.answer',
    input: z.object({ incidentId: id, paper: z.enum(['record', 'letter']), language: z.enum(languages) }),
    output: z.object({ documentId: z.string() }),
    errors: ['INCIDENT_NOT_FOUND'],
    audit: ['incident paper'],
    touches: ['privacy'],
  }),
  ...retentionContract,
};
