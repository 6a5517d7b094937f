import type { Language } from '@shared/domain/languages';
import type { PreparedDocument } from '../kernel/devices';

/** Markup that was escaped or made by us; anything else that goes into a template is text. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

type Part = Markup | string | number | null | undefined | false | readonly Part[];

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function render(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Markup) return part.text;
  if (Array.isArray(part)) return part.map(render).join('');
  return String(part).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** A template whose every value is escaped; arrays are joined, nothing and false vanish. */
export function html(texts: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(texts.reduce((whole, text, index) => whole + render(parts[index - 1]) + text));
}

/** Marks text as ready-made markup: only for what this program wrote itself (a barcode, a chart). */
export function raw(text: string): Markup {
  return new Markup(text);
}

/** A bitmap or SVG from the database as an image that runs no script. */
export function dataUrl(mime: string, bytes: Uint8Array): string {
  return `data:${mime};base64,${Buffer.from(bytes).toString('base64')}`;
}

/** Where the typeface goes when the page is shown; without it (a file that is opened elsewhere) the reader's own is taken. */
export const fontsPlace = '/* fonts */';

// Chinese and Latin that sit well together on paper; tabular figures so that columns of money line up.
const paperCss = `
  * { box-sizing: border-box; }
  html { font-size: 10.5pt; }
  body { margin: 0; color: #1c1a17; background: #fff; line-height: 1.45;
    font-family: 'Inter', 'Helvetica Neue', Arial, 'Noto Sans HK', 'Noto Sans CJK HK', 'PingFang HK',
      'Microsoft JhengHei', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif; }
  h1 { font-size: 18pt; margin: 0 0 2mm; font-weight: 600; }
  h2 { font-size: 12pt; margin: 6mm 0 2mm; font-weight: 600; border-top: 0.3mm solid #d3ccbf; padding-top: 2.5mm;
    break-after: avoid; }
  table { border-collapse: collapse; width: 100%; }
  th { text-align: left; font-weight: 600; color: #6b6357; font-size: 9pt; border-bottom: 0.3mm solid #d3ccbf; }
  th, td { padding: 1.2mm 2mm 1.2mm 0; vertical-align: top; }
  th:last-child, td:last-child { padding-right: 0; }
  tr { break-inside: avoid; }
  .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
  .quiet { color: #6b6357; }
  .small { font-size: 8.5pt; }
  .paper-foot { display: none; }
  @media screen { .paper-foot { display: block; margin-top: 8mm; font-size: 8pt; color: #6b6357; } }
`;

/** A whole document with its own style sheet and no script; the protocol fills in the style's nonce. */
export function page(options: { title: string; css: string; language: Language; body: Markup }): string {
  const { title, css, language, body } = options;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<style nonce="__NONCE__">${raw(fontsPlace + paperCss + css)}</style>
</head>
<body>
${body}
</body>
</html>
`.text;
}

// The foot stands inside the lower margin.
const lowerMarginMm = 18;

/**
 * An A4 document of one page or more. Its foot is printed on every page, beside the page's number, by the device; a
 * preview, which has no pages, says it once below.
 */
export function sheet(options: {
  title: string;
  css: string;
  language: Language;
  body: Markup;
  foot: string;
  marginMm: { top: number; side: number };
}): PreparedDocument {
  const { title, language, foot } = options;
  const { top, side } = options.marginMm;
  const css = `
  @page { size: A4; margin: ${top}mm ${side}mm ${lowerMarginMm}mm; }
  @media screen { body { padding: ${top}mm ${side}mm; } }
${options.css}`;
  const body = html`${options.body}
<footer class="paper-foot">${foot}</footer>`;
  const footer = { left: foot, sideMm: side };
  return { title, html: page({ title, css, language, body }), page: 'A4', footer };
}
