import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../db/migrate';
import { openForWriting } from '../db/open';
import type { WritableDb } from '../db/sql';
import { appendAudit, auditHead, checkAudit } from './audit';
import { newKeyHex } from './key-file';

describe('the audit log', () => {
  let folder: string;
  let db: WritableDb;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'vitrine-audit-'));
    db = openForWriting({ file: join(folder, 'a.db'), keyHex: newKeyHex() }, { create: true });
    migrate(db);
  });
  afterAll(() => {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(() => {
    dropGuards();
    db.exec('DELETE FROM audit_log');
    for (let index = 0; index < 20; index += 1) append('A', index);
    for (let index = 0; index < 5; index += 1) append('B', index);
  });

  /** What somebody with the key could do: our own triggers do not stop them. */
  function dropGuards() {
    db.exec('DROP TRIGGER IF EXISTS audit_log_no_update; DROP TRIGGER IF EXISTS audit_log_no_delete');
  }

  function append(counter: string, index: number) {
    appendAudit(db, counter, {
      at: 1000 + index,
      staffId: 's',
      operation: 'customers.update',
      outcome: 'done',
      entityKind: 'customer',
      entityId: `c${index}`,
      fields: ['phone'],
      requestId: null,
    });
  }

  it('checks out when nobody touched it, with one chain a counter', () => {
    expect(checkAudit(db)).toMatchObject({
      ok: true,
      heads: [
        { counter: 'A', count: 20 },
        { counter: 'B', count: 5 },
      ],
    });
  });

  it('shows any edit of any field of any entry', () => {
    const change = fc.constantFrom(
      ['at', 1],
      ['staff_id', "'x'"],
      ['operation', "'customers.get'"],
      ['outcome', "'failed'"],
      ['entity_id', "'other'"],
      ['fields', "'[]'"],
      ['request_id', "'r'"],
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), change, (seq, [column, value]) => {
        db.exec('SAVEPOINT tamper');
        db.exec(`UPDATE audit_log SET ${column} = ${value} WHERE counter = 'A' AND seq = ${seq}`);
        const check = checkAudit(db);
        db.exec('ROLLBACK TO tamper; RELEASE tamper');
        expect(check).toMatchObject({ ok: false, counter: 'A', seq });
      }),
      { numRuns: 60 },
    );
  });

  it('shows a removed and a reordered entry', () => {
    db.exec("DELETE FROM audit_log WHERE counter = 'A' AND seq = 7");
    expect(checkAudit(db)).toMatchObject({ ok: false, seq: 7, problem: 'missing' });
    db.exec("UPDATE audit_log SET seq = 7 WHERE counter = 'A' AND seq = 8");
    expect(checkAudit(db)).toMatchObject({ ok: false, seq: 7, problem: 'edited' });
  });

  it('cannot show a cut-off tail by itself; a head printed earlier does', () => {
    const printed = auditHead(db, 'A');
    db.exec("DELETE FROM audit_log WHERE counter = 'A' AND seq > 15");
    expect(checkAudit(db).ok).toBe(true);
    expect(auditHead(db, 'A').count).toBeLessThan(printed.count);
  });
});

it('is guarded by triggers against our own mistakes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-audit-'));
  const db = openForWriting({ file: join(folder, 'a.db'), keyHex: newKeyHex() }, { create: true });
  migrate(db);
  appendAudit(db, 'A', {
    at: 1,
    staffId: null,
    operation: 'a.b',
    outcome: 'done',
    entityKind: null,
    entityId: null,
    fields: [],
    requestId: null,
  });
  expect(() => db.exec("UPDATE audit_log SET operation = 'x'")).toThrow(/append-only/);
  expect(() => db.exec('DELETE FROM audit_log')).toThrow(/append-only/);
  db.close();
  rmSync(folder, { recursive: true, force: true });
});
