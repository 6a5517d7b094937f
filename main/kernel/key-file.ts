import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { KeyStore } from './devices';
import { fail } from './errors';

/**
 * The database key is random; the key file holds it only wrapped: by the operating system's key store where that
 * can be trusted, otherwise by a passphrase, and always by the recovery key on the printed sheet. The sample shop,
 * whose people are invented, keeps its key in the open so that one click opens it.
 */
const sealed = z.object({ salt: z.string(), nonce: z.string(), tag: z.string(), text: z.string() });
const keyFileSchema = z.object({
  version: z.literal(1),
  shopId: z.string(),
  keyStore: z.string().optional(),
  passphrase: sealed.optional(),
  recovery: sealed.optional(),
  sample: z.string().optional(),
});
export type KeyFile = z.infer<typeof keyFileSchema>;
type Sealed = z.infer<typeof sealed>;

export const keyFileName = 'key.json';

/** 32 random bytes as hex: a new database key or recovery key. */
export function newKeyHex(): string {
  return randomBytes(32).toString('hex');
}

// OWASP's scrypt minimum (N = 2^17, r = 8, p = 1); runs once at start.
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };

/** AES-256-GCM under a key derived with scrypt: a wrong secret or a flipped bit is an error, never a wrong key. */
function seal(secret: string, keyHex: string): Sealed {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', scryptSync(secret, salt, 32, cost), nonce);
  const text = Buffer.concat([cipher.update(keyHex, 'hex'), cipher.final()]);
  return {
    salt: salt.toString('base64'),
    nonce: nonce.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    text: text.toString('base64'),
  };
}

function unseal(secret: string, { salt, nonce, tag, text }: Sealed): string | null {
  const key = scryptSync(secret, Buffer.from(salt, 'base64'), 32, cost);
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64'));
  decipher.setAuthTag(Buffer.from(tag, 'base64'));
  try {
    return Buffer.concat([decipher.update(Buffer.from(text, 'base64')), decipher.final()]).toString('hex');
  } catch {
    return null;
  }
}

/** Wraps a database key for a real shop. Needs a passphrase where there is no trustworthy key store. */
export function wrapKey(
  shopId: string,
  keyHex: string,
  secrets: { recoveryKeyHex: string; passphrase?: string; keyStore: KeyStore | null },
): KeyFile {
  const { recoveryKeyHex, passphrase, keyStore } = secrets;
  if (!keyStore && !passphrase) fail('PASSPHRASE_NEEDED');
  return {
    version: 1,
    shopId,
    recovery: seal(recoveryKeyHex, keyHex),
    ...(keyStore ? { keyStore: keyStore.wrap(keyHex) } : {}),
    ...(passphrase ? { passphrase: seal(passphrase.normalize('NFKC'), keyHex) } : {}),
  };
}

/** How a key may be asked for. */
export type KeySecret =
  | { readonly kind: 'automatic'; readonly keyStore: KeyStore | null }
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'recovery'; readonly recoveryKeyHex: string };

/**
 * The database key as hex. Fails with PASSPHRASE_NEEDED when it cannot be had automatically, PASSPHRASE_WRONG or
 * RECOVERY_KEY_WRONG when the secret does not open it.
 */
export function unwrapKey(file: KeyFile, secret: KeySecret): string {
  switch (secret.kind) {
    case 'automatic':
      if (file.sample) return file.sample;
      if (file.keyStore && secret.keyStore) {
        try {
          return secret.keyStore.unwrap(file.keyStore);
        } catch {
          // The key ring changed (a new user, a re-installed system): the passphrase or the sheet still opens it.
        }
      }
      return fail('PASSPHRASE_NEEDED');
    case 'passphrase':
      return (
        (file.passphrase && unseal(secret.passphrase.normalize('NFKC'), file.passphrase)) ??
        fail('PASSPHRASE_WRONG')
      );
    case 'recovery':
      return (file.recovery && unseal(secret.recoveryKeyHex, file.recovery)) ?? fail('RECOVERY_KEY_WRONG');
  }
}

/** Reads and checks a key file. Fails with KEY_FILE_MISSING or KEY_FILE_DAMAGED. */
export function readKeyFile(folder: string): KeyFile {
  const path = join(folder, keyFileName);
  if (!existsSync(path)) fail('KEY_FILE_MISSING');
  try {
    return keyFileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return fail('KEY_FILE_DAMAGED');
  }
}

/** Writes the key file whole or not at all, and durably: losing it would lose the shop. */
export function writeKeyFile(folder: string, file: KeyFile): void {
  writeFileDurably(join(folder, keyFileName), JSON.stringify(file, null, 2));
}

/** Temporary file → fsync → rename → fsync of the folder. */
export function writeFileDurably(path: string, text: string): void {
  const temporary = `${path}.new`;
  const handle = openSync(temporary, 'w', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(temporary, path);
  syncFolder(dirname(path));
}

/** Makes renames inside the folder durable; Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
