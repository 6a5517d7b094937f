import type { PrivacyRequest } from '@shared/contract/privacy';
import { formatDate, formatInstant } from '@shared/domain/dates';
import type { Language } from '@shared/domain/languages';
import { formatMoney, money } from '@shared/domain/money';
import { columnInWords, tableInWords } from '@shared/words/personal-data-names';
import type { CopiedValue, HeldTable } from '../../features/privacy/copy.sql';
import type { PreparedDocument } from '../../kernel/devices';
import { html, type Markup, sheet } from '../html';
import { type LetterShop, letterCss, letterhead, letterMarginMm } from '../letterhead';
import { wordsFor } from '../words';

interface Copy {
  readonly held: readonly HeldTable[];
  readonly request: PrivacyRequest;
  readonly name: string;
  readonly shop: LetterShop;
  readonly privacyOfficer: string | null;
  readonly leftOut: number;
  readonly today: string;
  readonly timeZone: string;
  readonly currency: string;
}

const css = `${letterCss}
  .row { display: grid; grid-template-columns: 42mm 1fr; gap: 0.6mm 4mm; margin: 0; padding: 2mm 0;
    border-bottom: 0.2mm solid #e6e1d7; break-inside: avoid; }
  .row dt { color: #6b6357; font-size: 9pt; }
  .row dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
`;

/** Everything held of a person, table by table, in the language of the answer (Cap. 486, s. 18). */
export function personalDataCopy(copy: Copy): PreparedDocument {
  const { held, request, name, shop, leftOut, today } = copy;
  const { language } = request;
  const t = wordsFor(language);
  const title = t('privacy.paper.copyTitle', { number: request.number });
  const body = html`${letterhead(shop)}
<h1>${title}</h1>
<p>${t('privacy.paper.copyIntro', { date: formatDate(request.receivedOn, language) })}</p>
${leftOut > 0 && html`<p>${t('privacy.paper.copyLeftOut', { count: leftOut })}</p>`}
<dl class="row"><dt>${t('privacy.paper.copyOf')}</dt><dd>${name}</dd>
<dt>${t('privacy.paper.madeOn')}</dt><dd>${formatDate(today, language)}</dd></dl>
${held.map((table) => section(table, copy, language))}
<p class="close quiet">${t('privacy.paper.contact', {
    who: [copy.privacyOfficer, shop.name, shop.hotline, shop.email].filter(Boolean).join(' · '),
  })}</p>`;
  const foot = `${shop.name} · ${request.number} · ${formatDate(today, language)}`;
  return sheet({ title, css, language, body, foot, marginMm: letterMarginMm });
}

function section({ table, rows }: HeldTable, copy: Copy, language: Language): Markup {
  return html`<h2>${tableInWords(table, language)}</h2>
${rows.map(
  ({ values }) =>
    html`<dl class="row">${values.map(
      ([column, value]) =>
        html`<dt>${columnInWords(column, language)}</dt><dd>${valueInWords(column, value, copy, language)}</dd>`,
    )}</dl>`,
)}`;
}

function valueInWords(
  column: string,
  value: CopiedValue,
  { timeZone, currency }: Copy,
  language: Language,
): string {
  const t = wordsFor(language);
  switch (value.as) {
    case 'instant':
      return formatInstant(value.value, language, timeZone);
    case 'minor':
      return formatMoney(money(value.value, value.currency ?? currency), language);
    case 'role':
      return t(`privacy.paper.role.${value.value as 'advisor'}`);
    case 'bytes':
      return t('privacy.paper.bytes', { size: Math.ceil(value.value.length / 1024) });
    case 'flag':
      return t(value.value ? 'common.yes' : 'common.no');
    case 'number':
      return String(value.value);
    case 'text':
      return column === 'signature' ? t('privacy.paper.signature') : textInWords(value.value);
  }
}

/** Lists and objects as people read them; any other text as it is. */
function textInWords(text: string): string {
  if (!/^[[{"]/.test(text)) return text;
  try {
    return flat(JSON.parse(text));
  } catch {
    return text;
  }
}

function flat(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(flat).filter(Boolean).join(', ');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, inner]) => [key, flat(inner)] as const)
      .filter(([, inner]) => inner !== '')
      .map(([key, inner]) => `${key}: ${inner}`)
      .join(', ');
  return String(value);
}
