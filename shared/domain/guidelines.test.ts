import { describe, expect, it } from 'vitest';
import { textFor, versionInForce } from './guidelines';

describe('the version in force', () => {
  const versions = [
    { version: 1, effectiveOn: '2026-01-01' },
    { version: 3, effectiveOn: '2026-12-01' },
    { version: 2, effectiveOn: '2026-06-01' },
  ];
  it('is the highest whose day has come, the day itself included', () => {
    expect(versionInForce(versions, '2026-05-31')?.version).toBe(1);
    expect(versionInForce(versions, '2026-06-01')?.version).toBe(2);
    expect(versionInForce(versions, '2027-01-01')?.version).toBe(3);
  });
  it('is none before the first day', () => {
    expect(versionInForce(versions, '2025-12-31')).toBeUndefined();
  });
});

describe('the text for a reader', () => {
  const en = { language: 'en' as const };
  const hant = { language: 'zh-Hant' as const };
  it('is their own, else the nearest script, else what there is', () => {
    expect(textFor([en, hant], 'en')).toBe(en);
    expect(textFor([en, hant], 'zh-Hans')).toBe(hant);
    expect(textFor([en], 'zh-Hant')).toBe(en);
    expect(textFor([], 'en')).toBeUndefined();
  });
});
