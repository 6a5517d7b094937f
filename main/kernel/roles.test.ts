import { isAllowed, type Role, roles } from '@shared/contract/permissions';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** An input no contract accepts: what is allowed in gets as far as INVALID_INPUT, and nothing is done. */
const nonsense = 'not an input';

let shop: TestShop;
beforeAll(() => {
  shop = openTestShop();
});
afterAll(() => shop.close());

describe.each(['locked', ...roles] as const)('a counter that is %s', (who) => {
  it('does what the table of permissions says, for every operation', async () => {
    for (const [operation, definition] of shop.dispatcher.operations()) {
      if (who === 'locked') shop.session.lock();
      else shop.as(who);
      const answer = await shop.try(operation, nonsense);
      expect(answer.ok, operation).toBe(false);
      const code = answer.ok ? '' : answer.code;
      expect(code, operation).toBe(expectedCode(who, definition.permission, definition.confirm === true));
    }
  });
});

describe('what asks for the PIN again', () => {
  it('is let through once it was typed, for two minutes', async () => {
    shop.as('manager');
    shop.session.confirm(shop.clock.now());
    expect(await shop.try('staff.setRole', nonsense)).toMatchObject({ code: 'INVALID_INPUT' });
    shop.clock.advance(2 * 60_000);
    expect(await shop.try('staff.setRole', nonsense)).toMatchObject({ code: 'CONFIRMATION_NEEDED' });
  });

  it.each(['staff.add', 'staff.setRole', 'staff.resetPin'])('%s does', (operation) => {
    expect(shop.dispatcher.operations().get(operation)?.confirm).toBe(true);
  });
});

function expectedCode(
  who: 'locked' | Role,
  permission: Parameters<typeof isAllowed>[1] | 'anyone',
  asksAgain: boolean,
): string {
  if (permission === 'anyone') return 'INVALID_INPUT';
  if (who === 'locked') return 'LOCKED';
  if (!isAllowed(who, permission)) return 'NOT_ALLOWED';
  return asksAgain ? 'CONFIRMATION_NEEDED' : 'INVALID_INPUT';
}
