import type { Condition, Job } from '@shared/contract/jobs';
import { outlineDrawings, outlineSize } from '@shared/domain/condition-outlines';
import { formatDate, formatInstant } from '@shared/domain/dates';
import type { Language } from '@shared/domain/languages';
import { formatMoney } from '@shared/domain/money';
import { displayName } from '@shared/domain/names';
import type { JobRules } from '@shared/domain/service-jobs';
import { type Signature, signaturePath } from '@shared/domain/signature';
import type { PreparedDocument } from '../../kernel/devices';
import { html, type Markup, page, sheet } from '../html';
import { type LetterShop, letterCss, letterhead, letterMarginMm, personNames } from '../letterhead';
import { barcode } from '../receipt/barcode';
import { wordsFor } from '../words';

type NameColumns = Parameters<typeof personNames>[0];

/** Everything the receipt is made of. */
export interface JobReceiptFacts {
  readonly job: Job;
  readonly names: NameColumns;
  readonly shop: LetterShop;
  readonly rules: JobRules;
  readonly language: Language;
  readonly timeZone: string;
  readonly format: 'A4' | 'roll80';
}

const shared = `
  .pairs { margin: 0; display: grid; gap: 1.2mm 4mm; }
  .pairs dt { color: #6b6357; }
  .pairs dd { margin: 0; overflow-wrap: anywhere; }
  .code svg { display: block; width: 50mm; height: 11mm; }
  .signature { display: block; width: 60mm; height: 18mm; }
  .marks { margin: 0; padding-left: 5mm; }
  .condition { display: flex; gap: 6mm; align-items: flex-start; }
  .outline { width: 24mm; height: 33.6mm; flex: none; }
  .end { break-inside: avoid; }
`;
const a4 = `${letterCss}${shared}
  .letterhead { margin-bottom: 6mm; }
  h1 { margin-bottom: 2mm; }
  h2 { margin: 4mm 0 1.5mm; padding-top: 2mm; font-size: 11pt; }
  p { margin: 0 0 1.5mm; }
  .pairs { grid-template-columns: 32mm 1fr; }
  .code { margin-bottom: 3mm; }
  .what { display: grid; grid-template-columns: 1fr 62mm; gap: 0 10mm; align-items: start; }
  .what h2 { margin-top: 0; padding-top: 0; border-top: none; }
  .agreed .pairs { grid-template-columns: 1fr auto; }
`;
const roll = `${shared}
  @page { margin: 0; }
  html { font-size: 9pt; }
  body { width: 80mm; }
  main { padding: 5mm; }
  h1 { font-size: 12pt; }
  h2 { font-size: 9.5pt; margin: 3mm 0 1mm; padding-top: 2mm; }
  p { margin: 0 0 1.5mm; }
  .pairs { grid-template-columns: 26mm 1fr; gap: 1mm 2mm; }
  .letterhead { display: flex; flex-direction: column; }
`;

/** What the customer takes home for the item left here: signed, with everything that was agreed. */
export function jobReceipt(facts: JobReceiptFacts): PreparedDocument {
  const { job, shop, language, format } = facts;
  const t = wordsFor(language);
  const title = t('jobs.paper.receiptTitle', { number: job.number });
  const body = html`<main>${letterhead(shop)}
<h1>${title}</h1>
<p class="code">${barcode(job.number)}</p>
<div class="what">${about(facts)}<div class="agreed">${agreed(facts)}</div></div>
${condition(facts)}
<div class="end"><h2>${t('jobs.paper.terms')}</h2>
<p>${t('jobs.paper.termDue')}</p>
<p>${t('jobs.paper.termEstimate')}</p>
<p>${t('jobs.paper.termCollect', { days: facts.rules.answerDays })}</p>
<p>${t('jobs.paper.termWarranty', { months: facts.rules.warrantyMonths })}</p>
<h2>${t('jobs.signature')}</h2>
${job.signature ? drawn(job.signature) : ''}</div>
</main>`;
  if (format === 'roll80') return { title, html: page({ title, css: roll, language, body }), page: 'roll80' };
  return sheet({ title, css: a4, language, body, foot: `${shop.name} · ${title}`, marginMm: letterMarginMm });
}

function pairs(rows: readonly (readonly [string, string | null | false])[]): Markup {
  return html`<dl class="pairs">${rows
    .filter(([, value]) => value)
    .map(([term, value]) => html`<dt>${term}</dt><dd>${value}</dd>`)}</dl>`;
}

function about({ job, names, language, timeZone }: JobReceiptFacts): Markup {
  const t = wordsFor(language);
  return pairs([
    [t('jobs.paper.customer'), `${displayName(personNames(names), language)} · ${job.customer.number}`],
    [t('jobs.contact'), job.contactVerified],
    [t('jobs.item'), job.itemName],
    [t('jobs.serial'), job.serial],
    [t('jobs.paper.received'), formatInstant(job.intakeAt, language, timeZone)],
    [t('jobs.paper.by'), job.intakeBy.name],
    [t('jobs.due'), formatDate(job.dueOn, language)],
    [t('jobs.declared'), formatMoney({ minor: job.declaredMinor, currency: job.currency }, language)],
  ]);
}

function condition({ job, language }: JobReceiptFacts): Markup {
  const t = wordsFor(language);
  const { points } = job.condition;
  return html`<h2>${t('jobs.words')}</h2>
<p>${job.words}</p>
${job.symptoms.length > 0 ? html`<p>${job.symptoms.map((one) => t(`jobs.symptom.${one}`)).join(' · ')}</p>` : ''}
<h2>${t('jobs.condition')}</h2>
${points.length === 0 ? html`<p>${t('jobs.noMarks')}</p>` : html`<div class="condition">${marked(job.condition)}<ol class="marks">${points.map(({ word }) => html`<li>${word}</li>`)}</ol></div>`}
${job.photos.length > 0 ? html`<p>${t('jobs.paper.photos', { count: job.photos.length })}</p>` : ''}`;
}

/** The outline with its numbered marks, as it was signed for. */
function marked({ outline, points }: Condition): Markup {
  const { edges, details } = outlineDrawings[outline];
  const { width, height } = outlineSize;
  const path = (stroke: string) => (d: string) => html`<path d="${d}" stroke="${stroke}"/>`;
  return html`<svg class="outline" viewBox="0 0 ${width} ${height}"><g fill="none" stroke-width="0.8" stroke-linejoin="round">
${edges.map(path('#1c1a17'))}${details.map(path('#8a8174'))}</g>${points.map(
    ({ x, y }, index) =>
      html`<g transform="translate(${(x * width) / 100} ${(y * height) / 100})"><circle r="5" fill="#fff" stroke="#1c1a17" stroke-width="0.9"/>
<text text-anchor="middle" dy="2.4" font-size="7" font-weight="600">${index + 1}</text></g>`,
  )}</svg>`;
}

function agreed({ job, language }: JobReceiptFacts): Markup {
  const t = wordsFor(language);
  const said = (yes: boolean) => t(yes ? 'common.yes' : 'common.no');
  return html`<h2>${t('jobs.agreed')}</h2>
${pairs([
  [t('jobs.mayOpen'), said(job.mayOpen)],
  [t('jobs.mayGoAbroad'), said(job.mayGoAbroad)],
  [t('jobs.wantsPolish'), said(job.wantsPolish)],
  [t('jobs.needsWaterTest'), said(job.needsWaterTest)],
])}`;
}

function drawn(signature: Signature): Markup {
  return html`<svg class="signature" viewBox="0 0 ${signature.width} ${signature.height}"><path d="${signaturePath(signature)}" fill="none" stroke="#1c1a17" stroke-width="${Math.max(2, signature.width / 300)}" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
}
