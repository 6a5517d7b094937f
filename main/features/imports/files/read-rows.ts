import { openBytes } from './byte-source';
import { createDecoder, type Encoding } from './encodings';
import { FileProblem } from './problems';
import { type Row, RowSplitter, type SplitOptions } from './row-splitter';

export type { Row } from './row-splitter';

/** How far reading has come, in bytes on disk (compressed bytes for a gzip file). */
export interface ReadProgress {
  bytesRead: number;
  bytesTotal: number;
}

export interface ReadOptions extends SplitOptions {
  encoding: Encoding;
  /** Rows in a batch, at most; 1,000 when left out. */
  batchSize?: number;
  onProgress?: (progress: ReadProgress) => void;
}

/** Refuses a delimiter or quote that cannot work, before a byte is read. */
export function assertDialect(delimiter: string, quote: string | null): void {
  const bad = delimiter.length !== 1 || delimiter === '\n' || delimiter === '\r' || delimiter === quote;
  if (bad || (quote !== null && quote.length !== 1))
    throw new FileProblem('DELIMITER_INVALID', { delimiter });
}

/**
 * Reads a delimited file as batches of rows, in bounded memory. The header record is checked for its width and
 * not handed over; blank lines are passed over; every other record arrives, with a code when something is
 * wrong with it. Only a problem of the whole file is thrown (`FileProblem`). Leaving the loop closes the file.
 *
 * A long cell may share memory with the piece of file around it: keep copies, not cells, of what must outlive
 * the import.
 */
export async function* readRows(path: string, options: ReadOptions): AsyncGenerator<Row[], void, undefined> {
  assertDialect(options.delimiter, options.quote);
  const splitter = new RowSplitter(options);
  const batchSize = options.batchSize ?? 1000;
  let waiting: Row[] = [];
  for await (const { text, isLast } of readPieces(path, options)) {
    for (const row of splitter.push(text, isLast)) {
      waiting.push(row);
      if (waiting.length < batchSize) continue;
      yield waiting;
      waiting = [];
    }
  }
  if (splitter.header === null && options.hasHeader !== false) throw new FileProblem('FILE_EMPTY');
  if (waiting.length > 0) yield waiting;
}

/**
 * The decoded text of a file, piece by piece as it comes from the disk; the last one is what the decoder still held.
 * Leaving the loop closes the file.
 */
export async function* readPieces(
  path: string,
  { encoding, onProgress }: Pick<ReadOptions, 'encoding' | 'onProgress'>,
): AsyncGenerator<{ readonly text: string; readonly isLast: boolean }, void, undefined> {
  const decoder = createDecoder(encoding);
  const source = await openBytes(path);
  const report = () => onProgress?.({ bytesRead: source.bytesRead(), bytesTotal: source.totalBytes });
  for await (const bytes of source.chunks()) {
    report();
    yield { text: decoder.write(bytes), isLast: false };
  }
  yield { text: decoder.end(), isLast: true };
  report();
}
