import { languages } from '@shared/domain/languages';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { noticeHash } from './notices.sql';

let shop: TestShop;
beforeEach(() => {
  shop = openTestShop();
});
afterEach(() => shop.close());

test('nothing is in force before it was written; preparing twice writes once', async () => {
  expect(await shop.call('notices.current', { kind: 'vip', language: 'en' })).toBeNull();
  await shop.call('notices.prepare', {});
  await shop.call('notices.prepare', {});
  const all = await shop.call('notices.list', {});
  expect(all).toHaveLength(9);
  expect(all.every(({ version, isCurrent }) => version === 1 && isCurrent)).toBe(true);
});

test('every notice says in its language what the ordinance asks, with the shop’s own address', async () => {
  await shop.call('notices.prepare', {});
  const asked: Record<(typeof languages)[number], RegExp[]> = {
    en: [/intend to use/, /consent/, /voluntary/, /free of charge/, /watches; straps/, /corrected/],
    'zh-Hant': [/擬使用/, /同意/, /自願/, /免費/, /手錶、錶帶/, /更正/],
    'zh-Hans': [/拟使用/, /同意/, /自愿/, /免费/, /手表、表带/, /更正/],
  };
  for (const kind of ['collection', 'vip'] as const) {
    for (const language of languages) {
      const notice = await shop.call('notices.current', { kind, language });
      for (const words of asked[language]) expect(notice?.body).toMatch(words);
      expect(notice?.body).toContain('+852 2345 6789');
      expect(notice?.body).toContain('1 Test Street, Central');
      expect(notice?.hash).toBe(noticeHash(notice?.title ?? '', notice?.body ?? ''));
    }
  }
});

test('a new version is added, the old one stays as it was', async () => {
  await shop.call('notices.prepare', {});
  const first = await shop.call('notices.current', { kind: 'vip', language: 'zh-Hant' });
  const texts = await shop.call('notices.suggested', { kind: 'vip' });
  expect(await shop.try('notices.publish', { kind: 'vip', texts })).toMatchObject({
    code: 'NOTICE_UNCHANGED',
  });
  const changed = { ...texts, 'zh-Hant': { ...texts['zh-Hant'], title: '新標題' } };
  expect(await shop.call('notices.publish', { kind: 'vip', texts: changed })).toEqual({ version: 2 });
  expect(await shop.call('notices.current', { kind: 'vip', language: 'zh-Hant' })).toMatchObject({
    version: 2,
    title: '新標題',
  });
  expect(await shop.call('notices.get', { id: first?.id ?? '' })).toEqual(first);
  shop.as('advisor');
  expect(await shop.try('notices.publish', { kind: 'vip', texts })).toMatchObject({ code: 'NOT_ALLOWED' });
});
