import type { ReviewMeeting, ReviewPoint } from '@shared/contract/reviews';
import { formatDate } from '@shared/domain/dates';
import type { Language } from '@shared/domain/languages';
import { fullName } from '@shared/domain/names';
import type { PreparedDocument } from '../../kernel/devices';
import { html, type Markup, sheet } from '../html';
import { type LetterShop, letterCss, letterhead } from '../letterhead';
import { wordsFor } from '../words';

interface Paper {
  readonly review: ReviewMeeting;
  readonly points: readonly ReviewPoint[];
  readonly shop: LetterShop;
  readonly copy: 'customer' | 'shop';
  readonly today: string;
  readonly language: Language;
}

const css = `${letterCss}
  h1 { margin-bottom: 1mm; }
  .facts { display: grid; grid-template-columns: 38mm 1fr; gap: 1.2mm 4mm; margin: 5mm 0 0; }
  .facts dt { color: #6b6357; }
  .facts dd { margin: 0; }
  ol { margin: 0; padding-left: 7mm; }
  li { padding: 1.5mm 0; break-inside: avoid; }
  li p { margin: 1mm 0 0; white-space: pre-wrap; }
  .lines { height: 11mm; border-bottom: 0.2mm solid #d3ccbf; }
  .tag { color: #6b6357; font-size: 8.5pt; }
  .said { border-left: 0.6mm solid #d3ccbf; padding-left: 4mm; white-space: pre-wrap; }
  .signs { display: grid; grid-template-columns: 1fr 1fr; gap: 12mm; margin-top: 16mm; break-inside: avoid; }
  .signs div { border-top: 0.3mm solid #6b6357; padding-top: 1.5mm; color: #6b6357; font-size: 9pt; }
`;

/**
 * The agenda of a meeting that is to come, with room to write; the minutes of one that was held. The customer's copy has
 * no internal point, and nothing discreet is on any copy: whoever comes along reads it, too.
 */
export function reviewPaper(paper: Paper): PreparedDocument {
  const { review, shop, copy, today, language } = paper;
  const t = wordsFor(language);
  const isMinutes = review.status === 'held';
  const title = t(isMinutes ? 'reviews.paper.minutesTitle' : 'reviews.paper.agendaTitle', {
    number: review.number,
  });
  const points = paper.points.filter(
    ({ isDiscreet, isInternal }) => !isDiscreet && (copy === 'shop' || !isInternal),
  );
  const body = html`${letterhead(shop)}
<h1>${title}</h1>
${copy === 'shop' ? html`<p class="quiet">${t('reviews.paper.inside')}</p>` : ''}
<dl class="facts">${facts(paper).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
<h2>${t('reviews.agenda')}</h2>
${points.length === 0 ? html`<p class="quiet">${t('reviews.paper.noPoints')}</p>` : ''}
<ol>${points.map((point) => line(point, isMinutes, language))}</ol>
${isMinutes ? ending(paper, points) : ''}
<div class="signs"><div>${t('reviews.paper.signCustomer')}</div><div>${t('reviews.paper.signShop', { name: shop.name })}</div></div>`;
  const foot = `${shop.name} · ${review.number} · ${formatDate(today, language)}`;
  return sheet({ title, css, language, body, foot, marginMm: { top: 18, side: 22 } });
}

type Fact = readonly [name: string, value: string];

function facts({ review, language }: Paper): Fact[] {
  const t = wordsFor(language);
  const { customer } = review;
  const names = {
    familyName: customer.familyName ?? '',
    givenName: customer.givenName ?? '',
    englishName: customer.englishName ?? '',
    chineseName: customer.chineseName ?? '',
    preferredName: customer.preferredName ?? '',
  };
  const day = formatDate(review.heldOn ?? review.plannedOn, language, { weekday: true });
  return [
    [t('reviews.paper.customer'), `${fullName(names, language) || customer.number} · ${customer.number}`],
    [
      t('reviews.when'),
      [day, review.heldOn === null ? review.plannedTime : null].filter(Boolean).join(' · '),
    ],
    [t('reviews.place'), review.place],
    [t('reviews.ourPeople'), review.ourPeople.map(({ name }) => name).join(', ')],
    ...(review.theirPeople ? [[t('reviews.theirPeople'), review.theirPeople] as const] : []),
  ];
}

function line(point: ReviewPoint, isMinutes: boolean, language: Language): Markup {
  const t = wordsFor(language);
  const tag = point.isInternal ? html` <span class="tag">${t('reviews.internal')}</span>` : '';
  if (!isMinutes) return html`<li>${point.words}${tag}<div class="lines"></div></li>`;
  return html`<li><strong>${point.words}</strong>${tag}${point.minutes ? html`<p>${point.minutes}</p>` : ''}</li>`;
}

function ending({ review, language }: Paper, points: readonly ReviewPoint[]): Markup {
  const t = wordsFor(language);
  const actions = points.flatMap(({ promise }) => (promise && !promise.isDiscreet ? [promise] : []));
  return html`${
    actions.length > 0
      ? html`<h2>${t('reviews.actions')}</h2>
<table><thead><tr><th>${t('reviews.paper.what')}</th><th>${t('reviews.paper.due')}</th><th>${t('reviews.paper.owner')}</th></tr></thead>
<tbody>${actions.map(
          ({ what, dueOn, owner, number }) =>
            html`<tr><td>${what} <span class="tag">${number}</span></td><td>${formatDate(dueOn, language)}</td><td>${owner}</td></tr>`,
        )}</tbody></table>`
      : ''
  }
${review.customerWords ? html`<h2>${t('reviews.customerWords')}</h2><p class="said">${review.customerWords}</p>` : ''}
<dl class="facts">${review.satisfaction === null ? '' : html`<dt>${t('reviews.satisfaction')}</dt><dd>${t('reviews.satisfactionOf', { score: review.satisfaction })}</dd>`}
${review.nextOn === null ? '' : html`<dt>${t('reviews.nextOn')}</dt><dd>${formatDate(review.nextOn, language)}</dd>`}</dl>`;
}
