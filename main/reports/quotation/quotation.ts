import { civilDateOf, formatDate } from '@shared/domain/dates';
import type { Language } from '@shared/domain/languages';
import { formatMoney } from '@shared/domain/money';
import { displayName } from '@shared/domain/names';
import { quotationNumber } from '@shared/domain/quotations';
import type { ReadableDb } from '../../db/sql';
import type { CustomerRow } from '../../features/customers/customers.sql';
import type { ShownQuotationLine, ShownQuotationRow } from '../../features/quotations/quotations.sql';
import type { PreparedDocument } from '../../kernel/devices';
import { html, type Markup, sheet } from '../html';
import { letterCss, letterhead, letterShop, personNames, salutationOf } from '../letterhead';
import { wordsFor } from '../words';

/** Everything the page is made of. The shop's own note and who may know of it are not among it. */
export interface QuotationFacts {
  readonly quotation: ShownQuotationRow;
  readonly lines: readonly ShownQuotationLine[];
  readonly customer: CustomerRow;
  readonly language: Language;
  readonly timeZone: string;
  readonly today: string;
  /** Marked as not yet an offer: what lies on the counter must not be taken for one. */
  readonly isDraft: boolean;
}

const marginMm = { top: 20, side: 20 };

const css = `${letterCss}
  h1 { margin-bottom: 3mm; }
  .facts { display: grid; grid-template-columns: max-content 1fr; gap: 1mm 6mm; margin: 0 0 7mm; }
  .facts dt { color: #6b6357; }
  .facts dd { margin: 0; }
  .facts .last { font-weight: 600; }
  .draft { border: 0.4mm solid #8a1f11; color: #8a1f11; padding: 2mm 4mm; margin: 0 0 6mm; font-weight: 600; }
  td { border-bottom: 0.2mm solid #e6e0d5; padding-top: 2mm; padding-bottom: 2mm; }
  td p { margin: 0; }
  .detail { color: #6b6357; font-size: 9pt; }
  .totals { margin: 3mm 0 8mm auto; width: 82mm; break-inside: avoid; }
  .totals p { display: flex; justify-content: space-between; margin: 0; padding: 1mm 0;
    font-variant-numeric: tabular-nums; }
  .totals .sum { border-top: 0.3mm solid #1c1a17; margin-top: 1mm; padding-top: 2mm; font-weight: 600; font-size: 13pt; }
  .terms { white-space: pre-line; }
  .sign { display: grid; grid-template-columns: 1fr 1fr; gap: 14mm; margin-top: 16mm; break-inside: avoid; }
  .sign p { border-top: 0.3mm solid #6b6357; padding-top: 1.5mm; color: #6b6357; font-size: 9pt; margin: 0; }
`;

interface Context extends QuotationFacts {
  readonly t: ReturnType<typeof wordsFor>;
  readonly number: string;
  money(minor: number): string;
}

function contextOf(facts: QuotationFacts): Context {
  const { quotation, language } = facts;
  return {
    ...facts,
    t: wordsFor(language),
    number: quotationNumber(quotation.number, quotation.revision),
    money: (minor) => formatMoney({ minor, currency: quotation.currency }, language),
  };
}

/** The offer on A4, in the customer's language: number, last day, lines, sums, terms, and where to sign. */
export function quotationDocument(db: ReadableDb, facts: QuotationFacts): PreparedDocument {
  const context = contextOf(facts);
  const { t, number, language, isDraft, customer, quotation } = context;
  const shop = letterShop(db, language);
  const title = `${t('quotations.paper.title')} ${number}`;
  const body = html`${letterhead(shop)}
${isDraft ? html`<p class="draft">${t('quotations.paper.draft')}</p>` : ''}
<p class="to">${displayName(personNames(customer), language)}${customer.address ? html`<br>${customer.address}` : ''}</p>
<h1>${title}</h1>
${factList(context)}
<p>${t('quotations.paper.intro', { name: salutationOf(customer, language) })}</p>
${lineTable(context)}
${totals(context)}
<h2>${t('quotations.paper.terms')}</h2>
<p>${t('quotations.paper.holds', { date: formatDate(quotation.expires_on, language) })}</p>
${quotation.terms ? html`<p class="terms">${quotation.terms}</p>` : ''}
<p>${t('quotations.paper.ask', { hotline: shop.hotline, number })}</p>
<div class="sign"><p>${t('quotations.paper.forShop', { shop: shop.name })}</p><p>${t('quotations.paper.forCustomer')}</p></div>`;
  return sheet({ title, css, language, body, foot: `${shop.name} · ${title}`, marginMm });
}

function factList({ t, quotation, language, today, timeZone, customer, number }: Context): Markup {
  // A second copy carries the day of the first.
  const day = quotation.sent_at === null ? today : civilDateOf(quotation.sent_at, timeZone);
  const facts = [
    [t('quotations.paper.number'), number, ''],
    [t('quotations.paper.date'), formatDate(day, language), ''],
    [t('quotations.paper.validUntil'), formatDate(quotation.expires_on, language), 'last'],
    [t('quotations.paper.customerNumber'), customer.number, ''],
    [t('quotations.paper.by'), quotation.staff_name, ''],
  ] as const;
  return html`<dl class="facts">${facts.map(
    ([name, value, mark]) => html`<dt>${name}</dt><dd class="${mark}">${value}</dd>`,
  )}</dl>`;
}

function lineTable(context: Context): Markup {
  const { t, lines, money } = context;
  return html`<table>
<thead><tr><th>${t('quotations.paper.description')}</th><th class="number">${t('quotations.paper.quantity')}</th>
<th class="number">${t('quotations.paper.unitPrice')}</th><th class="number">${t('quotations.paper.amount')}</th></tr></thead>
<tbody>${lines.map(
    (line) => html`<tr>
<td><p>${nameOf(context, line)}</p>${line.reference ? html`<p class="detail">${line.reference}</p>` : ''}
${line.discount_minor > 0 ? html`<p class="detail">${t('quotations.paper.discount')} ${money(-line.discount_minor)}</p>` : ''}</td>
<td class="number">${line.quantity}</td>
<td class="number">${money(line.unit_price_minor)}</td>
<td class="number">${money(line.total_minor)}</td>
</tr>`,
  )}</tbody>
</table>`;
}

/** A product's own name follows the reader's language; words somebody typed stay as they are. */
function nameOf({ language }: Pick<Context, 'language'>, line: ShownQuotationLine): string {
  const name = (language !== 'en' && line.chinese_name) || line.description;
  return line.brand && !name.toLowerCase().startsWith(line.brand.toLowerCase())
    ? `${line.brand} ${name}`
    : name;
}

function totals({ t, quotation, money }: Context): Markup {
  const discount = quotation.gross_minor - quotation.total_minor;
  return html`<section class="totals">
${
  discount > 0
    ? html`<p><span>${t('quotations.paper.subtotal')}</span><span>${money(quotation.gross_minor)}</span></p>
<p><span>${t('quotations.paper.discount')}</span><span>${money(-discount)}</span></p>`
    : ''
}
<p class="sum"><span>${t('quotations.paper.total')} (${quotation.currency})</span><span>${money(quotation.total_minor)}</span></p>
</section>`;
}

/** The same offer for an e-mail: subject and plain lines. */
export function quotationEmail(db: ReadableDb, facts: QuotationFacts): { subject: string; body: string } {
  const context = contextOf(facts);
  const { t, number, language, lines, money, quotation, customer } = context;
  const shop = letterShop(db, language);
  const rows = lines.flatMap((line) => [
    `${nameOf(context, line)}${line.reference ? ` (${line.reference})` : ''}`,
    `  ${line.quantity} × ${money(line.unit_price_minor)}${line.discount_minor > 0 ? ` − ${money(line.discount_minor)}` : ''} = ${money(line.total_minor)}`,
  ]);
  const body = [
    t('quotations.paper.dear', { name: salutationOf(customer, language) }),
    '',
    t('quotations.paper.mailIntro', { number }),
    '',
    ...rows,
    '',
    `${t('quotations.paper.total')} (${quotation.currency}): ${money(quotation.total_minor)}`,
    t('quotations.paper.holds', { date: formatDate(quotation.expires_on, language) }),
    ...(quotation.terms ? ['', quotation.terms] : []),
    '',
    t('quotations.paper.ask', { hotline: shop.hotline, number }),
    shop.name,
  ];
  return { subject: `${t('quotations.paper.title')} ${number} · ${shop.name}`, body: body.join('\r\n') };
}
