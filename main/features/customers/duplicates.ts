import { normaliseContact } from '@shared/domain/contacts';
import { foldHanCharacter, foldLatin, isHan } from '@shared/domain/names/fold';
import type { ReadableDb } from '../../db/sql';
import { listByChineseName, listByContact, listByEnglishName, listByLatinName } from './duplicates.sql';

export type Sameness = 'phone' | 'email' | 'contact' | 'name';

/** What a half-typed form knows about somebody. */
export interface LikeWhom {
  readonly familyName: string | null;
  readonly givenName: string | null;
  readonly englishName: string | null;
  readonly chineseName: string | null;
  readonly contacts: readonly string[];
}

const mostSpellings = 64;
let charactersByFold: Map<string, string[]> | undefined;

/** All characters that fold to the same one: 陈 → 陈, 陳. Built once, in a few milliseconds. */
function variantsOf(character: string): string[] {
  if (!charactersByFold) {
    charactersByFold = new Map();
    for (let code = 0x4e00; code <= 0x9fff; code += 1) {
      const candidate = String.fromCodePoint(code);
      const fold = foldHanCharacter(candidate);
      const group = charactersByFold.get(fold);
      if (group) group.push(candidate);
      else charactersByFold.set(fold, [candidate]);
    }
  }
  return charactersByFold.get(foldHanCharacter(character)) ?? [character];
}

/** The ways one Chinese name may have been written, Traditional or Simplified; the one given comes first. */
export function chineseSpellings(name: string): string[] {
  let spellings = [''];
  for (const character of name) {
    const variants = isHan(character) ? variantsOf(character) : [character];
    const longer = spellings.flatMap((start) => variants.map((variant) => start + variant));
    // A name of unusual characters could have thousands; then only the one typed is looked for.
    spellings = longer.length <= mostSpellings ? longer : spellings.map((start) => start + character);
  }
  return [name, ...spellings.filter((spelling) => spelling !== name)];
}

const joined = (text: string) => foldLatin(text).replace(/[\s-]/g, '');

/** Ids of customers who may be the same person, with what is the same; a shared phone or e-mail comes before a name. */
export function findLike(db: ReadableDb, whom: LikeWhom): Map<string, Sameness[]> {
  const found = new Map<string, Sameness[]>();
  const add = (id: string, what: Sameness) => {
    const known = found.get(id);
    if (!known) found.set(id, [what]);
    else if (!known.includes(what)) known.push(what);
  };
  for (const contact of whom.contacts) {
    for (const normalised of possibleContacts(contact)) {
      for (const row of listByContact(db, normalised)) {
        add(row.customer_id, row.kind === 'phone' || row.kind === 'email' ? row.kind : 'contact');
      }
    }
  }
  for (const id of idsByName(db, whom)) add(id, 'name');
  return found;
}

/** What a contact that is still being typed may be stored as. */
function possibleContacts(typed: string): string[] {
  const text = typed.trim();
  if (text === '') return [];
  if (text.includes('@')) return [normaliseContact('email', text).normalised];
  if ((text.match(/[0-9]/g) ?? []).length < 6) return [];
  return [normaliseContact('phone', text).normalised];
}

function idsByName(db: ReadableDb, whom: LikeWhom): string[] {
  const { familyName, givenName, englishName, chineseName } = whom;
  const ids: string[] = [];
  // One character is a surname alone, and half the town shares it.
  if (chineseName && [...chineseName].length > 1)
    ids.push(...listByChineseName(db, chineseSpellings(chineseName)));
  if (familyName && givenName) ids.push(...listByLatinName(db, joined(familyName + givenName)));
  if (familyName && englishName)
    ids.push(...listByEnglishName(db, englishName.toLowerCase(), familyName.toLowerCase()));
  return ids;
}
