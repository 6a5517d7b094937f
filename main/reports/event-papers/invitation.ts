import type { Language } from '@shared/domain/languages';
import { displayName } from '@shared/domain/names';
import type { CustomerRow } from '../../features/customers/customers.sql';
import type { PreparedDocument } from '../../kernel/devices';
import { html, type Markup, sheet } from '../html';
import { type LetterShop, letterCss, letterhead, letterMarginMm, personNames } from '../letterhead';
import { barcode } from '../receipt/barcode';
import { wordsFor } from '../words';

/** One guest's page: the letter, the event set off from it, and the code that the door reads. */
export interface InvitationPage {
  readonly language: Language;
  readonly shop: LetterShop;
  readonly customer: CustomerRow;
  readonly code: string;
  readonly name: string;
  readonly when: string;
  readonly place: string;
  readonly subject: string;
  readonly text: string;
}

const css = `${letterCss}
  .invitation + .invitation { break-before: page; }
  @media screen { .invitation + .invitation { margin-top: 24mm; } }
  .to { white-space: pre-line; }
  .event { margin: 8mm 0; padding: 7mm 0; border-top: 0.3mm solid #d3ccbf; border-bottom: 0.3mm solid #d3ccbf;
    text-align: center; }
  .event strong { display: block; font-size: 19pt; font-weight: 600; margin-bottom: 2mm; }
  .event span { display: block; font-size: 11.5pt; }
  .code { margin-top: 10mm; break-inside: avoid; display: flex; gap: 6mm; align-items: center; }
  .code svg { width: 62mm; height: 13mm; }
  .code p { margin: 0; }
`;

/** A page a guest, each in the guest's language. */
export function invitationBook({ pages }: { readonly pages: readonly InvitationPage[] }): PreparedDocument {
  const [first] = pages;
  if (!first) throw new Error('an invitation needs a guest');
  const t = wordsFor(first.language);
  const body = html`${pages.map(
    (page) => html`<section class="invitation" lang="${page.language}">${invitation(page)}</section>`,
  )}`;
  return sheet({
    title: t('events.paper.invitation', { name: first.name }),
    css,
    language: first.language,
    body,
    foot: first.shop.name,
    marginMm: letterMarginMm,
  });
}

function invitation({ language, shop, customer, code, name, when, place, text }: InvitationPage): Markup {
  const t = wordsFor(language);
  return html`${letterhead(shop)}
<p class="to">${displayName(personNames(customer), language)}
${customer.address ?? ''}</p>
<div class="event"><strong>${name}</strong><span>${when}</span><span>${place}</span></div>
${paragraphs(text)}
<div class="code">${barcode(code)}<p class="small quiet">${t('events.paper.door')}<br>${code}</p></div>`;
}

/** Lines as they were typed; an empty line begins a paragraph. */
function paragraphs(text: string): Markup[] {
  return text
    .split(/\n{2,}/)
    .map((part) => html`<p>${part.split('\n').map((line, at) => (at === 0 ? line : html`<br>${line}`))}</p>`);
}
