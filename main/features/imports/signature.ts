import { createHash } from 'node:crypto';

/** Tells files with the same columns: two exports of one system. */
export function signatureOf(header: readonly string[]): string {
  const plain = header.map((name) => name.normalize('NFKC').toLowerCase());
  return createHash('sha256').update(JSON.stringify(plain)).digest('hex').slice(0, 32);
}
