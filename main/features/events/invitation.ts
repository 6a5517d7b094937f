import type { ContactChannel } from '@shared/domain/contact-channels';
import { formatDate } from '@shared/domain/dates';
import type { InvitationWay } from '@shared/domain/events';
import { asLanguage, type Language } from '@shared/domain/languages';
import { shopTimeOf } from '@shared/domain/promises';
import { fillTemplate, type MergeValues, templateMediumOf } from '@shared/domain/templates';
import type { ReadableDb } from '../../db/sql';
import { mergeValues } from '../conversations/before-contact.sql';
import type { CustomerRow } from '../customers/customers.sql';
import { listTemplates } from '../templates/templates.sql';
import type { EventRow } from './events.sql';

interface Wanted {
  readonly event: EventRow;
  readonly customer: CustomerRow;
  readonly way: InvitationWay;
  readonly about: 'invitation' | 'cancellation';
  readonly staffId: string;
  readonly today: string;
  readonly shop: { readonly timeZone: string };
}

/** The day and time of an event in words: 'Friday 27 November 2026, 18:30'. */
export function eventWhen(event: EventRow, language: Language, timeZone: string): string {
  const { date, time } = shopTimeOf(event.starts_at, timeZone);
  const day = formatDate(date, language, { weekday: true });
  return language === 'en' ? `${day}, ${time}` : `${day} ${time}`;
}

/** The template and text for one guest, in the guest's language, with the event's facts filled in. */
export function messageFor(
  db: ReadableDb,
  { event, customer, way, about, staffId, today, shop }: Wanted,
): { language: Language; subject: string; body: string; template: { id: string; version: number } } {
  const language = asLanguage(customer.language);
  const template = templateFor(db, way, about);
  const values: MergeValues = {
    ...mergeValues(db, customer, { staffId, language, today }),
    event: event.name,
    eventWhen: eventWhen(event, language, shop.timeZone),
    eventPlace: event.place,
    eventWords: event.words,
    answerBy: formatDate(event.answer_by, language),
  };
  const text = template.texts[language];
  return {
    language,
    subject: fillTemplate(text.subject, values).text,
    // An event without words of its own leaves no gap behind.
    body: fillTemplate(text.body, values)
      .text.replace(/\n{3,}/g, '\n\n')
      .trim(),
    template: { id: template.id, version: template.version },
  };
}

/** The shop's text for this, as the manager wrote it last; a retired one still serves until another takes its place. */
function templateFor(db: ReadableDb, way: ContactChannel, about: Wanted['about']) {
  const id = `event-${about}-${templateMediumOf(way)}`;
  const template = listTemplates(db).find((one) => one.id === id);
  if (!template) throw new Error(`no template ${id}`);
  return template;
}
