import type { Language } from '@shared/domain/languages';
import { displayName, formOfAddress, type PersonNames, type Title } from '@shared/domain/names';
import type { ReadableDb } from '../db/sql';
import { findShop } from '../features/shop/shop.sql';
import { html, type Markup } from './html';

/** The shop as a letter names it, in the letter's language. */
export interface LetterShop {
  readonly name: string;
  readonly address: string;
  readonly hotline: string;
  readonly email: string | null;
}

/** The shop's names and address in the language, falling back to the other script. */
export function letterShop(db: ReadableDb, language: Language): LetterShop {
  const shop = findShop(db);
  const isChinese = language !== 'en';
  return {
    name: (isChinese && shop?.chinese_name) || shop?.name || '',
    address: (isChinese && shop?.chinese_address) || shop?.address || '',
    hotline: shop?.hotline ?? '',
    email: shop?.email ?? null,
  };
}

interface NameColumns {
  readonly title: string | null;
  readonly family_name: string | null;
  readonly given_name: string | null;
  readonly english_name: string | null;
  readonly chinese_name: string | null;
  readonly preferred_name: string | null;
  readonly form_of_address: string | null;
}

/** A row's names as the naming rules take them. */
export function personNames(row: NameColumns): PersonNames {
  return {
    familyName: row.family_name ?? undefined,
    givenName: row.given_name ?? undefined,
    englishName: row.english_name ?? undefined,
    chineseName: row.chinese_name ?? undefined,
    preferredName: row.preferred_name ?? undefined,
  };
}

/** How a letter addresses the customer: as they asked to be addressed, else by title and surname. */
export function salutationOf(row: NameColumns, language: Language): string {
  return (
    row.form_of_address ||
    formOfAddress(personNames(row), row.title as Title | null, language) ||
    displayName(personNames(row), language)
  );
}

/** Name of the shop at the top of a letter, its address quietly below. */
export function letterhead(shop: LetterShop): Markup {
  const ways = [shop.address, shop.hotline, shop.email].filter(Boolean).join(' · ');
  return html`<header class="letterhead"><strong>${shop.name}</strong><span>${ways}</span></header>`;
}

/** A letter's margins: wide. */
export const letterMarginMm = { top: 22, side: 24 };

/** The style of every letter: one column, a hairline under the shop's name. */
export const letterCss = `
  .letterhead { display: flex; flex-direction: column; gap: 1mm; padding-bottom: 4mm; margin-bottom: 9mm;
    border-bottom: 0.3mm solid #d3ccbf; }
  .letterhead strong { font-size: 15pt; font-weight: 600; letter-spacing: 0.02em; }
  .letterhead span { color: #6b6357; font-size: 8.5pt; }
  .to { margin-bottom: 7mm; }
  .date { color: #6b6357; margin: 0 0 6mm; }
  h1 { font-size: 15pt; margin: 0 0 5mm; }
  p { margin: 0 0 4mm; }
  .close { margin-top: 7mm; break-inside: avoid; }
`;
