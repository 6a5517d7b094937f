import { asLanguage } from '@shared/domain/languages';
import type { ReadableDb } from '../../db/sql';
import type { CustomerRow } from '../../features/customers/customers.sql';
import type { PreparedDocument } from '../../kernel/devices';
import { letterBody, letterPageCss } from '../contact-page/contact-page';
import { html, page } from '../html';
import { letterMarginMm } from '../letterhead';
import { wordsFor } from '../words';

/** One letter of a mailing. */
export interface MailingLetter {
  readonly customer: CustomerRow;
  readonly subject: string;
  readonly text: string;
}

const lowerMarginMm = 18;

/**
 * Many letters in one document: each in its customer's language, on a page of its own. No page numbers, for each letter is
 * somebody's first and only page.
 */
export function mailingLetters(
  db: ReadableDb,
  letters: readonly MailingLetter[],
  today: string,
): PreparedDocument {
  const title = wordsFor('en')('campaigns.outputs.letters');
  const { top, side } = letterMarginMm;
  const css = `
  @page { size: A4; margin: ${top}mm ${side}mm ${lowerMarginMm}mm; }
  @media screen { body { padding: ${top}mm ${side}mm; } }
  .letter + .letter { break-before: page; }
${letterPageCss}`;
  const body = html`${letters.map((letter) => {
    const language = asLanguage(letter.customer.language);
    return html`<article class="letter" lang="${language}">${letterBody(db, { ...letter, language, today })}</article>`;
  })}`;
  return { title, html: page({ title, css, language: 'en', body }), page: 'A4' };
}
