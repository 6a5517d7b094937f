import { formatDate, formatYearlyDate } from '@shared/domain/dates';
import { asLanguage, type Language, languageNames } from '@shared/domain/languages';
import { formatMoney, money } from '@shared/domain/money';
import { tierInWords } from '@shared/words/vip';
import type { PreparedDocument } from '../../kernel/devices';
import { html, type Markup, raw, sheet } from '../html';
import type { LetterShop } from '../letterhead';
import { wordsFor } from '../words';
import type { ReportCopy, ReportFacts } from './customer-facts';
import { reportCss } from './customer-report-css';
import { internalSection } from './internal-section';
import { needsSection, promisesSection } from './needs-section';
import { openSection, storySection } from './story-section';

export interface ReportFrame {
  readonly shop: LetterShop;
  readonly staff: string;
  readonly today: string;
  readonly copy: ReportCopy;
  readonly language: Language;
}

/** Finishes a report that was gathered: a designed A4 page, the customer's or the shop's copy. */
export function customerReport(facts: ReportFacts, frame: ReportFrame): PreparedDocument {
  const { language, shop, copy, today, staff } = frame;
  const t = wordsFor(language);
  const title = `${t('reports.customer')} ${facts.number}`;
  const date = formatDate(today, language);
  const body = html`<header class="head">
  <div><p class="shop">${shop.name}</p><h1>${facts.name}</h1>
  <p class="quiet">${t('reports.number')} ${facts.number} · ${t('reports.preparedOn', { date })}</p></div>
  ${facts.membership && html`<div class="member"><strong>VIP ${tierInWords(facts.membership.tier, language)}</strong><span>${facts.membership.cardNumber}</span></div>`}
</header>
${copy === 'shop' && html`<p class="internal-mark">${t('reports.internal')}</p>`}
${summary(facts, language)}
${profile(facts, language)}
${consent(facts, language)}
${items(facts, language)}
${purchases(facts, language)}
${needsSection(facts, language)}
${promisesSection(facts, language)}
${facts.internal && openSection(facts.internal.open, language)}
${storySection(facts.story, facts.timeZone, language)}
${facts.internal && internalSection(facts.internal, language)}
${copy === 'customer' && html`<p class="rights quiet">${t('reports.rights')}<br>${shop.address} · ${shop.hotline}</p>`}`;
  const foot = t('reports.preparedBy', { shop: shop.name, date, staff });
  return sheet({ title, css: reportCss, language, body, foot, marginMm: { top: 16, side: 16 } });
}

const amount = (minor: number, currency: string, language: Language) =>
  formatMoney(money(minor, currency), language);

function summary(facts: ReportFacts, language: Language): Markup {
  const t = wordsFor(language);
  const cells = [
    [amount(facts.spentMinor, facts.currency, language), t('reports.summary.spent')],
    [facts.receiptCount, t('reports.summary.receipts')],
    [facts.items.length, t('reports.summary.items')],
    [facts.lastSoldOn ? formatDate(facts.lastSoldOn, language) : '–', t('reports.summary.last')],
  ] as const;
  return html`<div class="summary">${cells.map(
    ([value, label]) => html`<div><strong>${value}</strong><span>${label}</span></div>`,
  )}</div>`;
}

function profile(facts: ReportFacts, language: Language): Markup {
  const t = wordsFor(language);
  const { preferences, birthday } = facts;
  const list = (json: string | undefined) => (json ? (JSON.parse(json) as string[]) : []);
  const wishes = [
    preferences?.wrist_mm && t('reports.wrist', { mm: preferences.wrist_mm }),
    preferences?.strap && t(`productFacts.value.${preferences.strap}`, { defaultValue: preferences.strap }),
    ...list(preferences?.brands),
    ...list(preferences?.metals).map((metal) => t(`productFacts.value.${metal}`, { defaultValue: metal })),
    ...list(preferences?.colours).map((colour) =>
      t(`productFacts.value.${colour}`, { defaultValue: colour }),
    ),
  ].filter(Boolean);
  const rows = [
    [
      t('reports.contact'),
      facts.contacts.length > 0 && facts.contacts.map(({ value }) => html`<div>${breakable(value)}</div>`),
    ],
    [t('reports.address'), facts.address],
    [t('reports.language'), languageNames[asLanguage(facts.language)]],
    [t('reports.birthday'), birthday && formatYearlyDate(birthday.month, birthday.day, language)],
    [t('reports.customerSince'), formatDate(facts.since, language)],
    [t('reports.advisor'), facts.advisor],
    [t('reports.preferences'), wishes.join(' · ')],
  ] as const;
  return html`<dl class="profile">${rows.map(
    ([term, value]) => value && html`<div><dt>${term}</dt><dd>${value}</dd></div>`,
  )}</dl>`;
}

/** A long address breaks behind its @ and not in the middle of a word. */
const breakable = (contact: string): Markup =>
  html`${contact.split('@').map((part, index) => html`${index > 0 && html`<wbr>@`}${part}`)}`;

function consent(facts: ReportFacts, language: Language): Markup {
  const t = wordsFor(language);
  if (!facts.wasAskedForConsent)
    return html`<h2>${t('reports.consent')}</h2><p class="quiet">${t('reports.consentNone')}</p>`;
  return html`<h2>${t('reports.consent')}</h2><ul class="consent">${facts.consent.map(
    ({ verdict, text }) =>
      html`<li class="${verdict}"><span class="mark" aria-hidden="true">${verdict === 'may' ? '✓' : '–'}</span>${text}</li>`,
  )}</ul>`;
}

/** A date in a narrow column: it stands on one line, whatever the script. */
const unbroken = (date: string, language: Language) => formatDate(date, language).replaceAll(' ', '\u00a0');

function items(facts: ReportFacts, language: Language): Markup {
  const t = wordsFor(language);
  if (facts.items.length === 0)
    return html`<h2>${t('reports.items')}</h2><p class="quiet">${t('reports.itemsNone')}</p>`;
  const careWord = {
    service: t('reports.service'),
    'water-test': t('reports.waterTest'),
    battery: t('reports.battery'),
  };
  const warranty = (item: ReportFacts['items'][number]) => {
    if (!item.warrantyEndsOn) return '–';
    const date = unbroken(item.warrantyEndsOn, language);
    return item.warrantyState === 'out'
      ? t('reports.warrantyEnded', { date })
      : t('reports.warrantyUntil', { date });
  };
  const care = ({ kind, dueOn, state }: ReportFacts['items'][number]['care'][number]) => {
    const date = unbroken(dueOn, language);
    return html`<div class="${state}">${careWord[kind]} ${state === 'overdue' ? t('reports.overdue', { date }) : date}</div>`;
  };
  return html`<h2>${t('reports.items')}</h2>
<table class="items"><thead><tr><th>${t('reports.item')}</th><th>${t('reports.serial')}</th><th>${t('reports.bought')}</th>
<th>${t('reports.warranty')}</th><th>${t('reports.care')}</th></tr></thead>
<tbody>${facts.items.map(
    (
      item,
    ) => html`<tr><td><strong>${itemName(item)}</strong>${item.reference && html`<br><span class="quiet small">${item.reference}</span>`}</td>
<td>${item.serial ?? '–'}</td>
<td class="when">${item.boughtOn ? unbroken(item.boughtOn, language) : '–'}${!item.isBoughtHere && html`<br><span class="quiet small">${t('reports.elsewhere')}</span>`}</td>
<td class="when">${warranty(item)}</td><td class="when">${item.care.length > 0 ? item.care.map(care) : '–'}</td></tr>`,
  )}</tbody></table>`;
}

function itemName(item: ReportFacts['items'][number]): string {
  const { brand, family, description } = item;
  if (family) return [brand, family].filter(Boolean).join(' ');
  const isBrandSaid = !brand || description.toLowerCase().startsWith(brand.toLowerCase());
  return isBrandSaid ? description : `${brand} ${description}`;
}

function purchases(facts: ReportFacts, language: Language): Markup {
  const t = wordsFor(language);
  if (facts.years.length === 0)
    return html`<h2>${t('reports.purchases')}</h2><p class="quiet">${t('reports.purchasesNone')}</p>`;
  const highest = Math.max(1, ...facts.years.map((year) => year.spendMinor));
  return html`<div class="years"><h2>${t('reports.purchases')}</h2>
<table>${facts.years.map(
    ({
      year,
      spendMinor,
      receipts,
    }) => html`<tr><td class="year">${year}</td><td class="bar">${bar(spendMinor / highest)}</td>
<td class="number">${amount(spendMinor, facts.currency, language)}</td>
<td class="number quiet">${t('reports.purchasesCount', { count: receipts })}</td></tr>`,
  )}</table></div>
<h2>${t('reports.recent')}</h2>
<table>${facts.recent.map(
    (receipt) => html`<tr><td class="when sold">${formatDate(receipt.soldOn, language)}</td>
<td>${receipt.lines.join('; ')}${receipt.kind !== 'sale' && html` <em class="quiet">(${receipt.kind === 'return' ? t('reports.return') : t('reports.cancellation')})</em>`}</td>
<td class="quiet small receipt">${receipt.number}</td>
<td class="number">${amount(receipt.totalMinor, receipt.currency, language)}</td></tr>`,
  )}</table>`;
}

/** A bar as a drawing: its length is a share of the best year; a year of returns only has none. */
function bar(share: number): Markup {
  const width = Math.max(0, Math.min(100, Math.round(share * 1000) / 10));
  return raw(
    `<svg viewBox="0 0 100 6" preserveAspectRatio="none" width="100%" height="11" aria-hidden="true">` +
      `<rect width="100" height="6" fill="#f0ebe2"/><rect width="${width}" height="6" fill="#1f5d4b"/></svg>`,
  );
}
