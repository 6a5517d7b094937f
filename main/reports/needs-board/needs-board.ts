import type { Output } from '@shared/contract';
import { type BoardFilterInput, budgetBands } from '@shared/contract/needs';
import { civilDateOf, formatDate } from '@shared/domain/dates';
import type { Language } from '@shared/domain/languages';
import { formatMoney, money } from '@shared/domain/money';
import { displayName } from '@shared/domain/names';
import { type WantedAttribute, wishInWords } from '@shared/domain/needs';
import type { PreparedDocument } from '../../kernel/devices';
import { html, type Markup, raw, sheet } from '../html';
import { type LetterShop, letterCss, letterhead } from '../letterhead';
import { wordsFor } from '../words';

type Board = Output<'needs.board'>;
type Words = ReturnType<typeof wordsFor>;

interface Printed {
  readonly board: Board;
  readonly filter: BoardFilterInput;
  readonly shop: LetterShop;
  readonly printedBy: string;
  readonly today: string;
  readonly timeZone: string;
  readonly language: Language;
}

const mostBars = 10;
const css = `${letterCss}
  .letterhead { margin-bottom: 5mm; }
  .figures { display: flex; gap: 10mm; margin: 0 0 4mm; }
  .figures div { display: flex; flex-direction: column-reverse; }
  .figures dt { color: #6b6357; font-size: 9pt; }
  .figures dd { margin: 0; font-size: 15pt; font-weight: 600; }
  .pictures { display: grid; grid-template-columns: 1fr 1fr 1fr; gap: 7mm; }
  .pictures h2 { margin-top: 0; }
  .picture { break-inside: avoid; }
  .bar { display: grid; grid-template-columns: 1fr 9mm; gap: 0.4mm 2mm; margin-bottom: 1.2mm; font-size: 9pt; }
  .bar svg { grid-column: 1 / -1; width: 100%; height: 1.6mm; display: block; }
  .two { display: grid; grid-template-columns: 1fr 1fr; gap: 7mm; }
  .buy td:nth-child(n + 3) { white-space: nowrap; }
  .needs td { font-size: 9pt; }
  .needs .when, .needs .who { white-space: nowrap; }
`;

/** The needs board on paper, for a meeting: what is wanted, what is unmet and why, what to buy in, and who waits. */
export function needsBoard(printed: Printed): PreparedDocument {
  const { board, filter, shop, printedBy, today, language } = printed;
  const t = wordsFor(language);
  const title = t('needs.analysis.paperTitle');
  const named = (label: string) => label || t('needs.board.unnamed');
  const body = html`${letterhead(shop)}
<h1>${title}</h1>
<p class="quiet">${periodOf(filter, language, t)} · ${t(filter.counts === 'noted' ? 'needs.analysis.countsNoted' : 'needs.analysis.countsOpen')} · ${t(filter.staffId ? 'needs.board.mine' : 'needs.board.shop')}</p>
<dl class="figures">${(['open', 'dueSoon', 'overdue', 'postponed'] as const).map(
    (name) => html`<div><dt>${t(`needs.board.${name}`)}</dt><dd>${board[name]}</dd></div>`,
  )}</dl>
<div class="pictures">
${picture(t('needs.board.byBrand'), board.byBrand.slice(0, mostBars), named)}
${picture(t('needs.board.byBudget'), board.byBudget, (code) => bandInWords(code, board.currency, language, t))}
${picture(t('needs.board.byOccasion'), board.byOccasion.slice(0, mostBars), (code) => named(known(t, 'occasions', code)))}
</div>
<h2>${t('needs.analysis.unmet')}</h2>
<p>${t('needs.analysis.unmetLine', {
    lost: board.unmet.total,
    met: board.unmet.met,
    long: board.unmet.long,
    days: filter.longDays ?? 0,
    unanswered: board.unmet.unanswered,
  })}</p>
${
  board.unmet.total > 0 &&
  html`<div class="two">
${picture(t('needs.analysis.lostWhy'), board.unmet.byReason, (code) => named(known(t, 'reasons', code)))}
${picture(t('needs.analysis.lostBrands'), board.unmet.byBrand, named)}
</div>`
}
<h2>${t('needs.analysis.buyIn')}</h2>
${buyInTable(printed, t)}
<h2>${t('needs.board.list')}</h2>
${needsTable(printed, t)}`;
  const foot = `${shop.name} · ${title} · ${formatDate(today, language)} · ${printedBy}`;
  return sheet({ title, css, language, body, foot, marginMm: { top: 16, side: 16 } });
}

function periodOf({ from, to }: BoardFilterInput, language: Language, t: Words): string {
  if (from && to)
    return t('needs.analysis.between', { from: formatDate(from, language), to: formatDate(to, language) });
  if (from) return t('needs.analysis.since', { date: formatDate(from, language) });
  return to ? t('needs.analysis.until', { date: formatDate(to, language) }) : t('needs.analysis.period.all');
}

/** A word of ours, or the shop's own as it was written. */
function known(t: Words, group: 'occasions' | 'reasons' | 'categories', code: string): string {
  return t(`needs.${group}.${code}`, { defaultValue: code }) as string;
}

function bandInWords(code: string, currency: string, language: Language, t: Words): string {
  const band = budgetBands.find((one) => one.code === code);
  const amount = (minor: number) => formatMoney(money(minor, currency), language);
  if (!band) return t('needs.band.none');
  if (band.maxMinor === null) return t('needs.band.over', { from: amount(band.minMinor) });
  if (band.minMinor === 0) return t('needs.band.upTo', { to: amount(band.maxMinor) });
  return t('needs.band.between', { from: amount(band.minMinor), to: amount(band.maxMinor) });
}

function picture(
  title: string,
  rows: readonly { readonly name: string; readonly count: number }[],
  say: (name: string) => string,
): Markup {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return html`<section class="picture"><h2>${title}</h2>${rows.map(
    ({ name, count }) => html`<div class="bar"><span>${say(name)}</span><span class="number">${count}</span>
${raw(`<svg viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="2" fill="#efe9df"/><rect width="${(100 * count) / most}" height="2" fill="#1f5d4b"/></svg>`)}</div>`,
  )}</section>`;
}

function buyInTable({ board, timeZone, language }: Printed, t: Words): Markup {
  if (board.buyIn.length === 0) return html`<p class="quiet">${t('needs.analysis.buyInNone')}</p>`;
  return html`<table class="buy"><thead><tr><th>${t('needs.analysis.what')}</th><th>${t('needs.analysis.references')}</th>
<th>${t('needs.analysis.budget')}</th><th class="number">${t('needs.analysis.waiting')}</th>
<th class="number">${t('needs.analysis.lost')}</th><th>${t('needs.analysis.sinceHead')}</th></tr></thead>
<tbody>${board.buyIn.map(
    (
      line,
    ) => html`<tr><td>${[line.category && known(t, 'categories', line.category), line.brand].filter(Boolean).join(' · ') || t('needs.anything')}</td>
<td>${line.references.join(', ') || '–'}</td><td>${bandInWords(line.band, board.currency, language, t)}</td>
<td class="number">${line.waiting}</td><td class="number">${line.lost}</td>
<td>${line.since === null ? '–' : formatDate(civilDateOf(line.since, timeZone), language)}</td></tr>`,
  )}</tbody></table>`;
}

/** What is discreet is not on paper that lies about. */
function needsTable({ board, language }: Printed, t: Words): Markup {
  const rows = board.rows.filter(({ need }) => !need.isDiscreet);
  if (rows.length === 0) return html`<p class="quiet">${t('needs.board.empty')}</p>`;
  return html`<table class="needs"><thead><tr><th>${t('needs.analysis.who')}</th><th>${t('needs.analysis.what')}</th>
<th>${t('needs.analysis.byDate')}</th><th>${t('needs.analysis.advisor')}</th></tr></thead>
<tbody>${rows.map(({ need, customer }) => {
    const wishes = Object.values(need.attributes).flatMap((wish) =>
      wishInWords(
        wish as WantedAttribute,
        (value) => t(`productFacts.value.${value}`, { defaultValue: value }) as string,
      ),
    );
    const what = [
      need.category && known(t, 'categories', need.category),
      need.brand,
      need.reference,
      ...wishes,
    ];
    const names = {
      familyName: customer.familyName ?? '',
      givenName: customer.givenName ?? '',
      englishName: customer.englishName ?? '',
      chineseName: customer.chineseName ?? '',
      preferredName: customer.preferredName ?? '',
    };
    return html`<tr><td class="who">${displayName(names, language) || customer.number}</td>
<td>${what.filter(Boolean).join(' · ') || t('needs.anything')}${need.occasion && ` · ${known(t, 'occasions', need.occasion)}`}</td>
<td class="when">${need.byDate ? formatDate(need.byDate, language) : '–'}</td><td>${need.staff.name}</td></tr>`;
  })}</tbody></table>`;
}
