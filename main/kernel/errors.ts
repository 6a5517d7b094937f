import type { ErrorParams } from '@shared/contract/errors';

/** A refusal with a declared code: crosses to the page as it is. Anything else becomes UNEXPECTED. */
export class Failure extends Error {
  readonly code: string;
  readonly params: ErrorParams;

  constructor(code: string, params: ErrorParams = {}) {
    super(code);
    this.name = 'Failure';
    this.code = code;
    this.params = params;
  }
}

/** Stops the operation with a code from its contract; a running transaction rolls back. */
export function fail(code: string, params: ErrorParams = {}): never {
  throw new Failure(code, params);
}
