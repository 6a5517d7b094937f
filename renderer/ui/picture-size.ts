import { largestPicture } from '@shared/contract/products';
import { CallError } from '../lib/call';
import { toastError } from './toast';

/** False, and said, where a picture is larger than is kept: so large a message does not get as far as main's own refusal. */
export function isPictureSmallEnough({ size }: File): boolean {
  if (size <= largestPicture) return true;
  toastError(new CallError('PICTURE_TOO_LARGE', { megabytes: largestPicture / 1024 / 1024 }, ''));
  return false;
}
