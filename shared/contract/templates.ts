import { z } from 'zod';
import { GOODS_CLASSES } from '../domain/consent-events';
import { CONVERSATION_PURPOSES } from '../domain/conversations';
import { TEMPLATE_MEDIA } from '../domain/templates';
import { command, query } from './define';
import { id, words } from './fields';

const templateText = z.object({
  name: words(80),
  /** Empty where the medium has none. */
  subject: z.string().trim().max(200),
  body: words(4000),
});

const terms = z.object({
  medium: z.enum(TEMPLATE_MEDIA),
  purpose: z.enum(CONVERSATION_PURPOSES),
  /** What is offered; null for service. */
  goodsClass: z.enum(GOODS_CLASSES).nullable(),
  texts: z.object({ en: templateText, 'zh-Hant': templateText, 'zh-Hans': templateText }),
});

export const templateShape = terms.extend({
  id: z.string(),
  /** 0 is the built-in text. */
  version: z.number(),
  isRetired: z.boolean(),
  /** Null for a built-in text. */
  madeBy: z.string().nullable(),
  madeAt: z.number().nullable(),
});
export type Template = z.output<typeof templateShape>;

/** The texts the shop writes with: everybody uses them, the manager writes them. Every version stays. */
export const templatesContract = {
  /** The versions in force; with `withRetired` also those that are no longer offered. */
  'templates.list': query({
    permission: 'conversations.read',
    input: z.object({ withRetired: z.boolean().default(false) }),
    output: z.array(templateShape),
    errors: [],
  }),
  /** Every version of one, the newest first. */
  'templates.versions': query({
    permission: 'conversations.read',
    input: z.object({ templateId: id }),
    output: z.array(templateShape),
    errors: ['TEMPLATE_NOT_FOUND'],
  }),
  /** A new one, or the next version of one. */
  'templates.save': command({
    permission: 'templates.write',
    input: terms.extend({
      templateId: id.nullable(),
      /** The version this one follows: somebody else may have written meanwhile. */
      version: z.number().int().default(0),
      isRetired: z.boolean().default(false),
    }),
    output: z.object({ templateId: z.string(), version: z.number() }),
    errors: [
      'TEMPLATE_NOT_FOUND',
      'TEMPLATE_CHANGED',
      'TEMPLATE_FIELD_UNKNOWN',
      'TEMPLATE_SUBJECT_NEEDED',
      'GOODS_CLASS_NEEDED',
    ],
    audit: ['template'],
    touches: ['conversations'],
  }),
};
