import { type AllWords, words } from '@shared/words';

/** What a run ends with: 0 done, 1 refused or found wanting, 2 called wrongly, 3 the shop could not be opened. */
export const exitCodes = { done: 0, refused: 1, usage: 2, notOpened: 3 } as const;

/** A refusal in words, and the code the process ends with. */
export class CliError extends Error {
  readonly code: string;
  readonly exitCode: number;
  readonly params: Record<string, string | number>;

  constructor(
    code: string,
    params: Record<string, string | number> = {},
    exitCode: number = exitCodes.refused,
  ) {
    super(code);
    this.code = code;
    this.params = params;
    this.exitCode = exitCode;
  }
}

const errorWords: AllWords['errors'] & Record<string, string> = words.en.errors;

/** The text for a code in English, which is what the command line speaks. */
export function textOf(code: string, params: Record<string, string | number>): string {
  const text = errorWords[code] ?? code;
  return text.replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(params[name] ?? ''));
}

/** A step as main names it (a key of the words, such as `imports.step.read`), in words. */
function stepOf(key: string): string {
  const found = key
    .split('.')
    .reduce<unknown>((table, part) => (table as Record<string, unknown> | undefined)?.[part], words.en);
  return typeof found === 'string' ? found : (key.split('.').at(-1) ?? key);
}

const logEveryMs = 10_000;

/** Where answers go: stdout holds the answer and nothing else; progress and errors go to stderr. */
export class Output {
  readonly isJson: boolean;
  #lastLine = '';
  #loggedAt = Date.now();

  constructor(isJson: boolean) {
    this.isJson = isJson;
  }

  /** The answer: as JSON for programs, or as lines for people. */
  answer(value: unknown, lines: readonly string[]): void {
    this.#endProgress();
    console.log(this.isJson ? JSON.stringify(value, null, 2) : lines.join('\n'));
  }

  /** How far a long step is: on one line that is written over, or now and then into a log. */
  progress(step: string, done: number, total: number | null): void {
    if (this.isJson) return;
    const share = total ? ` ${Math.floor((100 * done) / total)}%` : '';
    const line = `${stepOf(step)}${share}`;
    if (!process.stderr.isTTY) this.#log(line);
    else if (line !== this.#lastLine) {
      process.stderr.write(`\r\u001b[K${line}`);
      this.#lastLine = line;
    }
  }

  #log(line: string): void {
    if (Date.now() - this.#loggedAt < logEveryMs) return;
    this.#loggedAt = Date.now();
    console.error(line);
  }

  /** A refusal: what happened and what to do. */
  error(error: CliError): void {
    this.#endProgress();
    const text = textOf(error.code, error.params);
    console.error(this.isJson ? JSON.stringify({ error: error.code, params: error.params, text }) : text);
  }

  #endProgress(): void {
    if (this.#lastLine) process.stderr.write('\r\u001b[K');
    this.#lastLine = '';
  }
}
