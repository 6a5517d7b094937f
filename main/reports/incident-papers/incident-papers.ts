import type { Incident } from '@shared/contract/privacy';
import { formatDate } from '@shared/domain/dates';
import type { Language } from '@shared/domain/languages';
import type { PreparedDocument } from '../../kernel/devices';
import { html, sheet } from '../html';
import { type LetterShop, letterCss, letterhead, letterMarginMm } from '../letterhead';
import { wordsFor } from '../words';

interface Papers {
  readonly incident: Incident;
  readonly shop: LetterShop;
  readonly privacyOfficer: string | null;
  readonly today: string;
  readonly language: Language;
}

const css = `${letterCss}
  .facts { display: grid; grid-template-columns: 46mm 1fr; gap: 1.4mm 4mm; margin: 0; }
  .facts dt { color: #6b6357; }
  .facts dd { margin: 0; white-space: pre-wrap; }
  .signs { display: grid; grid-template-columns: 1fr 1fr; gap: 12mm; margin-top: 16mm; break-inside: avoid; }
  .signs div { border-top: 0.3mm solid #6b6357; padding-top: 1.5mm; color: #6b6357; font-size: 9pt; }
`;

/** What happened, whose data in figures, what was done and who was told: for the shop's file. */
export function incidentRecord({ incident, shop, today, language }: Papers): PreparedDocument {
  const t = wordsFor(language);
  const title = t('privacy.paper.incidentTitle', { number: incident.number });
  const facts: readonly (readonly [string, string])[] = [
    [t('privacy.incident.kindLabel'), t(`privacy.incident.kind.${incident.kind}`)],
    [t('privacy.incident.happenedOn'), formatDate(incident.happenedOn, language)],
    [t('privacy.incident.noticedOn'), formatDate(incident.noticedOn, language)],
    [t('privacy.incident.what'), incident.what],
    [t('privacy.incident.dataKinds'), incident.dataKinds],
    [t('privacy.incident.people'), String(incident.people)],
    [t('privacy.incident.measures'), incident.measures],
    ...(incident.closed ? [[t('privacy.incident.lesson'), incident.closed.lesson] as const] : []),
  ];
  const body = html`${letterhead(shop)}
<h1>${title}</h1>
<p class="quiet">${t('privacy.paper.incidentInside')}</p>
<dl class="facts">${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
${
  incident.events.length > 0 &&
  html`<h2>${t('privacy.steps')}</h2><table><tbody>${incident.events.map(
    (event) => html`<tr><td>${formatDate(event.onDay, language)}</td>
<td>${event.whom ? t('privacy.incident.told', { whom: t(`privacy.incident.whoms.${event.whom}`) }) : t(event.kind === 'closed' ? 'privacy.incident.closed' : 'privacy.incident.measure')}<br>${event.words}</td>
<td>${event.by.name}</td></tr>`,
  )}</tbody></table>`
}
<div class="signs"><div>${t('complaints.summary.manager')}</div><div>${t('privacy.paper.madeOn')}</div></div>`;
  const foot = `${shop.name} · ${incident.number} · ${formatDate(today, language)}`;
  return sheet({ title, css, language, body, foot, marginMm: letterMarginMm });
}

/** To the people concerned: what happened, what was done, what to be careful of. A template: one letter for everybody. */
export function incidentLetter({
  incident,
  shop,
  privacyOfficer,
  today,
  language,
}: Papers): PreparedDocument {
  const t = wordsFor(language);
  const title = t('privacy.paper.incidentLetterTitle');
  const body = html`${letterhead(shop)}
<p class="date">${formatDate(today, language)}</p>
<p>${t('privacy.paper.dearNobody')}</p>
<h1>${title}</h1>
<p>${t('privacy.paper.incidentLetter', { date: formatDate(incident.noticedOn, language), what: incident.what })}</p>
<p>${t('privacy.paper.incidentData', { data: incident.dataKinds })}</p>
<p>${t('privacy.paper.incidentDone', { measures: incident.measures })}</p>
<p>${t('privacy.paper.incidentAdvice')}</p>
<p>${t('privacy.paper.incidentSorry', { hotline: shop.hotline })}</p>
<p class="close">${t('privacy.paper.yours')}<br><br>${privacyOfficer ?? t('privacy.paper.officer')}<br>${shop.name}</p>`;
  return sheet({
    title: `${incident.number} ${title}`,
    css,
    language,
    body,
    foot: `${shop.name} · ${incident.number}`,
    marginMm: letterMarginMm,
  });
}
