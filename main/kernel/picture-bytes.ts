import type { pictureTypes } from '@shared/contract/products';

/** True when the bytes begin as a picture of that type does; the name a file came with proves nothing. */
export function isPictureOf(type: (typeof pictureTypes)[number], bytes: Buffer): boolean {
  if (type === 'image/png') return bytes.subarray(0, 8).toString('hex') === '89504e470d0a1a0a';
  if (type === 'image/jpeg') return bytes.subarray(0, 3).toString('hex') === 'ffd8ff';
  return (
    bytes.subarray(0, 4).toString('latin1') === 'RIFF' && bytes.subarray(8, 12).toString('latin1') === 'WEBP'
  );
}
