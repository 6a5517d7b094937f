import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkAudit } from './audit';
import { newId } from './ids';

describe('the dispatcher', () => {
  let shop: TestShop;
  beforeEach(() => {
    shop = openTestShop();
  });
  afterEach(() => shop.close());

  it('answers a retried command with what it answered the first time, and does it once', async () => {
    const requestId = newId();
    await shop.call('session.setLook', { language: 'zh-Hant' }, requestId);
    await shop.call('session.setLook', { language: 'zh-Hant' }, requestId);
    const rows = shop.shop.reader
      .prepare("SELECT * FROM audit_log WHERE operation = 'session.setLook'")
      .all();
    expect(rows).toHaveLength(1);
  });

  it('refuses everything but the lock screen while the counter is locked', async () => {
    shop.session.lock();
    for (const [operation, definition] of shop.dispatcher.operations()) {
      if (definition.permission === 'anyone') continue;
      const answer = await shop.try(operation, {});
      expect(answer, operation).toMatchObject({ ok: false, code: 'LOCKED' });
    }
  });

  it('refuses an input its contract does not know', async () => {
    expect(await shop.try('session.setLook', { language: 'fr' })).toMatchObject({
      ok: false,
      code: 'INVALID_INPUT',
    });
  });

  it('gives queries a connection on which SQLite itself refuses a write', () => {
    expect(() => shop.shop.reader.exec("INSERT INTO meta (key, value) VALUES ('a', 'b')")).toThrow(
      /readonly/,
    );
  });

  it('keeps one unbroken chain of the log', async () => {
    await shop.call('session.setLook', { colorScheme: 'dark' });
    await shop.call('session.setLook', { colorScheme: 'light' });
    expect(checkAudit(shop.shop.reader)).toMatchObject({ ok: true, heads: [{ counter: 'A', count: 2 }] });
  });
});
