import type { PreparedDocument } from '../kernel/devices';
import { html } from '../reports/html';

/**
 * The foot of every printed sheet: a text and "page / pages", which Chromium fills in by class name. It is laid out
 * apart from the document, without its styles and its policy, hence the inline style and the fonts named again.
 */
export function footerTemplate({ left, sideMm }: NonNullable<PreparedDocument['footer']>): string {
  const style =
    `width:100%;display:flex;justify-content:space-between;gap:8mm;padding:0 ${sideMm}mm;font-size:8pt;color:#6b6357;` +
    "font-family:Inter,'Helvetica Neue',Arial,'Noto Sans HK','Noto Sans CJK HK','PingFang HK','Microsoft JhengHei'," +
    "'Noto Sans SC','PingFang SC','Microsoft YaHei',sans-serif";
  return html`<div style="${style}"><span>${left}</span><span style="white-space:nowrap"><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>`
    .text;
}
