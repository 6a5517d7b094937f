/**
 * How hard a passphrase is to guess, roughly: what a person is told while typing. It guards the database key against
 * somebody who has the disk, so that a short one is refused.
 */
export type PassphraseStrength = 'weak' | 'fair' | 'good';

const FAIR_BITS = 50;
const GOOD_BITS = 75;

function alphabetOf(character: string): number {
  if (/\d/.test(character)) return 10;
  if (/[a-z]/i.test(character)) return 26;
  // Of the characters in daily use, about three thousand.
  if (/\p{Script=Han}/u.test(character)) return 3000;
  return 32;
}

/** An estimate in bits; a repeated character or the next in order counts for little. */
function estimatedBits(passphrase: string): number {
  let bits = 0;
  let previous = Number.NaN;
  for (const character of passphrase) {
    const code = character.codePointAt(0)!;
    bits += Math.abs(code - previous) <= 1 ? 1 : Math.log2(alphabetOf(character)) * 0.8;
    previous = code;
  }
  return bits;
}

/** `weak` is refused: fewer than about ten mixed characters or three or four words. */
export function passphraseStrength(passphrase: string): PassphraseStrength {
  const text = passphrase.normalize('NFKC').trim();
  const bits = new Set(text).size < 6 ? 0 : estimatedBits(text);
  if (bits >= GOOD_BITS) return 'good';
  return bits >= FAIR_BITS ? 'fair' : 'weak';
}
