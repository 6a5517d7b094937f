import type { Complaint, ComplaintEvent } from '@shared/contract/complaints';
import { formatDate, formatInstant } from '@shared/domain/dates';
import type { Language } from '@shared/domain/languages';
import { formatMoney, money } from '@shared/domain/money';
import { displayName } from '@shared/domain/names';
import { complaintEventInWords } from '@shared/words/complaint-sentences';
import type { PreparedDocument } from '../../kernel/devices';
import { html, type Markup, sheet } from '../html';
import { type LetterShop, letterCss, letterhead } from '../letterhead';
import { wordsFor } from '../words';

interface Summary {
  readonly complaint: Complaint;
  readonly events: readonly ComplaintEvent[];
  readonly shop: LetterShop;
  readonly today: string;
  readonly timeZone: string;
  readonly language: Language;
}

const css = `${letterCss}
  .letterhead { margin-bottom: 6mm; }
  h2 { margin-top: 5mm; }
  h1 { margin-bottom: 1mm; }
  .facts { display: grid; grid-template-columns: 38mm 1fr; gap: 1.2mm 4mm; margin: 0; }
  .facts dt { color: #6b6357; }
  .facts dd { margin: 0; }
  .said { border-left: 0.6mm solid #d3ccbf; padding-left: 4mm; white-space: pre-wrap; }
  .when { width: 46mm; color: #6b6357; white-space: nowrap; }
  .end { break-inside: avoid; }
  .signs { display: grid; grid-template-columns: 1fr 1fr; gap: 12mm; margin-top: 12mm; break-inside: avoid; }
  .signs div { border-top: 0.3mm solid #6b6357; padding-top: 1.5mm; color: #6b6357; font-size: 9pt; }
`;

/** One case with its clocks, steps, remedy, cause and lesson, for the shop's own file. */
export function complaintSummary(summary: Summary): PreparedDocument {
  const { complaint, shop, today, language } = summary;
  const t = wordsFor(language);
  const title = t('complaints.summary.title', { number: complaint.number });
  const body = html`${letterhead(shop)}
<h1>${title}</h1>
<p class="quiet">${t('complaints.summary.inside')}</p>
<dl class="facts">${caseFacts(summary).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
<h2>${t('complaints.what')}</h2>
<p class="said">${complaint.what}</p>
<h2>${t('complaints.steps')}</h2>
${steps(summary)}
<section class="end"><h2>${t('complaints.summary.end')}</h2>
<dl class="facts">${endFacts(summary).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
<div class="signs"><div>${t('complaints.owner')}</div><div>${t('complaints.summary.manager')}</div></div></section>`;
  const foot = `${shop.name} · ${complaint.number} · ${formatDate(today, language)}`;
  return sheet({ title, css, language, body, foot, marginMm: { top: 18, side: 20 } });
}

type Fact = readonly [name: string, value: string];

function caseFacts({ complaint, language, timeZone }: Summary): Fact[] {
  const t = wordsFor(language);
  const when = (at: number) => formatInstant(at, language, timeZone);
  const { customer, sale, item, aboutStaff } = complaint;
  const names = {
    familyName: customer.familyName ?? '',
    givenName: customer.givenName ?? '',
    englishName: customer.englishName ?? '',
    chineseName: customer.chineseName ?? '',
    preferredName: customer.preferredName ?? '',
  };
  const clock = (by: number, isLate: boolean) =>
    `${when(by)} · ${t(isLate ? 'complaints.clock.late' : 'complaints.clock.inTime')}`;
  return [
    [t('complaints.customer'), `${displayName(names, language) || customer.number} · ${customer.number}`],
    [t('complaints.about'), t(`complaints.abouts.${complaint.about}`)],
    ...(sale
      ? [[t('complaints.sale'), `${sale.receiptNumber} · ${formatDate(sale.soldOn, language)}`] as const]
      : []),
    ...(item
      ? [[t('complaints.item'), [item.description, item.serial].filter(Boolean).join(' · ')] as const]
      : []),
    ...(aboutStaff ? [[t('complaints.aboutStaff'), aboutStaff.name] as const] : []),
    [t('complaints.severity'), t(`complaints.severities.${complaint.severity}`)],
    [
      t('complaints.receivedAt'),
      `${when(complaint.receivedAt)} · ${t(`complaints.sources.${complaint.source}`)} · ${complaint.receivedBy.name}`,
    ],
    [t('complaints.clock.respond'), clock(complaint.respondBy, complaint.isResponseLate)],
    [t('complaints.clock.resolve'), clock(complaint.resolveBy, complaint.isResolutionLate)],
    [t('complaints.owner'), complaint.owner.name],
  ];
}

function steps({ events, language, timeZone }: Summary): Markup {
  const t = wordsFor(language);
  return html`<table><thead><tr><th>${t('complaints.summary.when')}</th><th>${t('complaints.summary.step')}</th>
<th>${t('complaints.summary.who')}</th></tr></thead><tbody>${events.map(
    (event) => html`<tr><td class="when">${formatInstant(event.at, language, timeZone)}</td>
<td>${complaintEventInWords(event, language)}${event.words && event.kind !== 'received' ? html`<br>${event.words}` : ''}</td>
<td>${event.by.name}</td></tr>`,
  )}</tbody></table>`;
}

function endFacts({ complaint, language, timeZone }: Summary): Fact[] {
  const t = wordsFor(language);
  const { remedy, told, cause, lesson, satisfaction, currency } = complaint;
  const none = t('complaints.summary.notYet');
  return [
    [
      t('complaints.remedy'),
      remedy
        ? [
            remedy.words,
            t(`complaints.remedyState.${remedy.state}`),
            formatMoney(money(remedy.costMinor, currency), language),
          ].join(' · ')
        : none,
    ],
    [
      t('complaints.told'),
      told
        ? `${t(`promises.channel.${told.channel}`)} · ${formatInstant(told.at, language, timeZone)} · ${told.what}`
        : none,
    ],
    [t('complaints.cause'), cause ? `${t(`complaints.causes.${cause.code}`)} · ${cause.words}` : none],
    [t('complaints.lesson'), lesson ?? none],
    [
      t('complaints.satisfaction'),
      satisfaction === null ? none : t('complaints.satisfactionOf', { score: satisfaction }),
    ],
  ];
}
