import { cutSyllables } from './cantonese';
import { COMMON_DOMAIN_LABELS, foldText, LETTER_DIGIT_BOUNDARY, type Run, runs } from './fold';
import { readCharacter, readSurname } from './readings';
import { surnameOf, surnameParts } from './surnames';
import { cutChineseTitle, latinTitle } from './titles';
import type { Title } from './types';

export interface QueryToken {
  text: string;
  /** Looked up as the beginning of a key. Always true today; a key that begins another is not in the index. */
  prefix: boolean;
  kind: 'latin' | 'digits' | 'han';
}

export interface Query {
  /** All have to match. Empty if nothing was typed that can be searched. */
  tokens: QueryToken[];
  /**
   * Keys, as prefixes, whose records come first if there are any: the words as typed but joined ("chantaiman"), or the whole
   * Chinese name. Much rarer than each word, so they find the person before a limit cuts the list.
   */
  prefer: string[];
  /** Other readings of what was typed, to try in this order where `tokens` finds nothing. */
  alternatives: QueryToken[][];
  /** The title that was typed with the name and left out of the tokens. */
  title: Title | null;
}

const MOST_TOKENS = 8;
const MOST_ALTERNATIVES = 6;
const LONGEST_TYPED = 200;
/** Groups of digits that together are as long as a telephone number are searched as one. */
const PHONE_DIGITS = { min: 7, max: 15 };

const token = (kind: QueryToken['kind'], text: string): QueryToken => ({ text, prefix: true, kind });

/**
 * Returns how a typed string is looked up: folded like the keys, punctuation and titles dropped, groups of digits joined to
 * a telephone number, Chinese cut into pairs. "chan 4567", "陳太", "+852 9123 4567" and "peter@gma" all work.
 */
export function queryTokens(raw: string): Query {
  const folded = foldText(raw.slice(0, LONGEST_TYPED)).trim();
  const query: Query = { tokens: [], prefer: [], alternatives: [], title: null };
  const chunks = dropCommonDomains(folded);
  const { kept, title, literal } = dropTitles(chunks);
  query.title = title;

  const joinedDigits = joinDigits(kept, folded);
  query.tokens = tokensOf(joinedDigits, query);
  query.prefer.push(...literal);
  if (!folded.includes('@')) addPreferred(query, kept);
  addAlternatives(query, kept, joinedDigits);
  return query;
}

/** Ends of e-mail and web addresses (".com.hk") match nearly everybody and are not in the index. */
function dropCommonDomains(folded: string): Run[] {
  const found: Run[] = [];
  for (const chunk of folded.split(/\s+/)) {
    const inChunk = runs(chunk);
    const isAddress = /@|[a-z0-9]\.[a-z]/.test(chunk);
    if (!isAddress) {
      found.push(...inChunk);
      continue;
    }
    const kept = inChunk.filter((run, index) => index === 0 || !COMMON_DOMAIN_LABELS.has(run.text));
    // "peter@gmail.c": the end is still being typed.
    const last = kept.at(-1);
    const isPartOfCommon =
      last && last.text.length < 3 && [...COMMON_DOMAIN_LABELS].some((label) => label.startsWith(last.text));
    found.push(...(isPartOfCommon && kept.length > 2 && /\.[a-z]*$/.test(chunk) ? kept.slice(0, -1) : kept));
  }
  return found;
}

/** Titles are left out where something else remains; somebody may be called Miss Dior, and 生 is also a name. */
function dropTitles(all: readonly Run[]): { kept: Run[]; title: Title | null; literal: string[] } {
  let title: Title | null = null;
  const literal: string[] = [];
  const kept: Run[] = [];
  for (const run of all) {
    const latin = run.kind === 'latin' ? latinTitle(run.text) : null;
    if (latin) {
      title ??= latin;
      continue;
    }
    if (run.kind === 'han') {
      const cut = cutChineseTitle(run.text);
      // 送太太 is from a note: only after a known surname is 太太 a title.
      if (cut.name !== '' && !startsWithSurname(cut.name)) {
        kept.push(run);
        continue;
      }
      title ??= cut.title;
      if (!cut.certain) literal.push(run.text);
      if (cut.name !== '') kept.push({ kind: 'han', text: cut.name });
      continue;
    }
    kept.push(run);
  }
  return kept.length > 0 ? { kept, title, literal } : { kept: [...all], title, literal };
}

function startsWithSurname(name: string): boolean {
  const characters = [...name];
  const length = surnameParts(characters)[0] ?? 0;
  return surnameOf(characters.slice(0, length).join('')) !== undefined;
}

function joinDigits(all: readonly Run[], folded: string): Run[] {
  const joined: Run[] = [];
  const international = /(^|\s)(?:\+|00)\s*[0-9(]/.test(folded);
  for (let index = 0; index < all.length; index += 1) {
    const run = all[index] as Run;
    if (run.kind !== 'digits') {
      joined.push(run);
      continue;
    }
    let text = run.text;
    let next = index + 1;
    while (all[next]?.kind === 'digits') {
      text += (all[next] as Run).text;
      next += 1;
    }
    const isPhone = international || (text.length >= PHONE_DIGITS.min && text.length <= PHONE_DIGITS.max);
    if (next > index + 1 && isPhone) {
      joined.push({ kind: 'digits', text });
      index = next - 1;
    } else {
      joined.push(run);
    }
  }
  // 00 is a + in writing; no key starts with it.
  return international
    ? joined.map((run) => (run.kind === 'digits' ? { ...run, text: run.text.replace(/^00/, '') } : run))
    : joined;
}

function tokensOf(all: readonly Run[], query?: Query): QueryToken[] {
  const found = new Map<string, QueryToken>();
  for (const run of all) {
    if (run.kind !== 'han') {
      if (run.text !== '') found.set(run.text, token(run.kind, run.text.slice(0, 40)));
      continue;
    }
    const characters = [...run.text];
    if (characters.length === 1) found.set(run.text, token('han', run.text));
    for (let index = 0; index + 1 < characters.length; index += 1) {
      const pair = (characters[index] as string) + characters[index + 1];
      found.set(pair, token('han', pair));
    }
    if (query && characters.length > 2) query.prefer.push(run.text);
  }
  return [...found.values()].slice(0, MOST_TOKENS);
}

function addPreferred(query: Query, kept: readonly Run[]): void {
  const words = kept.filter((run) => run.kind === 'latin').map((run) => run.text);
  if (words.length < 2 || words.length > 5) return;
  query.prefer.push(words.join(''));
  // Surname last: "Tai Man Chan", "Peter Chan".
  const last = words.at(-1) as string;
  query.prefer.push(last + words.slice(0, -1).join(''));
}

function addAlternatives(query: Query, kept: readonly Run[], joined: readonly Run[]): void {
  const seen = new Set<string>([signature(query.tokens)]);
  const add = (tokens: QueryToken[]) => {
    const key = signature(tokens);
    if (tokens.length === 0 || seen.has(key) || query.alternatives.length >= MOST_ALTERNATIVES) return;
    seen.add(key);
    query.alternatives.push(tokens);
  };
  add(tokensOf(kept));
  add(tokensOf(joined.map(withoutCountryCode)));
  // "chan4567": written together, stored apart. "g7wt" is a part of one number, and its letters are everywhere.
  const apart = joined.flatMap((run) => {
    const pieces = run.kind === 'latin' ? run.text.split(LETTER_DIGIT_BOUNDARY) : [];
    if (pieces.length < 2 || pieces.some(({ length }) => length < 2)) return [run];
    return pieces.map((text): Run => ({ kind: /^[0-9]/.test(text) ? 'digits' : 'latin', text }));
  });
  add(tokensOf(apart));
  // "taimanchan": a name written as one word, in another order than the key's.
  add(
    tokensOf(
      joined.flatMap((run): Run[] =>
        run.kind === 'latin'
          ? (cutSyllables(run.text) ?? [run.text]).map((text) => ({ kind: 'latin', text }))
          : [run],
      ),
    ),
  );
  add(
    tokensOf(
      joined.map((run): Run => {
        const name = run.kind === 'han' ? cutChineseTitle(run.text).name : '';
        return name ? { kind: 'han', text: name } : run;
      }),
    ),
  );
  for (const sounds of soundAlternatives(joined)) add(sounds);
  for (const fewer of withoutOneCharacter(joined)) add(fewer);
}

const signature = (tokens: readonly QueryToken[]) => tokens.map(({ text }) => text).join(' ');

/** A number stored under another country code, or with the zero that is dialled inside the country. */
function withoutCountryCode(run: Run): Run {
  if (run.kind !== 'digits') return run;
  return {
    kind: 'digits',
    text: run.text.replace(/^(?:85[23](?=[0-9]{5})|86(?=1[0-9]{6})|0+(?=[0-9]{6}))/, ''),
  };
}

/**
 * Returns the query with each Chinese name replaced by its sound, in Hong Kong spelling and in pinyin: finds people whose
 * Chinese name is not on record or is written with another character of the same sound (陳大民 for 陳大文 does not sound
 * alike in pinyin, but does in Cantonese).
 */
function soundAlternatives(all: readonly Run[]): QueryToken[][] {
  const hasName = all.some((run) => run.kind === 'han' && [...run.text].length >= 2);
  if (!hasName) return [];
  const spell = (system: 'hongKong' | 'pinyin') =>
    tokensOf(
      all.flatMap((run): Run[] => {
        if (run.kind !== 'han') return [run];
        const characters = [...run.text];
        const length = surnameParts(characters).reduce((sum, part) => sum + part, 0);
        const surname = readSurname(characters.slice(0, length).join(''))[system][0] ?? '';
        const given = characters.slice(length).map((character) => readCharacter(character)[system][0] ?? '');
        return [surname, ...given].filter(Boolean).map((text): Run => ({ kind: 'latin', text }));
      }),
    );
  return [spell('hongKong'), spell('pinyin')];
}

/** One wrong character in a Chinese name of three or more: the rest of it is searched. */
function withoutOneCharacter(all: readonly Run[]): QueryToken[][] {
  const at = all.findIndex((run) => run.kind === 'han' && [...run.text].length >= 3);
  if (at < 0) return [];
  const characters = [...(all[at] as Run).text];
  const pieces: string[][] = [[characters.slice(1).join('')], [characters.slice(0, -1).join('')]];
  if (characters.length === 3) pieces.push([characters[0] as string, characters[2] as string]);
  return pieces.map((texts) =>
    tokensOf(
      all.flatMap((run, index): Run[] =>
        index === at ? texts.map((text): Run => ({ kind: 'han', text })) : [run],
      ),
    ),
  );
}
