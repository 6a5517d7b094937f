import { z } from 'zod';
import { GOODS_CLASSES } from '../domain/consent-events';
import { CONTACT_CHANNELS } from '../domain/contact-channels';
import { OBSTACLES, PAUSES } from '../domain/contact-gate';
import {
  CONVERSATION_CHANNELS,
  CONVERSATION_OUTCOMES,
  CONVERSATION_PURPOSES,
  DIRECTIONS,
} from '../domain/conversations';
import { languages } from '../domain/languages';
import { MERGE_FIELDS } from '../domain/templates';
import { namesShape } from './customer-shapes';
import { action, command, query } from './define';
import { day, id, person } from './fields';
import { promiseTerms, promiseTermsErrors } from './promises';

const text = (longest: number) => z.string().trim().max(longest);

/** Largest file that is kept with a conversation, in bytes; and how many. */
export const largestAttachment = 5 * 1024 * 1024;
export const mostAttachments = 5;
/** What may be kept: papers, pictures, mails, voices. Nothing that a machine would run. */
export const attachmentExtensions = [
  ...['pdf', 'png', 'jpg', 'jpeg', 'webp', 'heic', 'txt', 'csv', 'eml', 'msg', 'vcf', 'ics'],
  ...['docx', 'xlsx', 'odt', 'ods', 'mp3', 'm4a', 'ogg', 'opus', 'wav', 'mp4'],
] as const;

const attachmentShape = z.object({
  id: z.string(),
  name: z.string(),
  size: z.number(),
  sha256: z.string(),
});

export const conversationShape = z.object({
  id: z.string(),
  number: z.string(),
  customer: namesShape.extend({ id: z.string(), number: z.string() }),
  at: z.number(),
  channel: z.enum(CONVERSATION_CHANNELS),
  direction: z.enum(DIRECTIONS),
  purpose: z.enum(CONVERSATION_PURPOSES),
  goodsClass: z.enum(GOODS_CLASSES).nullable(),
  staff: person,
  subject: z.string().nullable(),
  words: z.string(),
  /** Null: begun from here, and nobody said yet what came of it. */
  outcome: z.enum(CONVERSATION_OUTCOMES).nullable(),
  isDiscreet: z.boolean(),
  /** What the gate said of a selling contact of ours; null for everything else. */
  gate: z.enum(['open', 'overridden', 'unpermitted']).nullable(),
  obstacles: z.array(z.enum(OBSTACLES)),
  gateReason: z.string().nullable(),
  attachments: z.array(attachmentShape),
  isCorrected: z.boolean(),
  version: z.number(),
});
export type Conversation = z.output<typeof conversationShape>;

/** What was said: the fields that are written down and may be corrected. */
const said = z.object({
  /** Absent: just now. */
  at: z.number().int().optional(),
  channel: z.enum(CONVERSATION_CHANNELS),
  direction: z.enum(DIRECTIONS),
  purpose: z.enum(CONVERSATION_PURPOSES).default('service'),
  goodsClass: z.enum(GOODS_CLASSES).nullable().default(null),
  subject: text(200).default(''),
  words: text(8000).default(''),
  outcome: z.enum(CONVERSATION_OUTCOMES).nullable().default(null),
  isDiscreet: z.boolean().default(false),
});

const newAttachment = z.object({
  name: z.string().trim().min(1).max(200),
  base64: z.base64().max(Math.ceil(largestAttachment / 3) * 4 + 4),
});

const pressureShape = z.object({
  count: z.number(),
  most: z.number(),
  days: z.number(),
  freeAt: z.number().nullable(),
});

export const gateShape = z.object({
  state: z.enum(['open', 'needs-reason', 'closed']),
  /** A key under `consents.reason`; null unless closed. */
  reason: z.string().nullable(),
  obstacles: z.array(z.enum(OBSTACLES)),
  pressure: pressureShape,
  firstUseNoticeDue: z.boolean(),
});

/** The ways to reach somebody, and what may go by each. */
const wayShape = z.object({
  channel: z.enum(CONTACT_CHANNELS),
  /** The number or address it would go to; null where the record has none. */
  address: z.string().nullable(),
  isPreferred: z.boolean(),
  /** Classes of goods that may be offered by this way today. */
  maySell: z.array(z.enum(GOODS_CLASSES)),
});

/** The codes with which `logConversation` may refuse, for every operation that ends in a conversation. */
export const conversationErrors = [
  'CUSTOMER_NOT_FOUND',
  'CONVERSATION_IN_THE_FUTURE',
  'GOODS_CLASS_NEEDED',
  'CONTACT_REASON_NEEDED',
] as const;

/** What was said with customers, by whatever way; and what must be known before the shop writes or calls. */
export const conversationsContract = {
  'conversations.list': query({
    permission: 'conversations.read',
    input: z.object({
      scope: z.enum(['mine', 'shop']).default('shop'),
      channel: z.enum(CONVERSATION_CHANNELS).nullable().default(null),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({ total: z.number(), conversations: z.array(conversationShape) }),
    errors: [],
  }),
  /** Selling contacts that went past the gate, the last first: for the manager. */
  'conversations.pastGate': query({
    permission: 'conversations.review',
    input: z.object({ limit: z.number().int().min(1).max(500).default(100) }),
    output: z.object({ total: z.number(), conversations: z.array(conversationShape) }),
    errors: [],
  }),
  'conversations.forCustomer': query({
    permission: 'conversations.read',
    input: z.object({ customerId: id, limit: z.number().int().min(1).max(200).default(5) }),
    output: z.object({
      total: z.number(),
      conversations: z.array(conversationShape),
      /** The last time the customer said something or bought; days since. */
      lastContact: z.object({ at: z.number(), days: z.number() }).nullable(),
    }),
    errors: ['CUSTOMER_NOT_FOUND'],
  }),
  /** One conversation and what stood before each correction, oldest first. */
  'conversations.history': query({
    permission: 'conversations.read',
    input: z.object({ conversationId: id }),
    output: z.object({
      conversation: conversationShape,
      revisions: z.array(
        z.object({
          id: z.string(),
          version: z.number(),
          at: z.number(),
          by: person,
          kind: z.enum(['outcome', 'corrected']),
          reason: z.string().nullable(),
          before: said.extend({ at: z.number() }),
        }),
      ),
    }),
    errors: ['CONVERSATION_NOT_FOUND'],
  }),
  /** How often each way was answered, of what went out between two dates. */
  'conversations.responseRates': query({
    permission: 'conversations.read',
    input: z.object({ from: day, to: day }),
    output: z.array(z.object({ channel: z.enum(CONTACT_CHANNELS), sent: z.number(), answered: z.number() })),
    errors: [],
  }),
  'conversations.log': command({
    permission: 'conversations.write',
    input: said.extend({
      customerId: id,
      attachments: z.array(newAttachment).max(mostAttachments).default([]),
      /** Becomes a promise. */
      nextStep: promiseTerms.nullable().default(null),
      /** Why a selling contact of ours went past the gate. */
      gateReason: text(300).default(''),
    }),
    output: z.object({
      conversationId: z.string(),
      number: z.string(),
      promiseNumber: z.string().nullable(),
    }),
    errors: [...conversationErrors, 'ATTACHMENT_TYPE', 'ATTACHMENT_TOO_LARGE', ...promiseTermsErrors],
    audit: ['conversation'],
    touches: ['conversations', 'promises'],
  }),
  /** Another wording, time or kind; what stood before stays, with the reason. */
  'conversations.correct': command({
    permission: 'conversations.write',
    input: said.extend({
      at: z.number().int(),
      conversationId: id,
      version: z.number().int(),
      reason: text(300).min(1),
    }),
    output: z.object({ version: z.number() }),
    errors: [
      'CONVERSATION_NOT_FOUND',
      'CONVERSATION_CHANGED',
      'CONVERSATION_IN_THE_FUTURE',
      'GOODS_CLASS_NEEDED',
    ],
    audit: ['at', 'channel', 'direction', 'purpose', 'words', 'outcome'],
    touches: ['conversations'],
  }),
  /** What came of a call or a message that was begun from here. */
  'conversations.noteOutcome': command({
    permission: 'conversations.write',
    input: z.object({
      conversationId: id,
      outcome: z.enum(CONVERSATION_OUTCOMES),
      /** What was said, beside what was prepared. */
      words: text(4000).default(''),
      /** On the telephone the customer was told of the right to opt out (s.35F). */
      wasNoticeSaid: z.boolean().default(false),
      nextStep: promiseTerms.nullable().default(null),
    }),
    output: z.object({ promiseNumber: z.string().nullable() }),
    errors: ['CONVERSATION_NOT_FOUND', 'OUTCOME_KNOWN', 'CUSTOMER_NOT_FOUND', ...promiseTermsErrors],
    audit: ['outcome'],
    touches: ['conversations', 'promises', 'consents'],
  }),
  /** Asks where, and writes the file there; null when the person changed their mind. */
  'conversations.saveAttachment': action({
    permission: 'conversations.read',
    input: z.object({ attachmentId: id }),
    output: z.object({ file: z.string().nullable() }),
    errors: ['ATTACHMENT_NOT_FOUND', 'ATTACHMENT_DAMAGED'],
    audit: ['attachment'],
    touches: ['oversight'],
  }),
  /** What must be known before any contact: when we last spoke, what is preferred, what is permitted. */
  'conversations.beforeContact': query({
    permission: 'conversations.read',
    input: z.object({ customerId: id }),
    output: z.object({
      language: z.enum(languages),
      preferredChannel: z.enum(CONTACT_CHANNELS).nullable(),
      contactHours: z.string().nullable(),
      discretion: z.string().nullable(),
      lastContact: z.object({ at: z.number(), days: z.number() }).nullable(),
      /** The last conversation of all, answered or not. */
      last: conversationShape.nullable(),
      pauses: z.array(z.enum(PAUSES)),
      pressure: pressureShape,
      ways: z.array(wayShape),
    }),
    errors: ['CUSTOMER_NOT_FOUND'],
  }),
  /** A template filled in for this customer, and whether it may go. Reads only. */
  'conversations.preview': query({
    permission: 'conversations.read',
    input: z.object({
      customerId: id,
      channel: z.enum(CONTACT_CHANNELS),
      language: z.enum(languages),
      purpose: z.enum(CONVERSATION_PURPOSES),
      goodsClass: z.enum(GOODS_CLASSES).nullable(),
      subject: z.string().max(200),
      body: z.string().max(8000),
    }),
    output: z.object({
      subject: z.string(),
      body: z.string(),
      /** Fields for which there is nothing on the record. */
      missing: z.array(z.enum(MERGE_FIELDS)),
      /** Null for a service message. */
      gate: gateShape.nullable(),
      /** What is added by itself: the right to opt out; null where it is not due. */
      notice: z.string().nullable(),
    }),
    errors: ['CUSTOMER_NOT_FOUND', 'GOODS_CLASS_NEEDED'],
  }),
  /**
   * Opens the message in the machine's own program, or prepares the page, and logs itself. A selling message without
   * permission is refused, whatever the reason.
   */
  'conversations.prepare': action({
    permission: 'conversations.write',
    input: z.object({
      customerId: id,
      channel: z.enum(CONTACT_CHANNELS),
      language: z.enum(languages),
      purpose: z.enum(CONVERSATION_PURPOSES),
      goodsClass: z.enum(GOODS_CLASSES).nullable(),
      template: z.object({ id, version: z.number().int() }).nullable().default(null),
      subject: text(200),
      /** As it goes out, braces filled in; the notice of s.35F is added here where it is due. */
      body: text(8000),
      isDiscreet: z.boolean().default(false),
      gateReason: text(300).default(''),
    }),
    output: z.object({
      conversationId: z.string(),
      number: z.string(),
      /** A letter or fax page to preview and print. */
      documentId: z.string().nullable(),
      /** The whole text, for programs that cannot be opened with it. */
      text: z.string(),
    }),
    errors: [
      ...conversationErrors,
      'NO_ADDRESS_FOR_CHANNEL',
      'SELLING_NOT_PERMITTED',
      'MESSAGE_EMPTY',
      'PROGRAM_NOT_OPENED',
    ],
    audit: ['conversation'],
    touches: ['conversations', 'consents'],
  }),
  /** An address label for an envelope; says nothing and logs nothing. */
  'conversations.label': action({
    permission: 'conversations.read',
    input: z.object({ customerId: id }),
    output: z.object({ documentId: z.string() }),
    errors: ['CUSTOMER_NOT_FOUND', 'NO_ADDRESS_FOR_CHANNEL'],
    audit: ['label'],
    touches: [],
  }),
};
