import type { GivenEvent } from '@shared/domain/consent-events';
import { civilDateOf, formatDate } from '@shared/domain/dates';
import type { Language } from '@shared/domain/languages';
import { displayName } from '@shared/domain/names';
import { noticeBlocks } from '@shared/domain/notice-text';
import { channelsInWords, dataKindsInWords, goodsInWords } from '@shared/words/consent-sentences';
import type { ReadableDb } from '../../db/sql';
import type { CustomerRow } from '../../features/customers/customers.sql';
import { findCurrentNotice } from '../../features/notices/notices.sql';
import type { PreparedDocument } from '../../kernel/devices';
import { html, sheet } from '../html';
import { letterCss, letterhead, letterMarginMm, letterShop, personNames, salutationOf } from '../letterhead';
import { wordsFor } from '../words';

interface Confirmation {
  readonly customer: CustomerRow;
  readonly given: readonly GivenEvent[];
  readonly language: Language;
  readonly today: string;
  readonly timeZone: string;
}

const css = `${letterCss}
  dl { margin: 0 0 6mm; display: grid; grid-template-columns: 34mm 1fr; gap: 1.5mm 4mm; }
  dt { color: #6b6357; }
  dd { margin: 0; }
  h2 { border-top: 0; padding-top: 0; margin-top: 4mm; }
`;

/** What Cap. 486 s.35E(1)(b) wants confirmed, purpose by purpose, in words. */
function confirmedTerms(given: readonly GivenEvent[], language: Language, timeZone: string) {
  const t = wordsFor(language);
  return given.map((event) => ({
    purpose: t(`consents.purpose.${event.purpose}`),
    terms: [
      [t('consents.letter.received'), formatDate(civilDateOf(event.at, timeZone), language)],
      [t('consents.letter.how'), channelsInWords(event.channels, language)],
      [t('consents.letter.about'), goodsInWords(event.classes, language)],
      [t('consents.letter.data'), dataKindsInWords(event.dataKinds, language)],
    ] as const,
  }));
}

function closingOf(db: ReadableDb, language: Language) {
  const notice = findCurrentNotice(db, 'confirmation', language);
  return notice ? { title: notice.title, blocks: noticeBlocks(notice.body) } : { title: '', blocks: [] };
}

function dayReceived({ given, language, timeZone }: Confirmation): string {
  return formatDate(civilDateOf(given[0]?.at ?? 0, timeZone), language);
}

/** The letter that confirms oral consent. */
export function consentConfirmationLetter(db: ReadableDb, confirmation: Confirmation): PreparedDocument {
  const { customer, given, language, today, timeZone } = confirmation;
  const t = wordsFor(language);
  const shop = letterShop(db, language);
  const closing = closingOf(db, language);
  const title = t('consents.letter.title');
  const body = html`${letterhead(shop)}
<p class="to">${displayName(personNames(customer), language)}${customer.address ? html`<br>${customer.address}` : ''}</p>
<p class="date">${formatDate(today, language)}</p>
<h1>${title}</h1>
<p>${t('consents.letter.dear', { name: salutationOf(customer, language) })}</p>
<p>${t('consents.letter.intro', { date: dayReceived(confirmation) })}</p>
${confirmedTerms(given, language, timeZone).map(
  ({ purpose, terms }) => html`<h2>${purpose}</h2>
<dl>${terms.map(([term, value]) => html`<dt>${term}</dt><dd>${value}</dd>`)}</dl>`,
)}
<h2>${closing.title}</h2>
${closing.blocks.map((block) => html`<p>${block.kind === 'list' ? block.entries.join('; ') : block.text}</p>`)}
<p class="close">${t('consents.letter.close')}<br>${shop.name}</p>`;
  const foot = `${shop.name} · ${formatDate(today, language)}`;
  return sheet({ title, css, language, body, foot, marginMm: letterMarginMm });
}

/** The same text for an e-mail: subject and plain lines. */
export function consentConfirmationEmail(
  db: ReadableDb,
  confirmation: Confirmation,
): { subject: string; body: string } {
  const { customer, given, language, timeZone } = confirmation;
  const t = wordsFor(language);
  const shop = letterShop(db, language);
  const closing = closingOf(db, language);
  const terms = confirmedTerms(given, language, timeZone).flatMap((entry) => [
    entry.purpose,
    ...entry.terms.map(([term, value]) => `  ${term}: ${value}`),
    '',
  ]);
  const lines = [
    t('consents.letter.dear', { name: salutationOf(customer, language) }),
    '',
    t('consents.letter.intro', { date: dayReceived(confirmation) }),
    '',
    ...terms,
    ...closing.blocks.map((block) => (block.kind === 'list' ? block.entries.join('; ') : block.text)),
    '',
    t('consents.letter.close'),
    shop.name,
  ];
  return { subject: t('consents.letter.subject', { shop: shop.name }), body: lines.join('\r\n') };
}
