import type { Updater } from '@main/kernel/devices';
import { createShop } from '@main/kernel/open-shop';
import type { UpdatePlace } from '@shared/domain/update-place';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/** Stands for a build that can renew itself, and remembers whom it was told to ask. */
class RememberingUpdater implements Updater {
  readonly version = '0.1.0';
  readonly build = 'self';
  waiting: string | null = null;
  readonly asked: UpdatePlace[] = [];
  answer: () => string | null = () => null;
  async look(place: UpdatePlace) {
    this.asked.push(place);
    return this.answer();
  }
  async fetch(place: UpdatePlace, signal: AbortSignal, onProgress: (done: number, total: number) => void) {
    this.asked.push(place);
    onProgress(1, 2);
    signal.throwIfAborted();
    this.waiting = this.answer();
    return this.waiting;
  }
  forget() {
    this.waiting = null;
  }
}

const address = 'https://updates.shop.example/vitrine/';
let shop: TestShop;
let updater: RememberingUpdater;
beforeEach(() => {
  shop = openTestShop();
  updater = new RememberingUpdater();
  shop.devices.updater = updater;
});
afterEach(() => shop.close());

async function setPlace(place: string | null) {
  shop.session.confirm(shop.clock.now());
  return shop.try('updates.setPlace', { place });
}

describe('updates', () => {
  it('are off in a new shop, and then nobody is asked', async () => {
    expect(await shop.call('updates.state', {})).toMatchObject({ place: null, version: '0.1.0' });
    for (const operation of ['updates.look', 'updates.fetch'])
      expect(await shop.try(operation, {})).toMatchObject({ ok: false, code: 'NO_UPDATE_PLACE' });
    expect(updater.asked).toEqual([]);
  });

  it('come from the place that a manager set, with the PIN typed again, and the log says that it changed', async () => {
    expect(await shop.try('updates.setPlace', { place: address })).toMatchObject({
      code: 'CONFIRMATION_NEEDED',
    });
    expect(await setPlace(address)).toMatchObject({ ok: true });
    await shop.call('updates.look', {});
    expect(updater.asked).toEqual([{ kind: 'web', address }]);
    const entries = shop.shop.reader
      .prepare(
        "SELECT operation, outcome, fields FROM audit_log WHERE operation LIKE 'updates.%' ORDER BY seq",
      )
      .all() as Array<{ operation: string; outcome: string; fields: string }>;
    expect(entries.map(({ operation, outcome }) => `${operation} ${outcome}`)).toEqual(
      expect.arrayContaining(['updates.setPlace done', 'updates.look done']),
    );
    expect(JSON.stringify(entries)).toContain('updatePlace');
    expect(JSON.stringify(entries)).not.toContain('shop.example');
  });

  it('cannot be pointed elsewhere through the other settings', async () => {
    await shop.try('shop.saveSettings', { updatePlace: address });
    expect((await shop.call('updates.state', {})).place).toBeNull();
  });

  it('refuse an address that anybody on the way could answer, and keep what was set', async () => {
    await setPlace(address);
    expect(await setPlace('http://updates.shop.example/')).toMatchObject({ code: 'UPDATE_PLACE_WRONG' });
    expect((await shop.call('updates.state', {})).place).toBe(address);
  });

  it('give up what waits when the place is turned off', async () => {
    await setPlace(address);
    updater.answer = () => '0.2.0';
    expect(await shop.call('updates.fetch', {})).toEqual({ waiting: '0.2.0' });
    expect(shop.progress.at(-1)).toMatchObject({ step: 'updates.step.fetch', done: 1, total: 2 });
    await setPlace(null);
    expect(await shop.call('updates.state', {})).toMatchObject({ place: null, waiting: null });
  });

  it.each([
    [{ code: 'ERR_CHECKSUM_MISMATCH' }, 'UPDATE_DAMAGED'],
    [{ code: 'ERR_UPDATER_INVALID_SIGNATURE' }, 'UPDATE_DAMAGED'],
    [{ code: 'ERR_UPDATER_CHANNEL_FILE_NOT_FOUND' }, 'UPDATE_LIST_WRONG'],
    [{ code: 'ENOSPC' }, 'DISK_FULL'],
    [new Error('net::ERR_CONNECTION_REFUSED'), 'UPDATE_UNREACHABLE'],
  ])('say what went wrong: %o is %s', async (problem, code) => {
    await setPlace(address);
    updater.answer = () => {
      throw problem;
    };
    expect(await shop.try('updates.look', {})).toMatchObject({ ok: false, code });
  });

  it('stop when the person cancels, and nothing waits', async () => {
    await setPlace(address);
    const requestId = crypto.randomUUID();
    updater.answer = () => {
      shop.dispatcher.cancel(requestId);
      throw new Error('the library says it in its own words');
    };
    expect(await shop.try('updates.fetch', {}, requestId)).toMatchObject({ code: 'CANCELLED' });
    expect(updater.waiting).toBeNull();
  });

  it('ask nobody in a build that cannot renew itself', async () => {
    await setPlace(address);
    Object.assign(updater, { build: 'folder' });
    expect(await shop.try('updates.look', {})).toMatchObject({ code: 'UPDATE_NOT_HERE' });
    expect(updater.asked).toEqual([]);
  });

  it('are not set in the sample, whose PIN everybody knows', async () => {
    const sample = createShop(`${shop.home}/sample`, 'ab'.repeat(32), {
      shopId: crypto.randomUUID(),
      counter: 'A',
      timeZone: 'Asia/Hong_Kong',
      currency: 'HKD',
      isSample: true,
      now: shop.clock.now(),
    });
    shop.dispatcher.switchShop(sample);
    shop.as('manager');
    expect(await setPlace(address)).toMatchObject({ code: 'SAMPLE_NOT_UPDATED' });
    expect(await shop.try('updates.look', {})).toMatchObject({ code: 'SAMPLE_NOT_UPDATED' });
  });
});
