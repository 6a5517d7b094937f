import type { Language } from '@shared/domain/languages';
import type { ReadableDb } from '../../db/sql';
import { letterShop } from '../../reports/letterhead';
import { wordsFor } from '../../reports/words';

/** What the first selling message must say (Cap. 486 s.35F): that it stops on request, free of charge, and how to ask. */
export function optOutNotice(db: ReadableDb, language: Language): string {
  return wordsFor(language)('conversations.optOut', { hotline: letterShop(db, language).hotline });
}
