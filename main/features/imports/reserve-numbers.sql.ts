import { prepared, type WritableDb } from '../../db/sql';

/** Reserves numbers that people read, all at once; returns a function that hands out one after another. */
export function reserveNumbers(db: WritableDb, counter: string, kind: string, count: number): () => string {
  let next = 1;
  if (count > 0) {
    const row = prepared(
      db,
      `INSERT INTO number_sequences (kind, prefix, next) VALUES (?, ?, 1 + ?)
       ON CONFLICT (kind, prefix) DO UPDATE SET next = next + ? RETURNING next AS after`,
    ).get(kind, counter, count, count) as { after: number };
    next = row.after - count;
  }
  return () => {
    const taken = next;
    next += 1;
    return `${counter}-${String(taken).padStart(6, '0')}`;
  };
}

/** Lets no number be given out that an imported record already carries. */
export function skipNumber(db: WritableDb, counter: string, kind: string, number: string): void {
  const own = new RegExp(`^${counter}-(\\d{6,})$`).exec(number);
  if (!own) return;
  prepared(
    db,
    `INSERT INTO number_sequences (kind, prefix, next) VALUES (?, ?, ?)
     ON CONFLICT (kind, prefix) DO UPDATE SET next = max(next, excluded.next)`,
  ).run(kind, counter, Number(own[1]) + 1);
}
