/**
 * What a consent form offers, and what a filled-in form says: one answer a purpose, nothing ticked beforehand, and
 * whatever was left unticked is a no (Cap. 486 s.35A: silence is not consent).
 */

import {
  type Channel,
  type ConsentScope,
  DATA_KIND_OF_CHANNEL,
  type DataKind,
  GOODS_CLASSES,
  type GoodsClass,
  type Purpose,
} from './consent-events';

/** Sharing is asked only where a shop shares; the built-in notice says that it does not. */
export const FORM_PURPOSES = ['direct-marketing', 'service-reminders'] as const satisfies readonly Purpose[];
export type FormPurpose = (typeof FORM_PURPOSES)[number];

/** The ways this counter really uses; the others stay possible for an import or a later campaign. */
export const FORM_CHANNELS = [
  'email',
  'phone',
  'sms',
  'whatsapp',
  'wechat',
  'post',
] as const satisfies readonly Channel[];

/** What each purpose may be about. A reminder that offers a service is about after-sales services, by its nature. */
export const FORM_CLASSES: Readonly<Record<FormPurpose, readonly GoodsClass[]>> = {
  'direct-marketing': GOODS_CLASSES,
  'service-reminders': ['after-sales-services'],
};

const KINDS_OF_PURPOSE: Readonly<Record<Purpose, readonly DataKind[]>> = {
  'direct-marketing': ['name', 'preferences', 'items-owned', 'purchase-history'],
  'service-reminders': ['name', 'items-owned'],
  sharing: ['name'],
};

/** The kinds of data that a consent for these channels must name (s.35C(2)(b), s.35E(1)(c)), in the list's order. */
export function dataKindsFor(purpose: Purpose, channels: readonly Channel[]): DataKind[] {
  const [first = 'name', ...others] = KINDS_OF_PURPOSE[purpose];
  return [...new Set([first, ...channels.map((channel) => DATA_KIND_OF_CHANNEL[channel]), ...others])];
}

export interface FormAnswer {
  readonly purpose: Purpose;
  readonly channels: readonly Channel[];
  readonly classes: readonly GoodsClass[];
}

/** What one answered form writes down, in this order. */
export type AnswerEvent =
  | ({ readonly kind: 'declined' } & ConsentScope)
  | { readonly kind: 'given'; readonly answer: FormAnswer; readonly dataKinds: readonly DataKind[] };

/**
 * The events of an answered form: for each purpose first a no to everything, then, later in the sequence, the yes to
 * exactly what was ticked. So a new form replaces the old one, and no earlier tick lives on unseen.
 */
export function eventsOfForm(answers: readonly FormAnswer[]): AnswerEvent[] {
  return answers.flatMap((answer): AnswerEvent[] => {
    const no = { kind: 'declined', purpose: answer.purpose, channels: 'all', classes: 'all' } as const;
    if (answer.channels.length === 0 || answer.classes.length === 0) return [no];
    return [no, { kind: 'given', answer, dataKinds: dataKindsFor(answer.purpose, answer.channels) }];
  });
}

/** True where one half was ticked without the other: a channel with nothing to talk about, or the reverse. */
export function isHalfAnswered({ channels, classes }: FormAnswer): boolean {
  return (channels.length === 0) !== (classes.length === 0);
}
