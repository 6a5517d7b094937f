import type { Language } from '@shared/domain/languages';
import { words } from '@shared/words';
import type { PreparedDocument } from '../../kernel/devices';
import { sheet as a4Sheet, html } from '../html';

/** What the sheet says; the key as `encodeRecoveryKey` wrote it. */
export interface RecoverySheet {
  readonly shopName: string;
  readonly chineseShopName: string | null;
  readonly recoveryKey: string;
  /** The day it was made, already in words. */
  readonly madeOn: string;
  readonly language: Language;
}

const css = `
  header { display: flex; justify-content: space-between; align-items: baseline; border-bottom: 0.3mm solid #1c1a17;
    padding-bottom: 4mm; margin-bottom: 8mm; }
  header p { margin: 0; }
  h1 { font-size: 22pt; }
  .key { display: grid; grid-template-columns: repeat(4, 1fr); gap: 6mm 4mm; margin: 8mm 0; padding: 8mm;
    border: 0.5mm solid #1c1a17; list-style: none; }
  .key li { font: 600 16pt 'DejaVu Sans Mono', Consolas, Menlo, monospace; letter-spacing: 0.06em; }
  .key small { display: block; font: 400 8pt 'Inter', Arial, sans-serif; color: #6b6357; letter-spacing: 0; }
  .texts { display: grid; gap: 6mm; }
  .texts p { margin: 0 0 1.5mm; }
  .texts h2 { border: 0; margin: 0 0 1.5mm; padding: 0; font-size: 11pt; }
  .letters { margin-top: 10mm; font-size: 9pt; color: #6b6357; }
`;

/** The sheet that opens the shop's database when this computer is lost: one A4 page in three languages. */
export function recoverySheet(sheet: RecoverySheet): PreparedDocument {
  const first = words[sheet.language].setup.sheetText;
  const order: Language[] = ['en', 'zh-Hant', 'zh-Hans'];
  const languages = [sheet.language, ...order.filter((language) => language !== sheet.language)];
  const body = html`
    <header>
      <div>
        <p><strong>${sheet.shopName}</strong></p>
        ${sheet.chineseShopName && html`<p lang="zh-Hant">${sheet.chineseShopName}</p>`}
      </div>
      <p class="quiet">${first.madeOn} ${sheet.madeOn}</p>
    </header>
    <h1>${first.title}</h1>
    <p>${first.what}</p>
    <ol class="key">
      ${sheet.recoveryKey.split('-').map((group, index) => html`<li><small>${index + 1}</small>${group}</li>`)}
    </ol>
    <div class="texts">
      ${languages.map((language) => {
        const text = words[language].setup.sheetText;
        return html`<section lang="${language}">
          <h2>${text.title}</h2>
          <p>${text.keep}</p>
          <p>${text.use}</p>
        </section>`;
      })}
    </div>
    <p class="letters">${first.letters}</p>`;
  const title = `${first.title} – ${sheet.shopName}`;
  const foot = `${sheet.shopName} · ${sheet.madeOn}`;
  return a4Sheet({ title, css, language: sheet.language, body, foot, marginMm: { top: 20, side: 22 } });
}
