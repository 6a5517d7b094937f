import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openShop } from '../../kernel/open-shop';
import * as pinModule from '../../kernel/pin';
import { hashPin } from '../../kernel/pin';

const rightPin = '708394';
/** Ten thousand take a minute: see `npm run test:faults -- --thorough`. */
const guesses = process.env.VITRINE_THOROUGH ? 10_000 : 1_000;
let shop: TestShop;
let stored: pinModule.StoredPin;

beforeEach(async () => {
  shop = openTestShop();
  stored ??= await hashPin(rightPin);
  shop.shop.writer
    .prepare('UPDATE staff SET pin_salt = ?, pin_hash = ? WHERE id = ?')
    .run(stored.salt, stored.hash, shop.staff.advisor);
  shop.session.lock();
});
afterEach(() => {
  vi.restoreAllMocks();
  shop.close();
});

const tryPin = (pin: string) => shop.try('session.unlock', { staffId: shop.staff.advisor, pin });
const attempts = () =>
  shop.shop.reader.prepare('SELECT failed_attempts FROM staff WHERE id = ?').pluck().get(shop.staff.advisor);

describe('guessing a PIN', () => {
  it('unlocks with the right one and forgets the failures before it', async () => {
    expect(await tryPin('111222')).toMatchObject({ code: 'PIN_WRONG', params: { left: 9 } });
    expect(await tryPin(rightPin)).toMatchObject({ ok: true });
    expect(shop.session.staff?.staffId).toBe(shop.staff.advisor);
    expect(attempts()).toBe(0);
  });

  it('counts the attempt before it looks at the PIN: pulling the plug gives no free guess', async () => {
    vi.spyOn(pinModule, 'isPin').mockRejectedValue(new Error('the plug was pulled'));
    await tryPin('111222');
    expect(attempts()).toBe(1);
  });

  it('makes everybody wait from the third wrong one on, longer each time', async () => {
    for (let tries = 0; tries < 3; tries += 1) await tryPin('111222');
    expect(await tryPin(rightPin)).toMatchObject({ code: 'PIN_WAIT', params: { seconds: 5 } });
    shop.clock.advance(5_000);
    expect(await tryPin('111222')).toMatchObject({ code: 'PIN_WRONG', params: { seconds: 10 } });
  });

  it('neither opens early nor stays shut for years when the clock is set back', async () => {
    const start = shop.clock.now();
    shop.clock.set(start + 10 * 365 * 86_400_000);
    for (let tries = 0; tries < 3; tries += 1) await tryPin('111222');
    shop.clock.set(start);
    expect(await tryPin(rightPin)).toMatchObject({ code: 'PIN_WAIT', params: { seconds: 5 } });
    shop.clock.advance(5_000);
    expect(await tryPin(rightPin)).toMatchObject({ ok: true });
  });

  it('verifies at most ten of all tries, whatever the clock does and however often it is restarted', async () => {
    const verify = vi.spyOn(pinModule, 'isPin');
    let state = 20261120;
    restart();
    for (let tries = 1; tries <= guesses; tries += 1) {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
      shop.clock.advance((state % 2_000_000) - 400_000);
      if (tries % 100 === 0 || tries < 20) restart();
      await tryPin('111222');
    }
    expect(verify.mock.calls.length).toBeLessThanOrEqual(10);
    expect(await tryPin(rightPin)).toMatchObject({ code: 'PIN_LOCKED' });
  }, 180_000);

  it('is let in again by a manager', async () => {
    shop.shop.writer.exec('UPDATE staff SET failed_attempts = 10, pin_locked = 1');
    shop.as('manager');
    await shop.call('staff.unlockPin', { staffId: shop.staff.advisor });
    shop.session.lock();
    expect(await tryPin(rightPin)).toMatchObject({ ok: true });
  });
});

describe('a PIN that a manager chose', () => {
  it('opens nothing until its owner has chosen another', async () => {
    shop.shop.writer.prepare('UPDATE staff SET pin_must_change = 1 WHERE id = ?').run(shop.staff.advisor);
    expect(await tryPin(rightPin)).toMatchObject({ ok: true, value: { pinMustChange: true } });
    expect(shop.session.staff).toBeNull();
    const change = (newPin: string) =>
      shop.try('session.changePin', { staffId: shop.staff.advisor, pin: rightPin, newPin });
    expect(await change('123456')).toMatchObject({ code: 'PIN_SEQUENCE' });
    expect(await change(rightPin)).toMatchObject({ code: 'PIN_SAME' });
    expect(await change('947025')).toMatchObject({ ok: true });
    expect(shop.session.staff?.staffId).toBe(shop.staff.advisor);
  });
});

/** Closes the database and opens it again, as a restart does; the attempts must be on the disk. */
function restart(): void {
  const { folder, location } = shop.shop;
  const again = openShop(folder, location.keyHex);
  // Thousands of entries of the log: here it is the count that is proved, not that each survives a power cut.
  again.writer.pragma('synchronous = OFF');
  shop.dispatcher.switchShop(again);
  Object.assign(shop, { shop: again });
}
