import type { RecordScanner } from './files/scanner';
import { ownCopy } from './row-values';

const FEWEST_SLOTS = 1024;
/** So many different cells are remembered; then all are forgotten, and memory begins again. */
const MOST_CELLS = 20_000;

/**
 * What a column's cells mean, worked out once for each different cell. Columns repeat themselves: a cell that was met before
 * is found by its characters where they lie in the file, without making a text of them; half a million rows notice.
 */
export class CellColumn<T> {
  readonly #column: number | null;
  readonly #understand: (text: string) => T;
  /** Open addressing: 0 for free, else 1 + the place in `cells` and `meanings`. */
  #slots = new Int32Array(FEWEST_SLOTS);
  #cells: string[] = [];
  #hashes: number[] = [];
  #meanings: T[] = [];
  /** For each number that goes with the cell in another column: 1 + the place of the cell it last went with. */
  #companions: number[] = [];
  #found = 0;
  #lastCell = '';
  #last: T | undefined;

  /** `understand` gets the trimmed text, '' where the file has no such column; what it throws is not remembered. */
  constructor(column: number | null | undefined, understand: (text: string) => T) {
    this.#column = column ?? null;
    this.#understand = understand;
  }

  /**
   * What the record says in this column. `companion` is a number of what another column says, above 0, that mostly goes with one
   * cell here, as a product's name with its code: that cell is looked at first.
   */
  of(record: RecordScanner, companion = 0): T {
    const column = this.#column;
    if (column === null) {
      if (this.#last === undefined) this.#last = this.#understand('');
      return this.#last;
    }
    if (record.isDoubled[column]) return this.#understand(record.cell(column).trim());
    const { text } = record;
    const start = record.starts[column] as number;
    const length = (record.ends[column] as number) - start;
    const last = this.#last;
    // Rows of one receipt mostly agree.
    if (last !== undefined && length === this.#lastCell.length && text.startsWith(this.#lastCell, start))
      return last;
    if (companion === 0) return this.#find(text, start, length);
    const entry = this.#companions[companion];
    if (entry !== undefined) {
      const cell = this.#cells[entry - 1] as string;
      if (length === cell.length && text.startsWith(cell, start))
        return this.#remember(cell, this.#meanings[entry - 1] as T);
    }
    const meaning = this.#find(text, start, length);
    this.#companions[companion] = this.#found;
    return meaning;
  }

  /** The trimmed text, for what is asked for seldom. */
  text(record: RecordScanner): string {
    return this.#column === null ? '' : record.cell(this.#column).trim();
  }

  forget(): void {
    this.#slots = new Int32Array(FEWEST_SLOTS);
    this.#cells = [];
    this.#hashes = [];
    this.#meanings = [];
    this.#companions = [];
    this.#last = undefined;
  }

  #find(text: string, start: number, length: number): T {
    let hash = length;
    for (let at = start; at < start + length; at += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let entry = this.#slots[slot] as number; entry !== 0; entry = this.#slots[slot] as number) {
      const known = this.#cells[entry - 1] as string;
      if (this.#hashes[entry - 1] === hash && known.length === length && text.startsWith(known, start)) {
        this.#found = entry;
        return this.#remember(known, this.#meanings[entry - 1] as T);
      }
      slot = (slot + 1) & mask;
    }
    const cell = ownCopy(text.slice(start, start + length));
    const meaning = this.#understand(cell.trim());
    if (this.#cells.length >= MOST_CELLS) this.forget();
    this.#cells.push(cell);
    this.#hashes.push(hash);
    this.#meanings.push(meaning);
    this.#found = this.#cells.length;
    if (this.#cells.length * 2 > this.#slots.length) this.#grow();
    else this.#place(this.#cells.length);
    return this.#remember(cell, meaning);
  }

  #remember(cell: string, meaning: T): T {
    this.#lastCell = cell;
    this.#last = meaning;
    return meaning;
  }

  #place(entry: number): void {
    const mask = this.#slots.length - 1;
    let slot = (this.#hashes[entry - 1] as number) & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = entry;
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let entry = 1; entry <= this.#cells.length; entry += 1) this.#place(entry);
  }
}
