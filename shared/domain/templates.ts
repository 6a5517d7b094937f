/** Texts the shop writes with: which fields may stand in them, and how they are filled in. */

import type { ContactChannel } from './contact-channels';

/** What a template is for: one text serves all the short messages, one all that goes on paper. */
export const TEMPLATE_MEDIA = ['email', 'message', 'letter', 'phone'] as const;
export type TemplateMedium = (typeof TEMPLATE_MEDIA)[number];

const mediumOf: Readonly<Record<ContactChannel, TemplateMedium>> = {
  phone: 'phone',
  email: 'email',
  sms: 'message',
  whatsapp: 'message',
  wechat: 'message',
  line: 'message',
  facebook: 'message',
  instagram: 'message',
  letter: 'letter',
  fax: 'letter',
};

/** The kind of text that goes by this way. */
export function templateMediumOf(channel: ContactChannel): TemplateMedium {
  return mediumOf[channel];
}

/** What may stand between double braces. */
export const MERGE_FIELDS = [
  /** As the customer wants to be addressed. */
  'name',
  'fullName',
  /** The customer's postal address. */
  'address',
  'customerNumber',
  'shop',
  'shopAddress',
  'hotline',
  'hours',
  'advisor',
  'date',
  /** Of the event somebody is invited to. */
  'event',
  'eventWhen',
  'eventPlace',
  'eventWords',
  'answerBy',
] as const;
export type MergeField = (typeof MERGE_FIELDS)[number];
export type MergeValues = Readonly<Record<MergeField, string>>;

const field = /\{\{\s*([^{}]*?)\s*\}\}/g;
const isKnown = (name: string): name is MergeField => (MERGE_FIELDS as readonly string[]).includes(name);

/** Names between braces that mean nothing, each once. */
export function unknownFields(text: string): string[] {
  return [
    ...new Set([...text.matchAll(field)].map((match) => match[1] ?? '').filter((name) => !isKnown(name))),
  ];
}

/** The text with everything filled in, and the fields for which this customer or shop has nothing. */
export function fillTemplate(text: string, values: MergeValues): { text: string; missing: MergeField[] } {
  const missing = new Set<MergeField>();
  const filled = text.replace(field, (whole, name: string) => {
    if (!isKnown(name)) return whole;
    if (values[name] === '') missing.add(name);
    return values[name];
  });
  return { text: filled, missing: [...missing] };
}
