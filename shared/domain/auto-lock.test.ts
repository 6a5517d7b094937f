import { expect, test } from 'vitest';
import { AUTO_LOCK, autoLockMinutesOf } from './auto-lock';

test('the minutes that were kept count where they are among the choices', () => {
  for (const minutes of [2, 3, 4, 5]) expect(autoLockMinutesOf(JSON.stringify(minutes))).toBe(minutes);
});

test('nothing, or what cannot be a choice, leaves the usual minutes', () => {
  for (const stored of [undefined, '', '0', '1', '6', '2.5', 'null', '"4"', 'x'])
    expect(autoLockMinutesOf(stored)).toBe(AUTO_LOCK.usual);
});
