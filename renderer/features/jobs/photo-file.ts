import type { Input } from '@shared/contract';

export type NewPhoto = Input<'jobs.take'>['photos'][number];

/** Longest side that is kept: a scratch is still seen, and a year of intakes fits a disk. */
const longestSide = 1800;
const quality = 0.85;

/** A chosen picture as a JPEG of a sensible size; throws where the file is no picture. */
export async function readPhoto(file: File, side: NewPhoto['side']): Promise<NewPhoto> {
  const bitmap = await createImageBitmap(file);
  const photo = photoOf(bitmap, bitmap, side);
  bitmap.close();
  return photo;
}

/** What a camera or a file shows, as a JPEG of a sensible size. */
export function photoOf(
  source: CanvasImageSource,
  { width, height }: { readonly width: number; readonly height: number },
  side: NewPhoto['side'],
): NewPhoto {
  const scale = Math.min(1, longestSide / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  canvas.getContext('2d')?.drawImage(source, 0, 0, canvas.width, canvas.height);
  return {
    side,
    mime: 'image/jpeg',
    base64: canvas.toDataURL('image/jpeg', quality).replace(/^[^,]*,/, ''),
  };
}
