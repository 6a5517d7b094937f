import type { GuidelineText, Precedence } from '@shared/contract/guidelines';
import { formatDate } from '@shared/domain/dates';
import type { GuidelineShelf, GuidelineTopic } from '@shared/domain/guidelines';
import { noticeBlocks } from '@shared/domain/notice-text';
import type { PreparedDocument } from '../../kernel/devices';
import { html, sheet } from '../html';
import { type LetterShop, letterCss, letterhead, letterMarginMm } from '../letterhead';
import { wordsFor } from '../words';

interface PrintedGuideline {
  readonly shop: LetterShop;
  readonly number: string;
  readonly shelf: GuidelineShelf;
  readonly topic: GuidelineTopic;
  readonly version: {
    readonly version: number;
    readonly effectiveOn: string;
    readonly changeNote: string | null;
  };
  readonly text: GuidelineText;
  readonly precedence: Precedence | null;
  readonly today: string;
}

const css = `${letterCss}
  ul { margin: 0 0 4mm; padding-left: 5mm; }
  h2 { border-top: 0; padding-top: 0; margin: 5mm 0 2mm; }
  .wins { border: 0.3mm solid #d3ccbf; padding: 3mm 4mm; margin-top: 8mm; break-inside: avoid; }
  .wins p { margin: 0; }
`;

/** One guideline on paper, for the folder behind the counter: which version it is stands on every page. */
export function guidelineSheet(printed: PrintedGuideline): PreparedDocument {
  const { shop, number, shelf, topic, version, text, precedence, today } = printed;
  const { language, title } = text;
  const t = wordsFor(language);
  const which = t('guidelines.versionOf', {
    version: version.version,
    date: formatDate(version.effectiveOn, language),
  });
  const body = html`${letterhead(shop)}
<p class="date">${number} · ${t(`guidelines.shelf.${shelf}`)} · ${t(`guidelines.topic.${topic}`)} · ${which}</p>
<h1>${title}</h1>
${noticeBlocks(text.body).map((block) => {
  if (block.kind === 'heading') return html`<h2>${block.text}</h2>`;
  if (block.kind === 'list') return html`<ul>${block.entries.map((entry) => html`<li>${entry}</li>`)}</ul>`;
  return html`<p>${block.text}</p>`;
})}
${version.changeNote ? html`<p class="quiet">${t('guidelines.changedBecause', { note: version.changeNote })}</p>` : ''}
${
  precedence
    ? html`<div class="wins"><p><strong>${t(`guidelines.wins.${precedence.wins}`)}</strong> ${precedence.reason}</p></div>`
    : ''
}`;
  const foot = `${shop.name} · ${number} · ${which} · ${t('guidelines.printedOn', { date: formatDate(today, language) })}`;
  return sheet({ title: `${number} ${title}`, css, language, body, foot, marginMm: letterMarginMm });
}
