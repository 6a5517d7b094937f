import type { receiptFormats } from '@shared/contract/sales';
import { formatDate, formatInstant } from '@shared/domain/dates';
import type { Language } from '@shared/domain/languages';
import { formatMoney } from '@shared/domain/money';
import type { SaleRow, ShownLineRow } from '../../features/sales/sales.sql';
import type { findShop } from '../../features/shop/shop.sql';
import type { PreparedDocument } from '../../kernel/devices';
import { html, type Markup, page } from '../html';
import { wordsFor } from '../words';
import { barcode } from './barcode';
import { receiptCss } from './receipt-css';

/** Everything a receipt is made of. Of the customer it knows the member number and nothing else. */
export interface ReceiptFacts {
  readonly shop: NonNullable<ReturnType<typeof findShop>>;
  readonly sale: SaleRow;
  readonly lines: readonly ShownLineRow[];
  /** The receipt that this return or cancellation refers to. */
  readonly original: SaleRow | undefined;
  /** What came back later against this sale. */
  readonly against: readonly { readonly back: SaleRow; readonly lines: readonly ShownLineRow[] }[];
  readonly staffName: string | null;
  readonly memberNumber: string | null;
  readonly language: Language;
  readonly format: (typeof receiptFormats)[number];
}

interface Context extends ReceiptFacts {
  readonly t: ReturnType<typeof wordsFor>;
  money(minor: number): string;
  date(day: string): string;
}

/** The receipt as a document for preview, print and PDF: an 80 mm roll, or A4. */
export function receiptDocument(facts: ReceiptFacts): PreparedDocument {
  const { sale, language, format } = facts;
  const context: Context = {
    ...facts,
    t: wordsFor(language),
    money: (minor) => formatMoney({ minor, currency: sale.currency }, language),
    date: (day) => formatDate(day, language),
  };
  const title = `${heading(context)} ${sale.receipt_number}`;
  return {
    title,
    html: page({ title, css: receiptCss(format), language, body: body(context) }),
    page: format,
    ...(format === 'A4' && { footer: { left: `${context.shop.name} · ${title}`, sideMm: 18 } }),
  };
}

function heading({ t, sale }: Context): string {
  if (sale.kind === 'return') return t('sales.paper.return');
  return sale.kind === 'cancellation' ? t('sales.paper.cancellation') : t('sales.paper.receipt');
}

function body(context: Context): Markup {
  const { sale, t } = context;
  return html`<main class="receipt">
${shopHead(context)}
<h1>${heading(context)}</h1>
${about(context)}
${lineTable(context)}
${totals(context)}
${comeBack(context)}
<footer>
<p class="code">${barcode(sale.receipt_number)}<span>${sale.receipt_number}</span></p>
${contact(context)}
<p>${t('sales.paper.keep')}</p>
<p>${t('sales.paper.thanks')}</p>
</footer>
</main>`;
}

function shopHead({ shop, language }: Context): Markup {
  const isChinese = language !== 'en';
  const first = (isChinese && shop.chinese_name) || shop.name;
  const second = isChinese ? shop.name : shop.chinese_name;
  const address = (isChinese && shop.chinese_address) || shop.address;
  return html`<header>
<p class="shop">${first}</p>
${second && second !== first ? html`<p class="shop-other">${second}</p>` : ''}
<p class="quiet">${address}</p>
</header>`;
}

function about({ t, sale, shop, language, original, staffName, memberNumber, date }: Context): Markup {
  return html`<section class="about">
<p><span>${t('sales.paper.number')} ${sale.receipt_number}</span> <span>${formatInstant(sale.sold_at, language, shop.time_zone)}</span></p>
${original ? html`<p>${t('sales.paper.against', { number: original.receipt_number, date: date(original.sold_on) })}</p>` : ''}
<p>${staffName ? html`<span>${t('sales.paper.servedBy', { name: staffName })}</span>` : ''}
${memberNumber ? html`<span>${t('sales.paper.member', { number: memberNumber })}</span>` : ''}</p>
${sale.reason ? html`<p>${t('sales.paper.reason', { reason: reasonText(t, sale.reason) })}</p>` : ''}
</section>`;
}

function lineTable(context: Context): Markup {
  const { t, lines, format } = context;
  if (format === 'roll80')
    return html`<section class="lines">${lines.map((line) => rollLine(context, line))}</section>`;
  return html`<table class="lines">
<thead><tr><th>${t('sales.paper.description')}</th><th class="number">${t('sales.paper.quantity')}</th>
<th class="number">${t('sales.paper.unitPrice')}</th><th class="number">${t('sales.paper.amount')}</th></tr></thead>
<tbody>${lines.map((line) => sheetLine(context, line))}</tbody>
</table>`;
}

function rollLine(context: Context, line: ShownLineRow): Markup {
  const { money } = context;
  return html`<div class="line">
<p class="what">${nameOf(context, line)}</p>
${details(context, line)}
<p class="sum"><span>${line.quantity} × ${money(line.unit_price_minor)}</span><span>${money(line.quantity * line.unit_price_minor)}</span></p>
${discount(context, line)}
</div>`;
}

function sheetLine(context: Context, line: ShownLineRow): Markup {
  const { money } = context;
  return html`<tr>
<td><p class="what">${nameOf(context, line)}</p>${details(context, line)}${discount(context, line)}</td>
<td class="number">${line.quantity}</td>
<td class="number">${money(line.unit_price_minor)}</td>
<td class="number">${money(line.total_minor)}</td>
</tr>`;
}

function nameOf({ language }: Context, line: ShownLineRow): string {
  const name = (language !== 'en' && line.chinese_name) || line.description;
  return line.brand && !name.startsWith(line.brand) ? `${line.brand} ${name}` : name;
}

function details({ t, date }: Context, line: ShownLineRow): Markup {
  return html`${line.reference ? html`<p class="detail">${line.reference}</p>` : ''}
${line.serial ? html`<p class="detail">${t('sales.paper.serial', { serial: line.serial })}</p>` : ''}
${line.warranty_end && line.quantity > 0 ? html`<p class="detail">${t('sales.paper.warranty', { date: date(line.warranty_end) })}</p>` : ''}`;
}

function discount({ t, money }: Context, line: ShownLineRow): Markup | string {
  if (line.discount_minor === 0) return '';
  const reason = line.discount_reason ? ` (${discountText(t, line.discount_reason)})` : '';
  return html`<p class="sum detail"><span>${t('sales.paper.discount')}${reason}</span><span>${money(-line.discount_minor)}</span></p>`;
}

function totals({ t, sale, lines, money }: Context): Markup {
  const pieces = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const word = sale.total_minor < 0 ? t('sales.paper.refund') : t('sales.paper.total');
  return html`<section class="totals">
<p class="sum"><span>${t('sales.paper.pieces')}</span><span>${Math.abs(pieces)}</span></p>
<p class="sum total"><span>${word}</span><span>${money(Math.abs(sale.total_minor))}</span></p>
</section>`;
}

/** What was returned or cancelled since, so that a reprint does not promise what is gone. */
function comeBack(context: Context): Markup | string {
  const { against, t, money, date } = context;
  if (against.length === 0) return '';
  return html`<section class="back">${against.map(({ back, lines }) => {
    const params = { date: date(back.sold_on), number: back.receipt_number };
    const title =
      back.kind === 'return' ? t('sales.paper.returnedOn', params) : t('sales.paper.cancelledOn', params);
    return html`<p class="what">${title}</p>
${lines.map((line) => html`<p class="sum detail"><span>${line.quantity} × ${nameOf(context, line)}</span><span>${money(line.total_minor)}</span></p>`)}`;
  })}</section>`;
}

function contact({ t, shop }: Context): Markup {
  return html`<p>${t('sales.paper.hotline')} <strong>${shop.hotline}</strong></p>
<p>${t('sales.paper.hours')} ${shop.opening_hours}</p>`;
}

type Translate = ReturnType<typeof wordsFor>;

/** A reason chosen from the list in the reader's language; one that was typed, as it was typed. */
function discountText(t: Translate, reason: string): string {
  return t(`sales.discountReasons.${reason as 'member'}`, { defaultValue: reason });
}

function reasonText(t: Translate, reason: string): string {
  return t(`sales.returnReasons.${reason as 'defect'}`, { defaultValue: reason });
}
