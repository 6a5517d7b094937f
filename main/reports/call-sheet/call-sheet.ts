import { formatDate } from '@shared/domain/dates';
import type { Language } from '@shared/domain/languages';
import type { PreparedDocument } from '../../kernel/devices';
import { html, type Markup, sheet } from '../html';
import { type LetterShop, letterCss, letterhead } from '../letterhead';
import { wordsFor } from '../words';
import type { CallLine } from './call-lines.sql';

interface CallSheet {
  readonly lines: readonly CallLine[];
  readonly shop: LetterShop;
  readonly day: string;
  /** Whose day it is; null: the shop's. */
  readonly forWhom: string | null;
  readonly language: Language;
}

const css = `${letterCss}
  .letterhead { margin-bottom: 5mm; }
  h1 { margin-bottom: 1mm; }
  .who { width: 50mm; }
  .may { width: 32mm; font-size: 9pt; }
  .outcome { width: 48mm; }
  .name { font-weight: 600; }
  .phone { font-size: 12pt; font-variant-numeric: tabular-nums; white-space: nowrap; }
  .calls td { border-bottom: 0.3mm solid #d3ccbf; padding-top: 2.2mm; padding-bottom: 2.2mm; }
  .calls ul { margin: 0; padding-left: 4mm; }
  .late { font-weight: 600; }
  .no { font-weight: 600; }
  .line { border-bottom: 0.2mm dotted #6b6357; height: 8mm; }
  .calls p { margin: 0 0 0.6mm; }
`;

/** Whom to call on a day: numbers, hours, why, what may be said, and room for what came of it. */
export function callSheet({ lines, shop, day, forWhom, language }: CallSheet): PreparedDocument {
  const t = wordsFor(language);
  const title = `${t('calendar.sheet.title')} · ${formatDate(day, language, { weekday: true })}`;
  const whose = forWhom === null ? t('calendar.sheet.shop') : t('calendar.sheet.mine', { name: forWhom });
  const count = t('calendar.sheet.people', { count: lines.length });
  const body = html`${letterhead(shop)}
<h1>${title}</h1>
<p class="quiet">${whose} · ${count}</p>
${lines.length === 0 ? html`<p>${t('calendar.sheet.empty')}</p>` : table(lines, language)}`;
  return sheet({
    title,
    css,
    language,
    body,
    foot: t('calendar.sheet.foot'),
    marginMm: { top: 14, side: 14 },
  });
}

function table(lines: readonly CallLine[], language: Language): Markup {
  const t = wordsFor(language);
  return html`<table class="calls"><thead><tr><th>${t('calendar.sheet.who')}</th><th>${t('calendar.sheet.why')}</th>
<th>${t('calendar.sheet.may')}</th><th>${t('calendar.sheet.outcome')}</th></tr></thead>
<tbody>${lines.map((line) => row(line, language))}</tbody></table>`;
}

function row(line: CallLine, language: Language): Markup {
  const t = wordsFor(language);
  const quiet = [
    line.address && t('calendar.sheet.address', { name: line.address }),
    line.hours && t('calendar.sheet.hours', { hours: line.hours }),
    line.prefers && t('calendar.sheet.prefers', { how: t(`promises.channel.${line.prefers}`) }),
    t(`calendar.sheet.speaks.${line.speaks}`),
  ];
  return html`<tr><td class="who"><p class="name">${line.name}</p>
${
  line.phones.length === 0
    ? html`<p class="quiet">${t('calendar.sheet.noPhone')}</p>`
    : line.phones.map((phone) => html`<p class="phone">${phone}</p>`)
}
<p class="quiet small">${quiet.filter(Boolean).join(' · ')}</p></td>
<td><ul>${line.reasons.map(
    ({ kind, words, lateSince }) =>
      html`<li><span class="quiet">${t(`duties.${kind}.group`)}:</span> ${words}${
        lateSince
          ? html` <span class="late">(${t('calendar.sheet.late', { date: formatDate(lateSince, language) })})</span>`
          : ''
      }</li>`,
  )}</ul></td>
<td class="may">${line.mayCall ? html`<p>${t('calendar.sheet.service')}</p>` : html`<p class="no">${t('calendar.sheet.noCall')}</p>`}
${line.maySell ? html`<p>${t('calendar.sheet.sell')}</p>` : line.mayCall && html`<p class="no">${t('calendar.sheet.noSell')}</p>`}
${
  line.pauses.length > 0
    ? html`<p class="no">${t('calendar.sheet.rests', {
        reasons: line.pauses.map((pause) => t(`conversations.obstacle.${pause}`)).join(', '),
      })}</p>`
    : ''
}</td>
<td class="outcome"><div class="line"></div><div class="line"></div></td></tr>`;
}
