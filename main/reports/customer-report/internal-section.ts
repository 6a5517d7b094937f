import { civilDateOf, formatDate, formatYearlyDate } from '@shared/domain/dates';
import type { Language } from '@shared/domain/languages';
import { html, type Markup } from '../html';
import { wordsFor } from '../words';
import type { InternalFacts } from './customer-facts';

/** The last part of the shop's copy: what no customer may read. */
export function internalSection(facts: InternalFacts, language: Language): Markup {
  const t = wordsFor(language);
  const discreet = (isDiscreet: boolean) => isDiscreet && html` <em>(${t('reports.discreet')})</em>`;
  const part = (title: string, rows: readonly Markup[]) =>
    rows.length > 0 && html`<h3>${title}</h3><ul>${rows.map((row) => html`<li>${row}</li>`)}</ul>`;
  return html`<section class="internal"><h2>${t('reports.forTheShop')}</h2>
${facts.discretion && html`<h3>${t('reports.discretion')}</h3><p>${facts.discretion}</p>`}
${part(
  t('reports.dates'),
  facts.dates.map(
    ({ kind, label, month, day, isDiscreet }) =>
      html`${formatYearlyDate(month, day, language)}: ${label ?? t(`customers.dateKind.${kind}`, { defaultValue: kind })}${discreet(isDiscreet)}`,
  ),
)}
${part(
  t('reports.links'),
  facts.links.map(
    ({ relation, name, note, isDiscreet }) =>
      html`${t(`customers.relation.${relation}`, { defaultValue: relation })}: ${name}${note && html` · ${note}`}${discreet(isDiscreet)}`,
  ),
)}
${part(
  t('reports.notes'),
  facts.notes.map(
    ({ at, body, author, isDiscreet }) =>
      html`<span class="quiet">${formatDate(civilDateOf(at), language)}${author && ` · ${author}`}</span><br>${body}${discreet(isDiscreet)}`,
  ),
)}</section>`;
}
