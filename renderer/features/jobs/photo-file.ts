import type { Input } from '@shared/contract';

export type NewPhoto = Input<'jobs.take'>['photos'][number];

/** Longest side that is kept: a scratch is still seen, and a year of intakes fits a disk. */
const longestSide = 1800;
const quality = 0.85;

/** A chosen picture as a JPEG of a sensible size; throws where the file is no picture. */
export async function readPhoto(file: File, side: NewPhoto['side']): Promise<NewPhoto> {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return {
    side,
    mime: 'image/jpeg',
    base64: canvas.toDataURL('image/jpeg', quality).replace(/^[^,]*,/, ''),
  };
}
