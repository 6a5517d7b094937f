import { openTestShop } from '@tests/fixtures/shop';
import { expect, it } from 'vitest';

it('keeps one person’s unsaved form from everybody else, until it is cleared', async () => {
  const shop = openTestShop();
  const which = { form: 'customers.new', subjectId: 'new' };
  expect(await shop.call('drafts.get', which)).toBeNull();
  await shop.call('drafts.put', { ...which, body: '{"name":"陳"}' });
  await shop.call('drafts.put', { ...which, body: '{"name":"陳大"}' });
  expect(await shop.call('drafts.get', which)).toMatchObject({ body: '{"name":"陳大"}' });
  shop.as('advisor');
  expect(await shop.call('drafts.get', which)).toBeNull();
  shop.as('manager');
  await shop.call('drafts.clear', which);
  expect(await shop.call('drafts.get', which)).toBeNull();
  shop.close();
});
