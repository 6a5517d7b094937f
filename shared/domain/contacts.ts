import { normalisePhone, type PhoneWarning } from './phones';

/** How somebody can be reached. */
export const CONTACT_KINDS = ['phone', 'email', 'whatsapp', 'wechat', 'line', 'other'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

/** A contact in the form duplicates and suppression are compared by, and what looks odd about it. */
export interface NormalisedContact {
  readonly normalised: string;
  readonly warning: PhoneWarning | 'not-an-address' | null;
}

/** E.164 where a phone can be completed, otherwise its digits; e-mail in lower case; anything else folded. Never refuses. */
export function normaliseContact(kind: ContactKind, value: string): NormalisedContact {
  const text = value.normalize('NFKC').trim();
  if (kind === 'phone' || kind === 'whatsapp') {
    const phone = normalisePhone(text);
    return { normalised: phone.e164 ?? (phone.digits || text.toLowerCase()), warning: phone.warning };
  }
  if (kind === 'email') {
    const isAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
    return { normalised: text.toLowerCase(), warning: isAddress ? null : 'not-an-address' };
  }
  return { normalised: text.toLowerCase(), warning: null };
}
