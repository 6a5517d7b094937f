import { addCustomer } from '@tests/fixtures/goods';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { afterEach, beforeEach, expect, it } from 'vitest';

let shop: TestShop;
let customerId: string;
beforeEach(() => {
  shop = openTestShop();
  customerId = addCustomer(shop);
});
afterEach(() => shop.close());

const open = (more: object = {}) =>
  shop.call('handovers.open', {
    customerId,
    to: 'service',
    subject: 'Strap length',
    question: 'Can the strap be shortened by Friday?',
    dueOn: '2026-11-21',
    ...more,
  });
const ours = async (show: 'open' | 'closed' = 'open') => shop.call('handovers.list', { scope: 'ours', show });
const code = async (operation: 'handovers.open' | 'handovers.answer' | 'handovers.reopen', input: never) => {
  const answer = await shop.try(operation, input);
  return answer.ok ? 'done' : answer.code;
};

it('both departments see the same thread, and it closes with an answer', async () => {
  shop.as('advisor');
  const { handoverId, number } = await open();
  expect(number).toBe('HA-000001');
  shop.as('service');
  expect((await ours())[0]).toMatchObject({ from: 'counter', to: 'service', mayAnswer: true });
  const { groups } = await shop.call('today.list', { scope: 'mine' });
  expect(groups.find(({ kind }) => kind === 'handover')?.duties[0]).toMatchObject({
    params: { subject: 'Strap length' },
  });
  await shop.call('handovers.answer', { handoverId, body: 'Yes, on Thursday', closes: true });
  expect(await ours()).toEqual([]);
  shop.as('advisor');
  const [closed] = await ours('closed');
  expect(closed?.messages.map(({ kind, department }) => [kind, department])).toEqual([
    ['asked', 'counter'],
    ['closed', 'service'],
  ]);
  await shop.call('handovers.reopen', { handoverId, reason: 'The customer comes on Wednesday' });
  expect((await ours())[0]?.messages).toHaveLength(3);
});

it('is refused to one’s own department, in the past, about somebody else’s item, and from outside', async () => {
  shop.as('advisor');
  const asked = { customerId, to: 'service', subject: 'a', question: 'b', dueOn: '2026-11-21' };
  expect(await code('handovers.open', { ...asked, to: 'counter' } as never)).toBe('SAME_DEPARTMENT');
  expect(await code('handovers.open', { ...asked, dueOn: '2026-11-19' } as never)).toBe('DUE_IN_THE_PAST');
  expect(await code('handovers.open', { ...asked, itemId: 'other' } as never)).toBe('ITEM_NOT_FOUND');
  expect(await code('handovers.open', { ...asked, jobId: 'other' } as never)).toBe('JOB_NOT_FOUND');
  const { handoverId } = await open({ to: 'management' });
  shop.as('service');
  expect(await code('handovers.answer', { handoverId, body: 'x' } as never)).toBe('HANDOVER_NOT_YOURS');
  shop.as('manager');
  await shop.call('handovers.answer', { handoverId, body: 'Yes', closes: true });
  expect(await code('handovers.answer', { handoverId, body: 'x' } as never)).toBe('HANDOVER_CLOSED');
  const { writer } = shop.shop;
  expect(() => writer.prepare('DELETE FROM handover_messages').run()).toThrow('append-only');
});
