import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeRecoveryKey, encodeRecoveryKey } from './recovery-key';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const key = fc.uint8Array({ minLength: 32, maxLength: 32 });
const place = fc.record({ group: fc.nat(10), index: fc.nat(5) });

function replaceAt(text: string, at: number, character: string): string {
  return text.slice(0, at) + character + text.slice(at + 1);
}

describe('recovery key', () => {
  it('prints 11 groups of 6 without ambiguous letters', () => {
    const text = encodeRecoveryKey(new Uint8Array(32).fill(255));
    expect(text).toMatch(/^([0-9A-HJKMNP-TV-Z]{6}-){10}[0-9A-HJKMNP-TV-Z]{6}$/);
    expect(() => encodeRecoveryKey(new Uint8Array(31))).toThrow(RangeError);
  });

  it('reads back every key, however it was typed', () => {
    const typings: ((text: string) => string)[] = [
      (text) => text,
      (text) => text.toLowerCase(),
      (text) => text.replaceAll('-', ''),
      (text) => text.replaceAll('-', ' \n'),
      (text) => text.replaceAll('-', '–'),
      (text) => text.replaceAll('0', 'o').replaceAll('1', 'l'),
      (text) => text.replaceAll('0', 'O').replaceAll('1', 'I'),
      (text) => `  ${text.replace(/(...)-?/g, '$1 ')}`,
    ];
    fc.assert(
      fc.property(key, fc.constantFrom(...typings), (bytes, type) => {
        expect(decodeRecoveryKey(type(encodeRecoveryKey(bytes)))).toEqual({ ok: true, bytes });
      }),
    );
  });

  it('finds every single wrong character, in its group', () => {
    fc.assert(
      fc.property(key, place, fc.constantFrom(...ALPHABET), (bytes, where, character) => {
        const text = encodeRecoveryKey(bytes);
        const at = where.group * 7 + where.index;
        fc.pre(text[at] !== character);
        expect(decodeRecoveryKey(replaceAt(text, at, character))).toEqual({
          ok: false,
          code: 'RECOVERY_KEY_CHECKSUM',
          group: where.group + 1,
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('finds two exchanged characters, in their group', () => {
    fc.assert(
      fc.property(key, place, fc.nat(5), (bytes, where, other) => {
        const text = encodeRecoveryKey(bytes);
        const a = where.group * 7 + where.index;
        const b = where.group * 7 + other;
        fc.pre(text[a] !== text[b]);
        const swapped = replaceAt(replaceAt(text, a, text[b]!), b, text[a]!);
        expect(decodeRecoveryKey(swapped)).toMatchObject({ ok: false, group: where.group + 1 });
      }),
    );
  });

  it('finds exchanged groups', () => {
    fc.assert(
      fc.property(key, fc.nat(10), fc.nat(10), (bytes, a, b) => {
        const groups = encodeRecoveryKey(bytes).split('-');
        fc.pre(groups[a] !== groups[b]);
        [groups[a], groups[b]] = [groups[b]!, groups[a]!];
        expect(decodeRecoveryKey(groups.join('-'))).toMatchObject({ ok: false, group: Math.min(a, b) + 1 });
      }),
    );
  });

  it('locates a character left out or typed twice when the groups were kept', () => {
    fc.assert(
      fc.property(key, place, fc.boolean(), (bytes, where, twice) => {
        const text = encodeRecoveryKey(bytes);
        const at = where.group * 7 + where.index;
        const slipped = twice
          ? text.slice(0, at + 1) + text.slice(at)
          : text.slice(0, at) + text.slice(at + 1);
        expect(decodeRecoveryKey(slipped)).toEqual({
          ok: false,
          code: 'RECOVERY_KEY_LENGTH',
          group: where.group + 1,
        });
      }),
    );
  });

  it('never accepts a text of another length, grouped or not', () => {
    fc.assert(
      fc.property(key, fc.nat(65), (bytes, at) => {
        const text = encodeRecoveryKey(bytes).replaceAll('-', '');
        expect(decodeRecoveryKey(text.slice(0, at) + text.slice(at + 1)).ok).toBe(false);
        expect(decodeRecoveryKey(text.slice(0, at) + text[at]! + text.slice(at)).ok).toBe(false);
      }),
    );
    expect(decodeRecoveryKey('')).toEqual({ ok: false, code: 'RECOVERY_KEY_LENGTH', group: 1 });
    expect(decodeRecoveryKey('*****!')).toEqual({ ok: false, code: 'RECOVERY_KEY_CHARACTER', group: 1 });
  });
});
