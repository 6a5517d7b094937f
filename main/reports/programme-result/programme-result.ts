import type { Programme, ProgrammeAction, ProgrammeResult } from '@shared/contract/programmes';
import { civilDateOf, formatDate } from '@shared/domain/dates';
import type { Language } from '@shared/domain/languages';
import { formatMoney, money } from '@shared/domain/money';
import { type Estimate, intervalScale } from '@shared/domain/programmes';
import { goalInWords, programmeFigure, resultInWords } from '@shared/words/programme-sentences';
import type { PreparedDocument } from '../../kernel/devices';
import { html, type Markup, sheet } from '../html';
import { type LetterShop, letterCss, letterhead } from '../letterhead';
import { wordsFor } from '../words';

/** A campaign of the programme and what came of it. */
interface ProgrammeCampaign {
  readonly number: string;
  readonly name: string;
  readonly status: string;
  readonly written: number;
  readonly answered: number;
  readonly bought: number;
  readonly amountMinor: number;
}

interface Sheet {
  readonly programme: Programme;
  readonly actions: readonly ProgrammeAction[];
  readonly campaigns: readonly ProgrammeCampaign[];
  /** Null for a draft. */
  readonly result: ProgrammeResult | null;
  readonly shop: LetterShop;
  readonly today: string;
  readonly timeZone: string;
  readonly language: Language;
}

const css = `${letterCss}
  .letterhead { margin-bottom: 4mm; padding-bottom: 2.5mm; }
  h1 { margin-bottom: 1mm; }
  h2 { margin: 3.5mm 0 1.5mm; padding-top: 2mm; }
  html { font-size: 10pt; }
  p { margin: 0 0 1.5mm; }
  .verdict { font-size: 12.5pt; font-weight: 600; margin: 1mm 0 2mm; }
  .warning { border-left: 0.6mm solid #8a5a00; padding-left: 3mm; }
  th, td { padding-block: 0.8mm; }
  td + td { white-space: nowrap; }
  .said { white-space: pre-wrap; }
  svg { width: 100%; height: 26mm; display: block; margin: 1.5mm 0; }
`;

/** One programme on one page: what it wanted, what was done, what came of it and how sure that is, and what was learned. */
export function programmeResult(page: Sheet): PreparedDocument {
  const { programme, result, shop, today, language } = page;
  const t = wordsFor(language);
  const title = t('programmes.paper.title', { number: programme.number, name: programme.name });
  const { start, lesson } = programme;
  const said = result && resultInWords(programme, result, language);
  const body = html`${letterhead(shop)}
<h1>${title}</h1>
<p class="quiet">${t(`programmes.status.${programme.status}`)}${
    start
      ? ` · ${t('programmes.paper.dates', { start: formatDate(start.on, language), end: formatDate(start.lastDay, language) })}`
      : ''
  } · ${programme.owner.name}</p>
<h2>${t('programmes.goal.title')}</h2>
<p>${goalInWords(programme, language)}</p>
${programme.words ? html`<p class="said">${programme.words}</p>` : ''}
<h2>${t('programmes.people.title')}</h2>
<p>${audience(page)}</p>
${said ? html`<h2>${t('programmes.result.title')}</h2>${resultPart(page, said)}` : ''}
<h2>${t('programmes.actions.title')}</h2>
${actionTable(page)}
<p>${budget(page)}</p>
${campaignList(page)}
${lesson ? html`<h2>${t('programmes.lesson')}</h2><p class="said">${lesson}</p>` : ''}
${start ? html`<p class="quiet small">${t('programmes.paper.method')}: ${t('programmes.people.seed', { seed: start.seed, method: start.method })}. ${t('programmes.paper.statistics')}</p>` : ''}`;
  const foot = `${shop.name} · ${programme.number} · ${formatDate(today, language)}`;
  return sheet({ title, css, language, body, foot, marginMm: { top: 14, side: 18 } });
}

function audience({ programme, language }: Sheet): string {
  const t = wordsFor(language);
  const { start, segment, heldOutPercent } = programme;
  if (!start) return t('programmes.people.draft', { name: segment.name, percent: heldOutPercent });
  return [
    t('programmes.people.audience', {
      count: start.audience,
      date: formatDate(start.on, language),
      name: segment.name,
    }),
    t('programmes.people.heldOut', { count: start.heldOut }),
  ].join(' · ');
}

function resultPart(page: Sheet, said: ReturnType<typeof resultInWords>): Markup {
  const { programme, result, language } = page;
  const t = wordsFor(language);
  if (!result) return html``;
  const figure = (value: number) => programmeFigure(value, programme, language);
  const row = (name: string, { people, value, low, high }: Estimate) =>
    html`<tr><td>${name}</td><td class="number">${people}</td><td class="number">${figure(value)}</td>
<td class="number">${t('programmes.result.interval', { low: figure(low), high: figure(high) })}</td></tr>`;
  return html`<p class="verdict">${said.difference}</p><p>${said.figures} ${said.goal}</p>
${said.warnings.map((warning) => html`<p class="warning">${warning}</p>`)}
${picture(page, result)}
<table><thead><tr><th>${t('programmes.paper.group')}</th><th class="number">${t('programmes.paper.people')}</th>
<th class="number">${t('programmes.paper.figure')}</th><th class="number">${t('programmes.paper.between')}</th></tr></thead>
<tbody>${row(t('programmes.result.treated'), result.treated)}${row(t('programmes.result.held'), result.heldOut)}</tbody></table>`;
}

/** Two bars with the figure as a line in each, and the goal across both. */
function picture({ programme, language }: Sheet, { treated, heldOut }: ProgrammeResult): Markup {
  const t = wordsFor(language);
  const target = programme.goal.kind === 'spend' ? programme.goal.target : programme.goal.target / 10_000;
  const at = intervalScale([treated, heldOut], target);
  const x = (value: number) => 120 + at(value) * 560;
  const bar = (name: string, estimate: Estimate, y: number, colour: string) =>
    html`<text x="0" y="${y + 14}" font-size="13" fill="#1c1a17">${name}</text>
<rect x="${x(estimate.low)}" y="${y}" width="${Math.max(2, x(estimate.high) - x(estimate.low))}" height="20" rx="3" fill="${colour}"/>
<line x1="${x(estimate.value)}" x2="${x(estimate.value)}" y1="${y - 4}" y2="${y + 24}" stroke="#1c1a17" stroke-width="2.5"/>`;
  return html`<svg viewBox="0 0 700 130" role="img" aria-label="${t('programmes.result.axis')}">
${bar(t('programmes.result.treated'), treated, 14, '#a9cbbd')}
${bar(t('programmes.result.held'), heldOut, 60, '#ddd6ca')}
<line x1="${x(target)}" x2="${x(target)}" y1="2" y2="98" stroke="#8a5a00" stroke-width="1.5" stroke-dasharray="5 4"/>
<text x="${x(target)}" y="116" font-size="12" text-anchor="middle" fill="#6b6357">${t(
    'programmes.result.goal',
    {
      target: programmeFigure(target, programme, language),
    },
  )}</text></svg>`;
}

function actionTable({ programme, actions, language, timeZone }: Sheet): Markup {
  const t = wordsFor(language);
  if (actions.length === 0) return html`<p>${t('programmes.actions.empty')}</p>`;
  const cost = (minor: number | null) =>
    minor === null ? '' : formatMoney(money(minor, programme.currency), language);
  return html`<table><thead><tr><th>${t('programmes.paper.action')}</th><th>${t('programmes.actions.owner')}</th>
<th>${t('programmes.paper.day')}</th><th class="number">${t('programmes.paper.spent')}</th></tr></thead><tbody>${actions.map(
    (action) =>
      html`<tr><td>${t(`programmes.actions.kinds.${action.kind}`)}: ${action.what}${
        action.outcome ? html`<br><span class="quiet">${action.outcome}</span>` : ''
      }</td><td>${action.owner.name}</td><td>${
        action.done
          ? formatDate(civilDateOf(action.done.at, timeZone), language)
          : `${formatDate(action.dueOn, language)} (${t('programmes.paper.open')})`
      }</td><td class="number">${cost(action.spentMinor)}</td></tr>`,
  )}</tbody></table>`;
}

function campaignList({ programme, campaigns, language }: Sheet): Markup {
  const t = wordsFor(language);
  if (campaigns.length === 0) return html``;
  return html`<h2>${t('programmes.campaigns.title')}</h2><ul>${campaigns.map((campaign) => {
    const came =
      campaign.status === 'draft'
        ? t('campaigns.status.draft')
        : [
            t('campaigns.line', { ...campaign }),
            t('programmes.campaigns.bought', {
              amount: formatMoney(money(campaign.amountMinor, programme.currency), language),
            }),
          ].join(' · ');
    return html`<li>${campaign.number} ${campaign.name}<br><span class="quiet">${came}</span></li>`;
  })}</ul>`;
}

function budget({ programme, language }: Sheet): string {
  const t = wordsFor(language);
  const amount = (minor: number) => formatMoney(money(minor, programme.currency), language);
  const spent = amount(programme.spentMinor);
  return programme.budgetMinor === null
    ? t('programmes.budgetLine.spent', { spent })
    : t('programmes.budgetLine.spentOf', { spent, budget: amount(programme.budgetMinor) });
}
