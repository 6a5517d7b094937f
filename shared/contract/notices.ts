import { z } from 'zod';
import { languages } from '../domain/languages';
import { command, query } from './define';

/** `collection`: wherever consent is asked; `vip`: the invitation; `confirmation`: what closes a letter of s.35E. */
export const noticeKinds = ['collection', 'vip', 'confirmation'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export const noticeShape = z.object({
  id: z.string(),
  kind: z.enum(noticeKinds),
  version: z.number().int(),
  language: z.enum(languages),
  title: z.string(),
  body: z.string(),
  /** SHA-256 of the text, as hex: what a signature is kept with. */
  hash: z.string(),
  effectiveAt: z.number(),
});
export type Notice = z.output<typeof noticeShape>;

const noticeText = z.object({
  title: z.string().trim().min(1).max(200),
  body: z.string().trim().min(1).max(20_000),
});
const inEveryLanguage = z.object({ en: noticeText, 'zh-Hant': noticeText, 'zh-Hans': noticeText });

/** What customers are told before they are asked: versioned, in three languages, never edited in place. */
export const noticesContract = {
  /** The version in force; null before the first was written (then `notices.prepare` writes it). */
  'notices.current': query({
    permission: 'consents.read',
    input: z.object({ kind: z.enum(noticeKinds), language: z.enum(languages) }),
    output: noticeShape.nullable(),
    errors: [],
  }),
  /** One version as it was shown, however old. */
  'notices.get': query({
    permission: 'consents.read',
    input: z.object({ id: z.string().max(64) }),
    output: noticeShape,
    errors: ['NOTICE_NOT_FOUND'],
  }),
  /** All versions of all notices, newest first. */
  'notices.list': query({
    permission: 'consents.read',
    input: z.object({}),
    output: z.array(noticeShape.extend({ by: z.string().nullable(), isCurrent: z.boolean() })),
    errors: [],
  }),
  /** The built-in text with the shop's details of today: where a new version may begin. */
  'notices.suggested': query({
    permission: 'consents.read',
    input: z.object({ kind: z.enum(noticeKinds) }),
    output: inEveryLanguage,
    errors: [],
  }),
  /** Writes version 1 of whatever notice the shop does not have yet. */
  'notices.prepare': command({
    permission: 'consents.write',
    input: z.object({}),
    output: z.null(),
    errors: [],
    audit: ['notices'],
    touches: ['consents'],
  }),
  /** A new version, in every language at once; returns its number. */
  'notices.publish': command({
    permission: 'notices.write',
    input: z.object({ kind: z.enum(noticeKinds), texts: inEveryLanguage }),
    output: z.object({ version: z.number().int() }),
    errors: ['NOTICE_UNCHANGED'],
    audit: ['notices'],
    touches: ['consents'],
  }),
};
