import type { Gift, GiftYear } from '@shared/contract/gifts';
import { formatDate } from '@shared/domain/dates';
import type { GiftOccasion } from '@shared/domain/gifts';
import type { Language } from '@shared/domain/languages';
import { formatMoney, money } from '@shared/domain/money';
import { fullName } from '@shared/domain/names';
import { tierInWords } from '@shared/words/vip';
import type { PreparedDocument } from '../../kernel/devices';
import { html, type Markup, sheet } from '../html';
import { type LetterShop, letterCss, letterhead } from '../letterhead';
import { wordsFor } from '../words';

interface Sheet {
  readonly report: GiftYear;
  readonly shop: LetterShop;
  readonly today: string;
  readonly language: Language;
}

const css = `${letterCss}
  h1 { margin-bottom: 1mm; }
  .total { font-size: 13pt; font-weight: 600; margin: 4mm 0 2mm; }
  .sums { display: grid; grid-template-columns: repeat(3, 1fr); gap: 8mm; break-inside: avoid; }
  .sums h2 { border-top: none; padding-top: 0; margin: 2mm 0 1mm; font-size: 10.5pt; }
  .given { font-size: 9pt; }
  .given .day { width: 30mm; white-space: nowrap; }
`;

/** Who received what in a year, and what it cost by occasion, person and tier: for the shop's file. */
export function giftYearSheet({ report, shop, today, language }: Sheet): PreparedDocument {
  const t = wordsFor(language);
  const title = t('gifts.year.paperTitle', { year: report.year });
  const cost = (minor: number) => formatMoney(money(minor, report.currency), language);
  const sums = (name: string, rows: GiftYear['byTier'], word: (key: string) => string): Markup =>
    html`<div><h2>${name}</h2><table><tbody>${rows.map(
      ({ key, gifts, costMinor }) =>
        html`<tr><td>${word(key)}</td><td class="number">${gifts}</td><td class="number">${cost(costMinor)}</td></tr>`,
    )}</tbody></table></div>`;
  const body = html`${letterhead(shop)}
<h1>${title}</h1>
<p class="quiet">${t('gifts.year.paperInside')}</p>
<p class="total">${t('gifts.year.total', { count: report.gifts.length, cost: cost(report.costMinor) })} · ${t('gifts.year.pastLimit', { count: report.pastLimit })}</p>
<div class="sums">
${sums(t('gifts.year.byOccasion'), report.byOccasion, (key) => t(`gifts.occasions.${key as GiftOccasion}`))}
${sums(t('gifts.year.byPerson'), report.byPerson, (key) => key)}
${sums(t('gifts.year.byTier'), report.byTier, (key) => (key ? tierInWords(key, language) : t('gifts.year.noCard')))}
</div>
<h2>${t('gifts.title')}</h2>
<table class="given"><thead><tr><th>${t('gifts.year.day')}</th><th>${t('gifts.year.who')}</th><th>${t('gifts.year.what')}</th>
<th>${t('gifts.occasion')}</th><th>${t('gifts.year.by')}</th><th class="number">${t('gifts.year.cost')}</th></tr></thead>
<tbody>${report.gifts.map((gift) => line(gift, language))}</tbody></table>`;
  const foot = `${shop.name} · ${title} · ${formatDate(today, language)}`;
  return sheet({ title, css, language, body, foot, marginMm: { top: 18, side: 18 } });
}

function line(gift: Gift, language: Language): Markup {
  const t = wordsFor(language);
  const names = {
    familyName: gift.customer.familyName ?? '',
    givenName: gift.customer.givenName ?? '',
    englishName: gift.customer.englishName ?? '',
    chineseName: gift.customer.chineseName ?? '',
    preferredName: gift.customer.preferredName ?? '',
  };
  const who = gift.isDiscreet
    ? t('gifts.year.paperDiscreet')
    : `${fullName(names, language) || gift.customer.number} · ${gift.customer.number}`;
  const name = (language !== 'en' && gift.kind.chineseName) || gift.kind.name;
  const what = gift.quantity > 1 ? `${gift.quantity} × ${name}` : name;
  const beyond = gift.isPastLimit
    ? html`<br><span class="small">${t('gifts.beyond')}${gift.limitReason && !gift.isDiscreet ? `: ${gift.limitReason}` : ''}</span>`
    : '';
  return html`<tr><td class="day">${formatDate(gift.givenOn, language)}</td><td>${who}</td><td>${what}${beyond}</td>
<td>${t(`gifts.occasions.${gift.occasion}`)}</td><td>${gift.givenBy.name}</td>
<td class="number">${formatMoney(money(gift.costMinor, gift.currency), language)}</td></tr>`;
}
