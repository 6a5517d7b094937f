import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadMigrations, migrate, schemaVersion } from '@main/db/migrate';
import { openForWriting } from '@main/db/open';
import { checkTotals } from '@main/features/sales/sales.sql';
import { checkAudit } from '@main/kernel/audit';
import { describe, expect, it } from 'vitest';
import { keptKeyHex } from './kept-key';

const kept = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.db'));

describe('every schema that ever landed', () => {
  it('is kept: the newest one, too', () => {
    const newest = loadMigrations().at(-1)?.version ?? 0;
    expect(kept.map((name) => Number.parseInt(name, 10)).at(-1)).toBe(newest);
  });

  it.each(kept)('%s becomes the newest without losing a row', (name) => {
    const folder = mkdtempSync(join(tmpdir(), 'vitrine-old-'));
    const file = join(folder, 'old.db');
    copyFileSync(join(import.meta.dirname, name), file);
    const db = openForWriting({ file, keyHex: keptKeyHex });
    try {
      const count = (table: string) =>
        (db.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n;
      const tables = [
        'customers',
        'customer_contacts',
        'products',
        'sales',
        'sale_lines',
        'items',
        'consent_events',
      ];
      const before = tables.map(count);
      expect(before.every((rows) => rows > 0)).toBe(true);
      migrate(db);
      expect(schemaVersion(db)).toBe(loadMigrations().at(-1)?.version);
      expect(tables.map(count)).toEqual(before);
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(db.pragma('foreign_key_check')).toEqual([]);
      expect(checkAudit(db).ok).toBe(true);
      expect(checkTotals(db).wrong).toBe(0);
    } finally {
      db.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
