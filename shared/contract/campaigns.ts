import { z } from 'zod';
import {
  CAMPAIGN_CHANNELS,
  CAMPAIGN_RESPONSES,
  CAMPAIGN_STATUSES,
  EXCLUSIONS,
  MAILING_OUTPUTS,
} from '../domain/campaigns';
import { GOODS_CLASSES } from '../domain/consent-events';
import { languages } from '../domain/languages';
import { PROGRAMME_STATES } from '../domain/programmes';
import { MERGE_FIELDS } from '../domain/templates';
import { namesShape } from './customer-shapes';
import { action, command, query } from './define';
import { day, id, person } from './fields';

const customerShape = namesShape.extend({ id: z.string(), number: z.string() });

const textShape = z.object({ subject: z.string().trim().max(200), body: z.string().trim().max(4000) });
export const campaignTextsShape = z.object({ en: textShape, 'zh-Hant': textShape, 'zh-Hans': textShape });

export type CampaignTexts = z.output<typeof campaignTextsShape>;

/** What somebody decides about a campaign. */
const terms = z.object({
  name: z.string().trim().min(1).max(80),
  ownerId: id,
  segmentId: id,
  channel: z.enum(CAMPAIGN_CHANNELS),
  goodsClass: z.enum(GOODS_CLASSES),
  template: z.object({ id, version: z.number().int() }).nullable(),
  texts: campaignTextsShape,
  startsOn: day,
  endsOn: day.nullable(),
  salesDays: z.number().int().min(1).max(365),
  /** The programme it is an action of: whoever that holds out for comparison is left out of it. */
  programmeId: id.nullable().default(null),
});

const figuresShape = z.object({
  written: z.number(),
  answered: z.number(),
  no: z.number(),
  optedOut: z.number(),
  notReached: z.number(),
  bought: z.number(),
  amountMinor: z.number(),
});

export const campaignShape = terms.omit({ ownerId: true, segmentId: true, programmeId: true }).extend({
  id: z.string(),
  number: z.string(),
  owner: person,
  segment: person,
  programme: person.extend({ number: z.string(), status: z.enum(PROGRAMME_STATES) }).nullable(),
  /** Whoever any other running programme holds out is left out, too. */
  leavesOutOthers: z.boolean(),
  status: z.enum(CAMPAIGN_STATUSES),
  madeAt: z.number().nullable(),
  sentAt: z.number().nullable(),
  closedAt: z.number().nullable(),
  lesson: z.string().nullable(),
  version: z.number(),
  figures: figuresShape,
  currency: z.string(),
});
export type Campaign = z.output<typeof campaignShape>;

const entryShape = z.object({
  id: z.string(),
  campaign: z.object({
    id: z.string(),
    number: z.string(),
    name: z.string(),
    channel: z.enum(CAMPAIGN_CHANNELS),
    status: z.enum(CAMPAIGN_STATUSES),
  }),
  customer: customerShape,
  advisor: person,
  at: z.number(),
  /** False: claimed, and its file was not written yet. */
  isWritten: z.boolean(),
  response: z.enum(CAMPAIGN_RESPONSES).nullable(),
  responseAt: z.number().nullable(),
  words: z.string().nullable(),
  /** Bought within the days, in minor units of the shop's currency; null where nothing was. */
  boughtMinor: z.number().nullable(),
});
export type CampaignEntry = z.output<typeof entryShape>;

const makingShape = z.object({
  id: z.string(),
  at: z.number(),
  by: person,
  kind: z.string(),
  isAgain: z.boolean(),
  people: z.number(),
  files: z.number(),
  isFinished: z.boolean(),
});

/** Names shown of each group of an audience; the totals count everybody. */
export const shownOfAudience = 300;

const audienceGroup = z.object({
  total: z.number(),
  people: z.array(
    z.object({
      customer: customerShape,
      /**
       * A key under `consents.reason` or `conversations.obstacle`, or the name of the programme that holds them out; null
       * where the group says it all.
       */
      why: z.string().nullable(),
    }),
  ),
});

const madeErrors = ['CAMPAIGN_NOT_FOUND', 'CAMPAIGN_IS_CLOSED', 'FILE_NOT_WRITTEN'] as const;

/** Campaigns: one message to a segment, to each person once, with permission, and what came of it (standard V5). */
export const campaignsContract = {
  'campaigns.list': query({
    permission: 'campaigns.read',
    input: z.object({ show: z.enum(['running', 'closed']).default('running') }),
    output: z.array(campaignShape),
    errors: [],
  }),
  'campaigns.get': query({
    permission: 'campaigns.read',
    input: z.object({ campaignId: id }),
    output: z.object({ campaign: campaignShape, makings: z.array(makingShape), toWrite: z.number() }),
    errors: ['CAMPAIGN_NOT_FOUND'],
  }),
  /** Who was written to, those who answered last first; an advisor sees their own customers. */
  'campaigns.entries': query({
    permission: 'campaigns.read',
    input: z.object({
      campaignId: id,
      show: z.enum(['all', 'waiting', 'answered', 'bought']).default('all'),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({ total: z.number(), entries: z.array(entryShape) }),
    errors: ['CAMPAIGN_NOT_FOUND'],
  }),
  /** What was or will be sent for a programme, by its day. */
  'campaigns.forProgramme': query({
    permission: 'campaigns.read',
    input: z.object({ programmeId: id }),
    output: z.array(campaignShape),
    errors: [],
  }),
  'campaigns.forCustomer': query({
    permission: 'campaigns.read',
    input: z.object({ customerId: id }),
    output: z.array(entryShape),
    errors: ['CUSTOMER_NOT_FOUND'],
  }),
  /** What this customer would get, in their language. Reads only. */
  'campaigns.preview': query({
    permission: 'campaigns.read',
    input: terms
      .pick({ channel: true, goodsClass: true, texts: true, ownerId: true, programmeId: true })
      .extend({ customerId: id, leavesOutOthers: z.boolean().default(false) }),
    output: z.object({
      language: z.enum(languages),
      subject: z.string(),
      body: z.string(),
      address: z.string().nullable(),
      missing: z.array(z.enum(MERGE_FIELDS)),
      /** What is added by itself: the right to opt out, how to unsubscribe. */
      added: z.array(z.string()),
      exclusion: z.enum(EXCLUSIONS).nullable(),
      why: z.string().nullable(),
    }),
    errors: ['CUSTOMER_NOT_FOUND'],
  }),
  /** A new campaign or a change; once it was made, only its name, owner, dates and days change. */
  'campaigns.save': command({
    permission: 'campaigns.write',
    input: terms.extend({ campaignId: id.nullable(), version: z.number().int().default(0) }),
    output: z.object({ campaignId: z.string(), number: z.string(), version: z.number() }),
    errors: [
      'CAMPAIGN_NOT_FOUND',
      'CAMPAIGN_CHANGED',
      'CAMPAIGN_IS_MADE',
      'CAMPAIGN_DATES',
      'SEGMENT_NOT_FOUND',
      'OWNER_NOT_FOUND',
      'TEMPLATE_FIELD_UNKNOWN',
      'PROGRAMME_NOT_FOUND',
      'PROGRAMME_CLOSED',
    ],
    audit: ['campaign'],
    touches: ['campaigns', 'programmes'],
  }),
  /** A draft for a programme: its segment, its owner and, of the action it is, the words and the day. */
  'campaigns.beginFor': command({
    permission: 'campaigns.write',
    input: z.object({ programmeId: id, actionId: id.nullable().default(null) }),
    output: z.object({ campaignId: z.string(), number: z.string() }),
    errors: ['PROGRAMME_NOT_FOUND', 'PROGRAMME_CLOSED', 'ACTION_NOT_FOUND', 'ACTION_HAS_CAMPAIGN'],
    audit: ['campaign', 'programme'],
    touches: ['campaigns', 'programmes'],
  }),
  /** Whether it leaves out whoever any other running programme holds out; until somebody was written to. */
  'campaigns.leaveOutOthers': command({
    permission: 'campaigns.write',
    input: z.object({ campaignId: id, leavesOutOthers: z.boolean() }),
    output: z.null(),
    errors: ['CAMPAIGN_NOT_FOUND', 'CAMPAIGN_IS_MADE'],
    audit: ['leaves_out_others'],
    touches: ['campaigns'],
  }),
  /** The same once more, as a draft: to be adjusted and made anew. */
  'campaigns.copy': command({
    permission: 'campaigns.write',
    input: z.object({ campaignId: id, name: z.string().trim().min(1).max(80) }),
    output: z.object({ campaignId: z.string(), number: z.string() }),
    errors: ['CAMPAIGN_NOT_FOUND'],
    audit: ['campaign'],
    touches: ['campaigns', 'programmes'],
  }),
  /** Goes through the whole segment before anything is made: who gets it, who does not and why. Writes nothing. */
  'campaigns.audience': action({
    permission: 'campaigns.write',
    input: z.object({ campaignId: id }),
    output: z.object({
      members: z.number(),
      receive: audienceGroup,
      excluded: z.array(audienceGroup.extend({ exclusion: z.enum(EXCLUSIONS) })),
      /** Those of the receivers whom another running programme holds out, with its name. */
      compared: audienceGroup,
    }),
    errors: ['CAMPAIGN_NOT_FOUND'],
    audit: ['audience'],
    touches: [],
  }),
  /**
   * An export of names: asks for a folder, claims everybody who may be written to (the rules are asked again for each, and
   * the conversation logs itself), then writes the files. Whoever has it already is passed over, so it may run again.
   */
  'campaigns.exportMailing': action({
    permission: 'campaigns.write',
    confirm: true,
    input: z.object({ campaignId: id, outputs: z.array(z.enum(MAILING_OUTPUTS)).min(1).max(2) }),
    output: z.object({
      /** Null: the person changed their mind about the folder, and nothing was made. */
      folder: z.string().nullable(),
      people: z.number(),
      files: z.array(z.string()),
    }),
    errors: [
      ...madeErrors,
      'MAILING_OUTPUT',
      'CAMPAIGN_TEXT_EMPTY',
      'CAMPAIGN_TEXT_GAPS',
      'CAMPAIGN_NOBODY',
      'LOT_NOT_DRAWN',
    ],
    audit: ['campaign', 'entries'],
    touches: ['campaigns', 'conversations', 'oversight', 'programmes'],
  }),
  /** An export of the same names once more, of one making: nobody is written to anew, and whoever opted out is left out. */
  'campaigns.exportAgain': action({
    permission: 'campaigns.write',
    confirm: true,
    input: z.object({ makingId: id }),
    output: z.object({ folder: z.string().nullable(), people: z.number(), files: z.array(z.string()) }),
    errors: [...madeErrors, 'MAKING_NOT_FOUND', 'CAMPAIGN_NOBODY'],
    audit: ['campaign'],
    touches: ['campaigns', 'oversight'],
  }),
  /** What was made was posted or sent: the conversations say so, and the notice of s.35F counts as given. */
  'campaigns.noteSent': action({
    permission: 'campaigns.write',
    input: z.object({ campaignId: id }),
    output: z.object({ people: z.number() }),
    errors: ['CAMPAIGN_NOT_FOUND', 'CAMPAIGN_IS_CLOSED'],
    audit: ['sent'],
    touches: ['campaigns', 'conversations', 'consents'],
  }),
  /** What somebody said to it. An opt-out stops every way at once. */
  'campaigns.respond': command({
    permission: 'campaigns.respond',
    input: z.object({
      entryId: id,
      response: z.enum(CAMPAIGN_RESPONSES),
      words: z.string().trim().max(1000).default(''),
      /** On the telephone the customer was told of the right to opt out (s.35F). */
      wasNoticeSaid: z.boolean().default(false),
    }),
    output: z.null(),
    errors: ['ENTRY_NOT_FOUND', 'ENTRY_ANSWERED', 'NOT_YOUR_CUSTOMER'],
    audit: ['response'],
    touches: ['campaigns', 'conversations', 'consents'],
  }),
  'campaigns.close': command({
    permission: 'campaigns.write',
    input: z.object({ campaignId: id, lesson: z.string().trim().max(1000).default('') }),
    output: z.null(),
    errors: ['CAMPAIGN_NOT_FOUND', 'CAMPAIGN_NOT_MADE', 'CAMPAIGN_IS_CLOSED'],
    audit: ['status', 'lesson'],
    touches: ['campaigns'],
  }),
  'campaigns.reopen': command({
    permission: 'campaigns.write',
    input: z.object({ campaignId: id }),
    output: z.null(),
    errors: ['CAMPAIGN_NOT_FOUND', 'CAMPAIGN_NOT_CLOSED'],
    audit: ['status'],
    touches: ['campaigns'],
  }),
};
