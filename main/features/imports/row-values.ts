import { hash } from 'node:crypto';
import type { ErrorParams } from '@shared/contract/errors';
import type { ImportMapping } from '@shared/contract/imports';
import type { Parsed } from './files/values';

/** A row that cannot be imported: caught where rows are read, shown with its line. */
export class RowRefused extends Error {
  readonly code: string;
  readonly params: ErrorParams;
  constructor(code: string, params: ErrorParams = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

/** Refuses the row that is being read. */
export function refuseRow(code: string, params: ErrorParams = {}): never {
  throw new RowRefused(code, params);
}

/** The value, or the row is refused with the reason and the field it is about. */
export function parsedValue<T>(parsed: Parsed<T>, field: string): T {
  if (parsed.ok) return parsed.value;
  return refuseRow(parsed.code, { ...parsed.params, field, text: parsed.text.slice(0, 60) });
}

/** Reads the cell of a field: trimmed, '' where the file has no such column. */
export type CellReader = (cells: readonly string[], field: string) => string;

/** A reader for this mapping. Other systems write "nothing" as NA or NULL: taken as nothing where no name can be meant. */
export function cellReader(mapping: ImportMapping): CellReader {
  return (cells, field) => {
    const column = mapping[field];
    if (column === null || column === undefined) return '';
    return (cells[column] ?? '').trim();
  };
}

const NOTHING = /^(?:na|n\/a|#n\/a|null|nil|none|-+)$/i;

/** A reader of one column, for files of very many rows. */
export function columnReader(mapping: ImportMapping, field: string): (cells: readonly string[]) => string {
  const column = mapping[field];
  if (column === null || column === undefined) return () => '';
  return (cells) => (cells[column] ?? '').trim();
}

/** The text, or '' where it only says that there is none. */
export function somethingOf(text: string): string {
  // Only dashes are longer than four characters: most cells need no look at the pattern.
  if (text === '' || (text.length > 4 && text[0] !== '-')) return text;
  return NOTHING.test(text) ? '' : text;
}

/** The text, or null where there is none. */
export function textOrNull(text: string): string | null {
  return text === '' ? null : text;
}

/** The key by which an imported record is found again: 27 characters that tell nothing about it. */
export function keyOf(...parts: readonly string[]): string {
  return hash('sha256', parts.join('\u0000'), 'base64url').slice(0, 27);
}

const longest = 200;

/** Refuses text that no field of ours holds, rather than cutting it. */
export function boundedText(text: string, field: string, most = longest): string {
  if (text.length > most) refuseRow('TEXT_TOO_LONG', { field, most });
  return text;
}

/** The text by itself: a cell may share memory with the whole piece of file around it, which would stay with the cell. */
export function ownCopy(text: string): string {
  // Shorter ones never share.
  return text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le');
}

/** Remembers what a function made of a text: columns repeat their values. Forgets all when there are too many. */
export function remembering<T>(read: (text: string) => T, most = 20_000): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = read(text);
    if (known.size >= most) known.clear();
    known.set(ownCopy(text), value);
    return value;
  };
}
