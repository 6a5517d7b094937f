import type { Job } from '@shared/contract/jobs';
import { formatDate } from '@shared/domain/dates';
import type { Language } from '@shared/domain/languages';
import type { PreparedDocument } from '../../kernel/devices';
import { html, page } from '../html';
import type { LetterShop } from '../letterhead';
import { barcode } from '../receipt/barcode';
import { wordsFor } from '../words';

const css = `
  @page { margin: 0; }
  html { font-size: 8pt; }
  body { width: 80mm; height: 50mm; }
  main { padding: 3mm 4mm; height: 50mm; display: flex; flex-direction: column; gap: 1mm; }
  p { margin: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .top { display: flex; justify-content: space-between; gap: 3mm; }
  .number { font-size: 15pt; font-weight: 700; text-align: left; flex: none; }
  .shop { font-size: 6.5pt; line-height: 1.2; white-space: normal; text-align: right; }
  .item { font-weight: 600; font-size: 9pt; }
  .code svg { display: block; width: 64mm; height: 11mm; }
`;

/** The label of one bag: number, barcode, item and serial; the customer only by their member number. */
export function jobLabel(facts: {
  readonly job: Job;
  readonly shop: LetterShop;
  readonly language: Language;
}): PreparedDocument {
  const { job, shop, language } = facts;
  const t = wordsFor(language);
  const title = t('jobs.paper.labelTitle', { number: job.number });
  const marks = [
    job.needsWaterTest && t('jobs.paper.waterTest'),
    !job.mayOpen && t('jobs.paper.notOpen'),
    !job.wantsPolish && t('jobs.paper.noPolish'),
  ].filter(Boolean);
  const body = html`<main>
<p class="top"><span class="number">${job.number}</span><span class="shop">${shop.name}</span></p>
<p class="code">${barcode(job.number)}</p>
<p class="item">${job.itemName}</p>
<p class="top"><span>${t('jobs.serial')} ${job.serial ?? '–'}</span><span>${job.customer.number}</span></p>
<p class="top"><span>${t('jobs.due')} ${formatDate(job.dueOn, language)}</span></p>
<p>${marks.join(' · ')}</p>
</main>`;
  return { title, html: page({ title, css, language, body }), page: { widthMm: 80, heightMm: 50 } };
}
