import { refusalColumns } from './header';
import { SYNONYMS } from './synonyms';
import { type ImportKind, type Mapping, missingTargets, TARGETS } from './targets';

interface Candidate {
  field: string;
  column: number;
  score: number;
}

/** Enough that a heading merely containing a field's name is worth showing as a guess. */
const LEAST_SCORE = 30;

/**
 * Guesses which column fills which field, from the column names first and the look of the values second. A column
 * is used once, unless a required field would stay empty: a list with nothing but reference numbers has its codes
 * there too. A person confirms or changes every guess.
 */
export function guessMapping<K extends ImportKind>(
  kind: K,
  header: readonly string[],
  sampleRows: readonly (readonly string[])[],
): Mapping<K> {
  const fields = TARGETS[kind].map((target): string => target.field);
  const synonyms: Readonly<Record<string, readonly string[]>> = SYNONYMS[kind];
  const refused = refusalColumns(header);
  const candidates: Candidate[] = [];
  header.forEach((name, column) => {
    if (refused !== null && (column === refused.line || column === refused.reason)) return;
    const values = sampleRows.map((row) => (row[column] ?? '').trim()).filter((value) => value !== '');
    for (const field of fields) {
      const score = scoreName(name, synonyms[field] ?? []) + scoreValues(field, values, sampleRows.length);
      if (score >= LEAST_SCORE) candidates.push({ field, column, score });
    }
  });
  candidates.sort((a, b) => b.score - a.score || a.column - b.column);
  const mapping = settle(fields, candidates);
  for (const wanted of missingTargets(kind, mapping as Mapping<K>)) {
    const best = candidates.find(({ field }) => wanted.includes(field));
    if (best !== undefined) mapping[best.field] = best.column;
  }
  return mapping as Mapping<K>;
}

/** The columns that no field takes and that may be kept as attributes of a product. */
export function leftoverColumns<K extends ImportKind>(
  header: readonly string[],
  mapping: Mapping<K>,
): number[] {
  const used = new Set(Object.values<number | null>(mapping));
  const refused = refusalColumns(header);
  return header.flatMap((name, column) => {
    const ours = refused !== null && (column === refused.line || column === refused.reason);
    return used.has(column) || ours || name === '' ? [] : [column];
  });
}

/** The best pair first, then the best of what is left: no field and no column twice. */
function settle(fields: readonly string[], candidates: readonly Candidate[]): Record<string, number | null> {
  const mapping: Record<string, number | null> = Object.fromEntries(fields.map((field) => [field, null]));
  const taken = new Set<number>();
  for (const { field, column } of candidates) {
    if (mapping[field] !== null || taken.has(column)) continue;
    mapping[field] = column;
    taken.add(column);
  }
  return mapping;
}

function plain(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const squeeze = (name: string) => name.replaceAll(' ', '');

/** 100 for the field's own best name, less down the list of synonyms and for a name that says more than that. */
function scoreName(name: string, synonyms: readonly string[]): number {
  // 'name (2)' is the second column called 'name'; what stands in brackets mostly explains.
  const bare = plain(name.replace(/\s*\([^)]*\)/g, ''));
  const whole = plain(name);
  let best = 0;
  synonyms.forEach((synonym, rank) => {
    const wanted = plain(synonym);
    const fall = Math.min(rank, 30);
    if (squeeze(whole) === squeeze(wanted)) best = Math.max(best, 100 - fall);
    else if (squeeze(bare) === squeeze(wanted)) best = Math.max(best, 95 - fall);
    else if (containsWords(whole, wanted)) best = Math.max(best, 55 - fall / 2);
  });
  return best;
}

/** Single words that keep their meaning inside a longer heading; 'name' does not: see 'company name'. */
const TELLING_WORDS = new Set(
  'email phone mobile telephone birthday address wechat barcode currency quantity price brand'.split(' '),
);

/** Whether `wanted` stands in `name` as whole words; Chinese has no spaces, so there two characters are needed. */
function containsWords(name: string, wanted: string): boolean {
  if (/\p{Script=Han}/u.test(wanted)) return wanted.length >= 2 && name.includes(wanted);
  return (wanted.includes(' ') || TELLING_WORDS.has(wanted)) && ` ${name} `.includes(` ${wanted} `);
}

const LOOKS: Readonly<Record<string, RegExp>> = {
  email: /^[^@\s]+@[^@\s]+\.[^@\s]+$/,
  phone: /^\+?[\d\s().-]{7,20}$/,
  phone2: /^\+?[\d\s().-]{7,20}$/,
  price: /\d/,
  unitPrice: /\d/,
  lineTotal: /\d/,
  quantity: /^-?\d+([.,]\d+)?$/,
  stock: /^-?\d+([.,]\d+)?$/,
  date: /\d.*\d/,
  birthday: /\d.*\d/,
  chineseName: /\p{Script=Han}/u,
  currency: /^\p{L}{2,4}\$?$|^\p{Sc}$/u,
  acceptsEmail: /^\S{1,14}$/,
  acceptsSms: /^\S{1,14}$/,
};

/** A little for values that look right, much against those that do not, and against a column that is empty. */
function scoreValues(field: string, values: readonly string[], rows: number): number {
  if (rows === 0) return 0;
  if (values.length === 0) return -40;
  const look = LOOKS[field];
  if (look === undefined) return 0;
  const fitting = values.filter((value) => look.test(value)).length / values.length;
  if (fitting >= 0.6) return field === 'email' || field === 'chineseName' ? 15 : 5;
  return fitting < 0.2 ? -50 : -10;
}
