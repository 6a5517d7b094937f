/** What can be wrong with a whole file: reading stops. */
export type FileCode =
  | 'FILE_NOT_FOUND'
  | 'FILE_NOT_READABLE'
  | 'FILE_NOT_WRITABLE'
  | 'FILE_EMPTY'
  | 'FILE_TRUNCATED'
  | 'FILE_CORRUPT'
  | 'FILE_NOT_TEXT'
  | 'ENCODING_UNKNOWN'
  | 'DELIMITER_INVALID';

/** What can be wrong with one row: the row is handed over with this code and reading goes on. */
export type RowCode =
  | 'LINE_TOO_LONG'
  | 'QUOTE_NOT_CLOSED'
  | 'QUOTE_MISPLACED'
  | 'NUL_BYTE'
  | 'INVALID_BYTES'
  | 'TOO_MANY_CELLS'
  | 'TOO_FEW_CELLS'
  | 'ROW_EMPTY';

export type ProblemParams = Readonly<Record<string, string | number>>;

/** A file that cannot be read or written, with a code that has a text in every language. */
export class FileProblem extends Error {
  readonly code: FileCode;
  readonly params: ProblemParams;

  constructor(code: FileCode, params: ProblemParams = {}, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause });
    this.name = 'FileProblem';
    this.code = code;
    this.params = params;
  }
}

/** The error code the system or zlib gave, or '' when there is none. */
export function systemCode(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string') {
    return error.code;
  }
  return '';
}

/** Turns what the system says about opening or reading a file into a problem a person can be told. */
export function readProblem(error: unknown): FileProblem {
  if (error instanceof FileProblem) return error;
  const code = systemCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return new FileProblem('FILE_NOT_FOUND', {}, error);
  // zlib says Z_BUF_ERROR when the compressed stream ends before its own end mark.
  if (code === 'Z_BUF_ERROR') return new FileProblem('FILE_TRUNCATED', {}, error);
  if (code.startsWith('Z_')) return new FileProblem('FILE_CORRUPT', {}, error);
  return new FileProblem('FILE_NOT_READABLE', { system: code }, error);
}
