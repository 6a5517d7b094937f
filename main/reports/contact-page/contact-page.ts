import { formatDate } from '@shared/domain/dates';
import { asLanguage, type Language } from '@shared/domain/languages';
import { displayName } from '@shared/domain/names';
import type { ReadableDb } from '../../db/sql';
import type { CustomerRow } from '../../features/customers/customers.sql';
import type { PreparedDocument } from '../../kernel/devices';
import { html, type Markup, page, sheet } from '../html';
import { letterCss, letterhead, letterMarginMm, letterShop, personNames } from '../letterhead';
import { wordsFor } from '../words';

/** A text as it goes on paper to one customer. */
export interface PaperMessage {
  readonly customer: CustomerRow;
  readonly language: Language;
  readonly today: string;
  readonly subject: string;
  readonly text: string;
}

/** The style of a letter's page. */
export const letterPageCss = `${letterCss}
  .to { white-space: pre-line; }
  .fax { margin-bottom: 7mm; }
  .fax th { width: 28mm; border-bottom: 0; padding-bottom: 1mm; }
`;

/** A letter on the shop's paper, the address where a window envelope shows it. */
export function contactLetter(db: ReadableDb, message: PaperMessage): PreparedDocument {
  const shop = letterShop(db, message.language);
  return sheet({ ...pageOf(message, shop.name), body: letterBody(db, message) });
}

/** What stands on the page of a letter; many of them make a mailing. */
export function letterBody(db: ReadableDb, message: PaperMessage): Markup {
  const { customer, language, today, subject, text } = message;
  const shop = letterShop(db, language);
  const holder = displayName(personNames(customer), language);
  return html`${letterhead(shop)}
<p class="to">${holder}
${customer.address ?? ''}</p>
<p class="date">${formatDate(today, language)}</p>
${subject && html`<h1>${subject}</h1>`}
${paragraphs(text)}`;
}

/** A fax page: to whom, from whom, how many pages, and the text. */
export function contactFax(db: ReadableDb, message: PaperMessage & { fax: string | null }): PreparedDocument {
  const { customer, language, today, subject, text, fax } = message;
  const t = wordsFor(language);
  const shop = letterShop(db, language);
  const row = (label: string, value: string) => html`<tr><th>${label}</th><td>${value}</td></tr>`;
  const body = html`${letterhead(shop)}
<h1>${t('conversations.paper.fax')}</h1>
<table class="fax"><tbody>
${row(t('conversations.paper.to'), displayName(personNames(customer), language))}
${row(t('conversations.paper.faxNumber'), fax ?? '')}
${row(t('conversations.paper.from'), `${shop.name} · ${shop.hotline}`)}
${row(t('conversations.paper.date'), formatDate(today, language))}
${subject && row(t('conversations.paper.about'), subject)}
</tbody></table>
${paragraphs(text)}`;
  return sheet({ ...pageOf(message, shop.name), body });
}

/** An address label, 89 × 36 mm, in the customer's language. */
export function addressLabel(customer: CustomerRow): PreparedDocument {
  const language = asLanguage(customer.language);
  const title = wordsFor(language)('conversations.paper.label');
  const labelCss = `
  @page { size: 89mm 36mm; margin: 0; }
  body { width: 89mm; padding: 4mm 5mm; font-size: 11pt; line-height: 1.3; }
  p { margin: 0; white-space: pre-line; }
`;
  const body = html`<p>${displayName(personNames(customer), language)}
${customer.address ?? ''}</p>`;
  return {
    title,
    html: page({ title, css: labelCss, language, body }),
    page: { widthMm: 89, heightMm: 36 },
  };
}

function pageOf({ language, today, subject }: PaperMessage, shopName: string) {
  const title = subject || wordsFor(language)('conversations.paper.letter');
  const foot = `${shopName} · ${formatDate(today, language)}`;
  return { title, css: letterPageCss, language, foot, marginMm: letterMarginMm };
}

/** Lines as they were typed; an empty line begins a paragraph. */
function paragraphs(text: string): Markup[] {
  return text
    .split(/\n{2,}/)
    .map((part) => html`<p>${part.split('\n').map((line, at) => (at === 0 ? line : html`<br>${line}`))}</p>`);
}
