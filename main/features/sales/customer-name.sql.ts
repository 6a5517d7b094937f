import { asLanguage } from '@shared/domain/languages';
import { displayName } from '@shared/domain/names';
import type { ReadableDb } from '../../db/sql';
import { findCustomer } from '../customers/customers.sql';

/** The customer's name in one line, in the script of that language; '' where none is recorded. */
export function findCustomerName(db: ReadableDb, customerId: string, language: string): string {
  const row = findCustomer(db, customerId);
  if (!row) return '';
  return displayName(
    {
      familyName: row.family_name ?? '',
      givenName: row.given_name ?? '',
      englishName: row.english_name ?? '',
      chineseName: row.chinese_name ?? '',
      preferredName: row.preferred_name ?? '',
    },
    asLanguage(language),
  );
}
