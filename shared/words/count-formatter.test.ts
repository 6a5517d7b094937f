import { createInstance } from 'i18next';
import { expect, it } from 'vitest';
import { countFormatter } from './count-formatter';

it('sets the thousands of a count apart, and of nothing else', () => {
  const i18n = createInstance().use(countFormatter);
  const all = '{{count}} customers since {{year}}, {{name}}';
  void i18n.init({
    lng: 'en',
    resources: { en: { translation: { all } } },
    interpolation: { alwaysFormat: true },
    initAsync: false,
  });
  expect(i18n.t('all', { count: 12_345, year: 2026, name: 'Chan' })).toBe(
    '12,345 customers since 2026, Chan',
  );
});
