import { asLanguage } from '@shared/domain/languages';
import { displayName } from '@shared/domain/names';
import type { CustomerRow } from '../../features/customers/customers.sql';
import type { PreparedDocument } from '../../kernel/devices';
import { html, page } from '../html';
import { personNames } from '../letterhead';
import { wordsFor } from '../words';

/** A sheet of labels as stationers sell it: 3 across and 8 down, 70 × 37 mm each, without a margin. */
const perSheet = 24;

const css = `
  @page { size: A4; margin: 0; }
  .sheet { display: grid; grid-template-columns: repeat(3, 70mm); grid-auto-rows: 37mm; width: 210mm; height: 296mm;
    overflow: hidden; }
  .sheet + .sheet { break-before: page; }
  .label { padding: 5mm 6mm; font-size: 9.5pt; line-height: 1.3; overflow: hidden; white-space: pre-line; margin: 0; }
`;

/** Address labels for a mailing, each in its customer's script. */
export function mailingLabels(people: readonly { readonly customer: CustomerRow }[]): PreparedDocument {
  const title = wordsFor('en')('campaigns.outputs.labels');
  const sheets: (typeof people)[] = [];
  for (let from = 0; from < people.length; from += perSheet) sheets.push(people.slice(from, from + perSheet));
  const body = html`${sheets.map(
    (some) =>
      html`<div class="sheet">${some.map(({ customer }) => {
        const language = asLanguage(customer.language);
        return html`<p class="label" lang="${language}">${displayName(personNames(customer), language)}
${customer.address ?? ''}</p>`;
      })}</div>`,
  )}`;
  return { title, html: page({ title, css, language: 'en', body }), page: 'A4' };
}
