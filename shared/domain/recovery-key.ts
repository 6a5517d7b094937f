/**
 * A 256-bit key as people can print it, keep it and type it back: 11 groups of 6 characters, Crockford's base 32
 * (no I, L, O, U). Each group carries its own check character, so that a slip is found in the group where it was
 * made; 19 spare bits carry a checksum of the whole, for the rare slips that cancel out within a group.
 */

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const KEY_BYTES = 32;
const KEY_BITS = 256n;
const GROUPS = 11;
const DATA_PER_GROUP = 5;
const GROUP_LENGTH = DATA_PER_GROUP + 1;
/** 11 groups × 5 characters × 5 bits, less the key: nothing is left over that could be mistyped unnoticed. */
const SPARE_BITS = 19;

export type RecoveryKeyCode = 'RECOVERY_KEY_LENGTH' | 'RECOVERY_KEY_CHARACTER' | 'RECOVERY_KEY_CHECKSUM';

export type RecoveryKeyResult =
  | { readonly ok: true; readonly bytes: Uint8Array }
  /** `group` counts from 1 as on the printed sheet; null where the slip cannot be located. */
  | { readonly ok: false; readonly code: RecoveryKeyCode; readonly group: number | null };

/** Multiplication in the field of 32 elements, modulo x^5 + x^2 + 1. */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 0; bit < 5; bit += 1) {
    if ((b >> bit) & 1) product ^= a << bit;
  }
  for (let bit = 8; bit >= 5; bit -= 1) {
    if ((product >> bit) & 1) product ^= 0b100101 << (bit - 5);
  }
  return product;
}

/**
 * A weighted sum with a different, non-zero weight for each place (none of them 1, the weight of the check character
 * itself): every single wrong character and every two exchanged ones change it. The group's number is mixed in, so
 * that exchanged groups are noticed too.
 */
function checkOf(data: readonly number[], groupIndex: number): number {
  return data.reduce((sum, value, place) => sum ^ multiply(value, place + 2), groupIndex + 1);
}

/** FNV-1a folded to 19 bits. It guards against slips, not against people: the sheet holds the whole key anyway. */
function checksumOf(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return (hash ^ (hash >>> SPARE_BITS)) & ((1 << SPARE_BITS) - 1);
}

/** 'A1B2C3-…' with a hyphen between groups. */
export function encodeRecoveryKey(bytes: Uint8Array): string {
  if (bytes.length !== KEY_BYTES) throw new RangeError('A recovery key has 32 bytes');
  let number = 0n;
  for (const byte of bytes) number = (number << 8n) | BigInt(byte);
  number = (number << BigInt(SPARE_BITS)) | BigInt(checksumOf(bytes));

  const groups: string[] = [];
  for (let group = 0; group < GROUPS; group += 1) {
    const data: number[] = [];
    for (let place = 0; place < DATA_PER_GROUP; place += 1) {
      const shift = 5 * (GROUPS * DATA_PER_GROUP - 1 - (group * DATA_PER_GROUP + place));
      data.push(Number((number >> BigInt(shift)) & 31n));
    }
    groups.push([...data, checkOf(data, group)].map((value) => ALPHABET[value]!).join(''));
  }
  return groups.join('-');
}

/** What a hand or an eye makes of the characters that were printed. */
function normalise(text: string): string {
  return text.normalize('NFKC').toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1').replaceAll('U', 'V');
}

function valuesOf(group: string): number[] {
  return [...group].map((character) => ALPHABET.indexOf(character));
}

function groupProblem(group: string, index: number): RecoveryKeyCode | null {
  const values = valuesOf(group);
  if (values.includes(-1)) return 'RECOVERY_KEY_CHARACTER';
  if (values.length !== GROUP_LENGTH) return 'RECOVERY_KEY_LENGTH';
  const data = values.slice(0, DATA_PER_GROUP);
  return checkOf(data, index) === values[DATA_PER_GROUP] ? null : 'RECOVERY_KEY_CHECKSUM';
}

/** As the person grouped it where they did; every six characters otherwise. */
function splitGroups(text: string): string[] {
  const typed = text.split(/[\s\p{Pd}.,]+/u).filter((part) => part !== '');
  if (typed.length === GROUPS) return typed;
  return typed.join('').match(new RegExp(`.{1,${GROUP_LENGTH}}`, 'gu')) ?? [];
}

/** Reads a key back, whatever its case, spaces and hyphens, and O for 0 or I and L for 1. */
export function decodeRecoveryKey(text: string): RecoveryKeyResult {
  const groups = splitGroups(normalise(text));
  let number = 0n;
  for (const [index, group] of groups.slice(0, GROUPS).entries()) {
    const code = groupProblem(group, index);
    if (code) return { ok: false, code, group: index + 1 };
    for (const value of valuesOf(group).slice(0, DATA_PER_GROUP)) number = (number << 5n) | BigInt(value);
  }
  if (groups.length !== GROUPS) {
    const missing = groups.length < GROUPS ? groups.length + 1 : null;
    return { ok: false, code: 'RECOVERY_KEY_LENGTH', group: missing };
  }

  const bytes = new Uint8Array(KEY_BYTES);
  const key = number >> BigInt(SPARE_BITS);
  for (let index = 0; index < KEY_BYTES; index += 1) {
    bytes[index] = Number((key >> (KEY_BITS - 8n * BigInt(index + 1))) & 255n);
  }
  if (Number(number & BigInt((1 << SPARE_BITS) - 1)) !== checksumOf(bytes)) {
    return { ok: false, code: 'RECOVERY_KEY_CHECKSUM', group: null };
  }
  return { ok: true, bytes };
}
