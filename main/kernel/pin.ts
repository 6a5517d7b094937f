import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const scryptAsync = promisify(scrypt) as (
  secret: string,
  salt: Buffer,
  length: number,
  options: object,
) => Promise<Buffer>;
// OWASP's scrypt minimum for interactive logins on modest machines (N = 2^15, r = 8, p = 3).
const cost = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 };

/** A PIN as stored: salt and scrypt hash, base64. */
export interface StoredPin {
  readonly salt: string;
  readonly hash: string;
}

/** Hashes a new PIN; about a tenth of a second, off the main thread. */
export async function hashPin(pin: string): Promise<StoredPin> {
  const salt = randomBytes(16);
  const hash = await scryptAsync(pin, salt, 32, cost);
  return { salt: salt.toString('base64'), hash: hash.toString('base64') };
}

/** True when the PIN is the stored one, compared in constant time. */
export async function isPin(pin: string, stored: StoredPin): Promise<boolean> {
  const hash = await scryptAsync(pin, Buffer.from(stored.salt, 'base64'), 32, cost);
  return timingSafeEqual(hash, Buffer.from(stored.hash, 'base64'));
}
