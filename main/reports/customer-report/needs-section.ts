import { formatDate } from '@shared/domain/dates';
import type { Language } from '@shared/domain/languages';
import { formatMoney, money } from '@shared/domain/money';
import { type WantedAttribute, wishInWords } from '@shared/domain/needs';
import { html, type Markup } from '../html';
import { wordsFor } from '../words';
import type { ReportFacts } from './customer-facts';

type Need = ReportFacts['needs'][number];
type Words = ReturnType<typeof wordsFor>;

/** What the customer still looks for, with what was wished, for whom, for how much and by when. */
export function needsSection({ needs }: ReportFacts, language: Language): Markup {
  const t = wordsFor(language);
  if (needs.length === 0)
    return html`<h2>${t('reports.needs')}</h2><p class="quiet">${t('reports.needsNone')}</p>`;
  return html`<h2>${t('reports.needs')}</h2>
<table><thead><tr><th>${t('reports.need')}</th><th>${t('reports.budget')}</th><th>${t('reports.byDate')}</th></tr></thead>
<tbody>${needs.map((need) => {
    const why = whyInWords(need, t);
    const said = [need.seen, need.asked, need.answered].filter(Boolean).join(' / ');
    return html`<tr><td>${wanted(need, t)}${why && html`<br><span class="quiet small">${why}</span>`}${said && html`<br><span class="quiet small">${said}</span>`}</td>
<td>${budget(need, language, t)}</td><td class="when">${need.by_date ? formatDate(need.by_date, language) : '–'}</td></tr>`;
  })}</tbody></table>`;
}

/** What the shop said it would do, and by which day. */
export function promisesSection({ promises }: ReportFacts, language: Language): Markup {
  const t = wordsFor(language);
  if (promises.length === 0)
    return html`<h2>${t('reports.promises')}</h2><p class="quiet">${t('reports.promisesNone')}</p>`;
  return html`<h2>${t('reports.promises')}</h2>
<ul class="promises">${promises.map((promise) => {
    const what =
      promise.kind === 'come-back' ? wanted(promise.need, t) : promise.kind === 'given' ? promise.what : '';
    return html`<li>${t(`reports.promise.${promise.kind}`, { date: formatDate(promise.on, language), what })}</li>`;
  })}</ul>`;
}

function wanted(need: Need, t: Words): string {
  const category =
    need.category &&
    t([`needs.categories.${need.category}`, `products.categories.${need.category}`], {
      defaultValue: need.category,
    });
  const wishes = Object.values(JSON.parse(need.attributes) as Record<string, WantedAttribute>).flatMap(
    (wish) =>
      wishInWords(wish, (value) => t(`productFacts.value.${value}`, { defaultValue: value }) as string),
  );
  const parts = [need.brand, category, need.reference, ...wishes].filter(Boolean);
  return parts.join(' · ') || t('reports.anything');
}

function whyInWords(need: Need, t: Words): string {
  const known = (group: 'occasions' | 'recipients', code: string) =>
    t(`needs.${group}.${code}`, { defaultValue: code }) as string;
  const whom = need.for_whom && need.for_whom !== 'self' && known('recipients', need.for_whom);
  return [need.occasion && known('occasions', need.occasion), whom && t('needs.forPerson', { whom })]
    .filter(Boolean)
    .join(' · ');
}

function budget(
  { budget_min_minor: least, budget_max_minor: most, currency }: Need,
  language: Language,
  t: Words,
) {
  const amount = (minor: number) => formatMoney(money(minor, currency), language);
  if (least !== null && most !== null) return `${amount(least)} – ${amount(most)}`;
  if (most !== null) return t('reports.upTo', { amount: amount(most) });
  return least !== null ? t('reports.from', { amount: amount(least) }) : '–';
}
