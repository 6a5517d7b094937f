import type { Survey } from '@shared/contract/feedback';
import type { Question } from '@shared/domain/feedback';
import type { Language } from '@shared/domain/languages';
import type { PreparedDocument } from '../../kernel/devices';
import { html, type Markup, page } from '../html';
import { type LetterShop, letterCss, letterhead } from '../letterhead';
import { wordsFor } from '../words';

interface Form {
  readonly survey: Survey;
  readonly shop: LetterShop;
  readonly language: Language;
  readonly paper: 'A5' | 'A4';
}

const css = (paper: Form['paper']) => `${letterCss}
  @page { size: ${paper}; margin: ${paper === 'A5' ? '12mm 13mm' : '20mm 24mm'}; }
  @media screen { body { padding: ${paper === 'A5' ? '12mm 13mm' : '20mm 24mm'}; } }
  html { font-size: ${paper === 'A5' ? '9.5pt' : '11.5pt'}; }
  .letterhead { margin-bottom: 5mm; padding-bottom: 3mm; }
  .question { break-inside: avoid; margin: 0 0 ${paper === 'A5' ? '4.5mm' : '9mm'}; }
  .question p { margin: 0 0 2mm; font-weight: 600; }
  .scale { display: flex; gap: 1.6mm; }
  .scale span { flex: 1; height: 8mm; border: 0.3mm solid #6b6357; border-radius: 1mm; display: grid; place-items: center;
    font-variant-numeric: tabular-nums; }
  .ends { display: flex; justify-content: space-between; margin-top: 1mm; }
  .choice { display: flex; gap: 2.5mm; align-items: center; padding: 0.8mm 0; }
  .box { width: 4mm; height: 4mm; border: 0.3mm solid #6b6357; border-radius: 0.6mm; flex: none; }
  .line { border-bottom: 0.3mm solid #b9b1a3; height: ${paper === 'A5' ? '7mm' : '9mm'}; }
  .office { display: flex; gap: 6mm; margin-top: 6mm; border-top: 0.3mm solid #d3ccbf; padding-top: 2.5mm; }
`;

/** The blank form in one language: filled in by hand at the counter or at home, and keyed in. */
export function surveyForm({ survey, shop, language, paper }: Form): PreparedDocument {
  const t = wordsFor(language);
  const title = t('feedback.form.title');
  const body = html`${letterhead(shop)}
<h1>${title}</h1>
<p class="quiet">${t('feedback.form.intro')}</p>
${survey.questions.map(
  (question, index) => html`<div class="question">
<p>${index + 1}. ${question.text[language]}</p>
${answerSpace(question, language)}</div>`,
)}
<p class="quiet small">${t('feedback.form.thanks')}</p>
<div class="office small quiet"><span>${t('feedback.form.number')} ______________</span>
<span>${t('feedback.form.date')} ______________</span><span>${survey.name} · ${survey.version}</span></div>`;
  return { title, html: page({ title, css: css(paper), language, body }), page: paper };
}

function answerSpace(question: Question, language: Language): Markup {
  const t = wordsFor(language);
  switch (question.kind) {
    case 'nps':
      return scale(0, 10, t('feedback.page.npsLow'), t('feedback.page.npsHigh'));
    case 'csat':
      return scale(1, 5, t('feedback.page.csatLow'), t('feedback.page.csatHigh'));
    case 'choice':
      return html`${question.choices.map(
        (choice) => html`<div class="choice"><span class="box"></span>${choice.text[language]}</div>`,
      )}`;
    case 'words':
      return html`<div class="line"></div><div class="line"></div>`;
  }
}

function scale(least: number, most: number, low: string, high: string): Markup {
  const steps = Array.from({ length: most - least + 1 }, (_, index) => least + index);
  return html`<div class="scale">${steps.map((step) => html`<span>${step}</span>`)}</div>
<div class="ends small quiet"><span>${low}</span><span>${high}</span></div>`;
}
