import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newKeyHex } from '../kernel/key-file';
import { loadMigrations, migrate } from './migrate';
import { openForWriting } from './open';
import type { WritableDb } from './sql';

describe('the step that numbers receipt lines', () => {
  let folder: string;
  let db: WritableDb;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vitrine-lines-'));
    db = openForWriting({ file: join(folder, 'a.db'), keyHex: newKeyHex() }, { create: true });
    const all = loadMigrations();
    migrate(
      db,
      all.filter(({ version }) => version < 33),
    );
  });
  afterEach(() => {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const fill = () =>
    db.exec(`
      INSERT INTO staff (id, name, role, pin_hash, pin_salt, created_at, updated_at)
        VALUES ('staff', 'Ann', 'manager', '', '', 1, 1);
      INSERT INTO customers (id, number, language, source, version, created_at, updated_at)
        VALUES ('cust', 'A-1', 'en', 'counter', 1, 1, 1);
      INSERT INTO products (id, code, name, category, currency, created_at, updated_at)
        VALUES ('p2', 'B', 'Beta', 'watch', 'HKD', 1, 1), ('p1', 'A', 'Alpha', 'watch', 'HKD', 1, 1);
      INSERT INTO sales (id, receipt_number, kind, returns_sale_id, customer_id, sold_at, sold_on, currency, total_minor, created_at)
        VALUES ('s1', 'R1', 'sale', NULL, 'cust', 1, '2026-01-01', 'HKD', 30, 1),
          ('s2', 'R2', 'return', 's1', 'cust', 2, '2026-01-02', 'HKD', -10, 2);
      INSERT INTO sale_lines (id, sale_id, position, product_id, description, quantity, unit_price_minor, total_minor, serial)
        VALUES ('l1', 's1', 0, 'p1', 'As it was called', 1, 10, 10, 'X1'), ('l2', 's1', 1, NULL, 'Free text', 1, 10, 10, NULL),
          ('l3', 's1', 1, 'p2', 'Free text', 1, 10, 10, NULL);
      INSERT INTO sale_lines (id, sale_id, position, product_id, description, quantity, unit_price_minor, total_minor, returns_line_id)
        VALUES ('l4', 's2', 0, 'p2', 'Free text', -1, 10, -10, 'l3');
      INSERT INTO items (id, customer_id, product_id, sale_line_id, description, serial, created_at, updated_at)
        VALUES ('i1', 'cust', 'p1', 'l1', 'Alpha', 'X1', 1, 1), ('i2', 'cust', NULL, NULL, 'From elsewhere', NULL, 1, 1);
      INSERT INTO imports (id, kind, file_name, file_hash, options, status, rows_read, rows_imported, rows_unchanged,
          rows_refused, report, started_at, finished_at)
        VALUES ('imp', 'purchases', 'f', 'h', '{}', 'done', 1, 1, 0, 0, '{}', 1, 1);
      INSERT INTO import_keys (kind, key, entity_id, import_id) VALUES ('sale', 'k1', 's1', 'imp'), ('line', 'k2', 'l2', 'imp');
      INSERT INTO import_changes (import_id, entity_kind, entity_id, before, after)
        VALUES ('imp', 'sale', 's1', '{"addedMinor":10}', '{"lines":["l2"]}');
      INSERT INTO review_signoffs (id, kind, source_id, entry, remark, signed_by, signed_at)
        VALUES ('r1', 'discount', 'l1', '{"kind":"discount","sourceId":"l1"}', 'fine', 'staff', 1);
      INSERT INTO co_purchase_builds (id, built_at, last_line) VALUES (1, 1, 4);`);

  it('keeps every line, what it refers to and what refers to it', () => {
    fill();
    migrate(db);
    const rows = (sql: string) => db.prepare(sql).raw().all();
    expect(
      rows(
        `SELECT s.id, l.position, p.id, d.text, l.quantity, l.total_minor, l.serial, rs.id, l.returns_position
         FROM sale_lines l JOIN sales s ON s.no = l.sale_no JOIN descriptions d ON d.no = l.description_no
           LEFT JOIN products p ON p.no = l.product_no LEFT JOIN sales rs ON rs.no = l.returns_sale_no
         ORDER BY l.sale_no, l.position`,
      ),
    ).toEqual([
      ['s1', 0, 'p1', 'As it was called', 1, 10, 'X1', null, null],
      ['s1', 1, null, 'Free text', 1, 10, null, null, null],
      // Two lines stood in one place: the later one is at the end now, and still the one that came back.
      ['s1', 5, 'p2', 'Free text', 1, 10, null, null, null],
      ['s2', 0, 'p2', 'Free text', -1, -10, null, 's1', 5],
    ]);
    expect(
      rows(
        'SELECT i.id, s.id, i.sale_position FROM items i LEFT JOIN sales s ON s.no = i.sale_no ORDER BY i.id',
      ),
    ).toEqual([
      ['i1', 's1', 0],
      ['i2', null, null],
    ]);
    expect(rows('SELECT kind, key, entity_id FROM import_keys ORDER BY key')).toEqual([
      ['sale', 'k1', 's1'],
      ['line', 'k2', 's1'],
    ]);
    expect(rows('SELECT after FROM import_changes')).toEqual([['{"positions":[1]}']]);
    expect(rows('SELECT source_id, entry FROM review_signoffs')).toEqual([
      ['s1.0', '{"kind":"discount","sourceId":"s1.0"}'],
    ]);
    expect(rows('SELECT last_sale FROM co_purchase_builds')).toEqual([[2]]);
    expect(db.pragma('foreign_key_check')).toEqual([]);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(() => db.exec("UPDATE review_signoffs SET remark = 'other'")).toThrow('append-only');
  });

  it('changes no index and no trigger but those that named a line by its id, and leaves nothing half named', () => {
    const parts = () =>
      new Map(
        db
          .prepare(
            "SELECT name, sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql IS NOT NULL",
          )
          .raw()
          .all() as [string, string][],
      );
    const before = parts();
    migrate(
      db,
      loadMigrations().filter(({ version }) => version <= 33),
    );
    const after = parts();
    const changed = [...before].filter(([name, sql]) => after.get(name) !== sql).map(([name]) => name);
    // Those that named a line by its id; a line is found by its receipt and place without an index of its own.
    expect(changed.sort()).toEqual([
      'import_keys_by_import',
      'items_by_sale_line',
      'sale_lines_by_product',
      'sale_lines_by_returned',
      'sale_lines_by_sale',
    ]);
    expect([...after.keys()].filter((name) => !before.has(name))).toEqual([]);
    const tables = db
      .prepare("SELECT name FROM sqlite_schema WHERE sql LIKE '%new\\_%' ESCAPE '\\' AND name LIKE 'new%'")
      .all();
    expect(tables).toEqual([]);
  });
});
