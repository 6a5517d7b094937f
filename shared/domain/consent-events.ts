/**
 * The words of consent (purposes, channels, classes of goods, kinds of data) and the append-only events it is made of.
 * What they permit is computed in `consent.ts`. Sections are those of Hong Kong's Personal Data (Privacy) Ordinance,
 * Cap. 486, Part 6A.
 */

import type { Instant } from './dates';
import type { Language } from './languages';

export const REGIMES = ['hk-pdpo', 'gdpr', 'uk-gdpr', 'cn-pipl', 'sg-pdpa'] as const;
export type Regime = (typeof REGIMES)[number];

/** A reminder that offers something is direct marketing too (HKSAR v HKBN), hence a purpose that needs consent. */
export const PURPOSES = ['direct-marketing', 'service-reminders', 'sharing'] as const;
export type Purpose = (typeof PURPOSES)[number];

export const CHANNELS = [
  'email',
  'sms',
  'phone',
  'whatsapp',
  'wechat',
  'line',
  'facebook',
  'instagram',
  'fax',
  'post',
] as const;
export type Channel = (typeof CHANNELS)[number];

/** Classes of marketing subjects, s.35C: "selected offers" would be too vague to stand up. */
export const GOODS_CLASSES = [
  'watches',
  'straps',
  'jewellery',
  'gifts',
  'after-sales-services',
  'events',
] as const;
export type GoodsClass = (typeof GOODS_CLASSES)[number];

export const DATA_KINDS = [
  'name',
  'phone',
  'email',
  'postal-address',
  'messaging-account',
  'birthday',
  'preferences',
  'items-owned',
  'purchase-history',
] as const;
export type DataKind = (typeof DATA_KINDS)[number];

/** Using a channel uses this kind of data, so consent must name it (s.35C(2)(b), s.35E(1)(c)). */
export const DATA_KIND_OF_CHANNEL: Readonly<Record<Channel, DataKind>> = {
  email: 'email',
  sms: 'phone',
  phone: 'phone',
  whatsapp: 'phone',
  wechat: 'messaging-account',
  line: 'messaging-account',
  facebook: 'messaging-account',
  instagram: 'messaging-account',
  fax: 'phone',
  post: 'postal-address',
};

export type ConsentForm = 'written' | 'oral' | 'electronic';

export interface ConsentEvidence {
  /** The signature as vector strokes, or where the signed paper or the message is kept. */
  readonly signature: string | null;
  /** Hash of exactly the notice that was on the screen or the paper. */
  readonly noticeHash: string | null;
}

interface EventBase {
  readonly id: string;
  /** Order in which the shop learned of it. Of equal sequences (two counters) the refusal wins. */
  readonly sequence: number;
  readonly customerId: string;
  readonly regime: Regime;
  readonly at: Instant;
  readonly staffId: string | null;
  /** In the customer's or the advisor's words; for an imported claim, the file it came from. */
  readonly note: string | null;
}

/** What a refusal covers; 'all' includes whatever is added to the lists later. */
export interface ConsentScope {
  readonly purpose: Purpose | 'all';
  readonly channels: readonly Channel[] | 'all';
  readonly classes: readonly GoodsClass[] | 'all';
}

/**
 * Consent given. Channels and classes are always listed, never 'all': nobody consents to what the notice did not
 * name. Consent to sharing names recipients instead of channels, and covers every channel.
 */
export interface GivenEvent extends EventBase {
  readonly kind: 'given';
  readonly purpose: Purpose;
  readonly channels: readonly Channel[];
  readonly classes: readonly GoodsClass[];
  readonly dataKinds: readonly DataKind[];
  /** For sharing, s.35J: classes of recipients (a name under PIPL), and whether it is for gain. */
  readonly recipients: readonly string[];
  readonly forGain: boolean;
  /** A signature under the written notice, on paper or screen, is 'written'; a tick on a website is 'electronic'. */
  readonly form: ConsentForm;
  readonly noticeId: string | null;
  readonly noticeVersion: number | null;
  readonly noticeLanguage: Language | null;
  readonly evidence: ConsentEvidence;
  /** For oral consent: may shorten the time of s.35E(1)(b), never lengthen it. */
  readonly confirmationDueAt: Instant | null;
  /** The person with parental responsibility who consented for a minor. */
  readonly parentName: string | null;
  readonly minorAtTheTime: boolean;
}

export interface DeclinedEvent extends EventBase, ConsentScope {
  readonly kind: 'declined';
}
export interface ThinkingEvent extends EventBase, ConsentScope {
  readonly kind: 'thinking';
}
export interface WithdrawnEvent extends EventBase, ConsentScope {
  readonly kind: 'withdrawn';
}
/** The written confirmation of s.35E(1)(b): date received, permitted kinds of data, permitted classes. */
export interface ConfirmationSentEvent extends EventBase {
  readonly kind: 'confirmation-sent';
  readonly givenEventId: string;
  readonly channel: Channel;
}
/** s.35F: at the first use the customer was told of the free right to opt out. */
export interface FirstUseNoticeEvent extends EventBase {
  readonly kind: 'first-use-notice';
  readonly purpose: Purpose;
  readonly channel: Channel;
}
/** An imported file says that there was consent: that permits nothing. A file that says "no" is a 'declined' event. */
export interface ImportedClaimEvent extends EventBase, ConsentScope {
  readonly kind: 'imported-claim';
}

export type ConsentEvent =
  | GivenEvent
  | DeclinedEvent
  | ThinkingEvent
  | WithdrawnEvent
  | ConfirmationSentEvent
  | FirstUseNoticeEvent
  | ImportedClaimEvent;
