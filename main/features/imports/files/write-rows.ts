import { type FileHandle, open, unlink } from 'node:fs/promises';
import { REFUSAL_COLUMNS, refusalColumns, uniqueHeader } from './header';
import { FileProblem, systemCode } from './problems';

/** A row that was not imported. */
export interface RefusedRow {
  line: number;
  cells: readonly string[];
  /** For a person to read. */
  reason: string;
}

/** A refused rows file being written. */
export interface RefusedRowsFile {
  write(rows: readonly RefusedRow[]): Promise<void>;
  /** Finishes the file and says how many rows it holds. */
  close(): Promise<number>;
  /** Removes the unfinished file, after a cancelled import. */
  discard(): Promise<void>;
}

function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** One record of a comma-separated file, as every spreadsheet reads it. */
export function toCsvLine(cells: readonly string[]): string {
  // An empty line would read as no row at all.
  if (cells.length === 1 && cells[0] === '') return '""\r\n';
  return `${cells.map(quoted).join(',')}\r\n`;
}

function writeProblem(error: unknown): FileProblem {
  return new FileProblem('FILE_NOT_WRITABLE', { system: systemCode(error) }, error);
}

async function openForWriting(path: string, start: string): Promise<FileHandle> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(path, 'w');
    await handle.write(start);
    return handle;
  } catch (error) {
    await handle?.close();
    throw writeProblem(error);
  }
}

/**
 * Starts the file of refused rows: the original columns, then 'line' and 'reason', as UTF-8 with a mark so that a
 * spreadsheet shows Chinese. Corrected, it can be imported again: the two columns are known and ignored. Cells are
 * written exactly as they were read, and those beyond the header follow the reason, so nothing is lost.
 */
export async function createRefusedRowsFile(
  path: string,
  header: readonly string[],
): Promise<RefusedRowsFile> {
  // Refused a second time, a row must not carry the reason of the first.
  const earlier = refusalColumns(header);
  const original = earlier === null ? header : header.slice(0, earlier.line);
  const skipped = earlier === null ? 0 : REFUSAL_COLUMNS.length;
  let count = 0;
  const handle = await openForWriting(
    path,
    `\uFEFF${toCsvLine(uniqueHeader([...original, ...REFUSAL_COLUMNS]))}`,
  );

  return {
    async write(rows) {
      const lines = rows.map(({ line, cells, reason }) => {
        const kept = original.map((_, column) => cells[column] ?? '');
        return toCsvLine([...kept, String(line), reason, ...cells.slice(original.length + skipped)]);
      });
      count += rows.length;
      await handle.write(lines.join('')).catch((error: unknown) => {
        throw writeProblem(error);
      });
    },
    async close() {
      await handle.close();
      return count;
    },
    async discard() {
      await handle.close();
      await unlink(path);
    },
  };
}

/** Writes a whole refused rows file; returns how many rows it holds. */
export async function writeRefusedRows(
  path: string,
  header: readonly string[],
  rows: Iterable<RefusedRow> | AsyncIterable<RefusedRow>,
): Promise<number> {
  const file = await createRefusedRowsFile(path, header);
  try {
    let batch: RefusedRow[] = [];
    for await (const row of rows) {
      batch.push(row);
      if (batch.length < 500) continue;
      await file.write(batch);
      batch = [];
    }
    if (batch.length > 0) await file.write(batch);
  } catch (error) {
    await file.discard();
    throw error;
  }
  return file.close();
}
