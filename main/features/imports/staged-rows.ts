import type { Statement } from 'better-sqlite3';

/**
 * Walks a staged table in pieces, so that writes may go between: a running cursor would forbid them. The statement takes the
 * last number seen and yields rows with their `no`, ascending.
 */
export function* eachStaged<T extends { readonly no: number }>(statement: Statement): Generator<T> {
  for (const rows of pagesOfStaged<T>(statement)) yield* rows;
}

/** The same, piece by piece. */
export function* pagesOfStaged<T extends { readonly no: number }>(statement: Statement): Generator<T[]> {
  // Also what stands under a number below nothing: what the shop has already.
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const rows = statement.all(after) as T[];
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = last.no;
  }
}
