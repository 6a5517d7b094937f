import { createHash } from 'node:crypto';
import { largestPhoto, type photoSides } from '@shared/contract/jobs';
import type { pictureTypes } from '@shared/contract/products';
import { fail } from '../../kernel/errors';
import type { CommandContext } from '../../kernel/handlers';
import { isPictureOf } from '../../kernel/picture-bytes';
import { insertJobPhoto } from './service-jobs.sql';

interface NewPhoto {
  readonly side: (typeof photoSides)[number];
  readonly mime: (typeof pictureTypes)[number];
  readonly base64: string;
}

/** Keeps one photograph with its hash, after a look at what it really is; returns its id. */
export function keepPhoto(
  { db, now, staff, newId }: Pick<CommandContext, 'db' | 'now' | 'staff' | 'newId'>,
  jobId: string,
  { side, mime, base64 }: NewPhoto,
): string {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > largestPhoto) fail('PICTURE_TOO_LARGE', { megabytes: 2 });
  if (!isPictureOf(mime, bytes)) fail('PICTURE_TYPE');
  const photoId = newId();
  insertJobPhoto(db, {
    id: photoId,
    job_id: jobId,
    at: now,
    staff_id: staff.staffId,
    side,
    mime,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes,
  });
  return photoId;
}
