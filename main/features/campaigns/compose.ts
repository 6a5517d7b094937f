import type { CampaignTexts } from '@shared/contract/campaigns';
import type { CampaignChannel } from '@shared/domain/campaigns';
import { asLanguage, type Language } from '@shared/domain/languages';
import { fillTemplate, type MergeField } from '@shared/domain/templates';
import type { ReadableDb } from '../../db/sql';
import { letterShop } from '../../reports/letterhead';
import { wordsFor } from '../../reports/words';
import { mergeValues } from '../conversations/before-contact.sql';
import { optOutNotice } from '../conversations/opt-out.sql';
import type { CustomerRow } from '../customers/customers.sql';

interface Composing {
  readonly customer: CustomerRow;
  readonly channel: CampaignChannel;
  readonly texts: CampaignTexts;
  /** Who signs it: the customer's advisor, or the campaign's owner where they have none. */
  readonly advisorId: string;
  readonly isNoticeDue: boolean;
  readonly today: string;
}

/** A message as one customer gets it. */
export interface Composed {
  readonly language: Language;
  readonly subject: string;
  readonly body: string;
  readonly missing: MergeField[];
  /** Put below the text by itself: the right to opt out, and how to unsubscribe from electronic messages (Cap. 593). */
  readonly added: string[];
}

/** Whoever looks after the customer, or the campaign's owner. */
export function advisorFor({ primary_advisor_id }: CustomerRow, ownerId: string): string {
  return primary_advisor_id ?? ownerId;
}

/** Fills a campaign's text in for one customer, in their language. */
export function composeFor(db: ReadableDb, composing: Composing): Composed {
  const { customer, channel, texts, advisorId, isNoticeDue, today } = composing;
  const language = asLanguage(customer.language);
  const values = mergeValues(db, customer, { staffId: advisorId, language, today });
  const subject = fillTemplate(texts[language].subject, values);
  const body = fillTemplate(texts[language].body, values);
  const isElectronic = channel === 'email' || channel === 'sms' || channel === 'whatsapp';
  const { hotline } = letterShop(db, language);
  return {
    language,
    subject: subject.text,
    body: body.text,
    missing: [...new Set([...subject.missing, ...body.missing])],
    added: [
      ...(isNoticeDue ? [optOutNotice(db, language)] : []),
      ...(isElectronic ? [wordsFor(language)('campaigns.unsubscribe', { hotline })] : []),
    ],
  };
}

/** The whole text as it goes out. */
export function textOf({ body, added }: Composed): string {
  return [body, ...added].join('\n\n');
}
