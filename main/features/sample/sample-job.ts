import { type DatabaseLocation, openForWriting } from '../../db/open';
import type { JobContext } from '../../workers/job-context';
import { fillSample, type SampleSize } from './fill-sample';
import type { PinHashes } from './shop-rows';

/** What filling a sample needs; plain data, since it runs on another thread. */
export interface SampleJobInput {
  readonly location: DatabaseLocation;
  readonly shopId: string;
  readonly size: SampleSize;
  readonly pins: PinHashes;
}

/** Fills the empty database of a sample shop on a connection of its own. Fails with CANCELLED. */
export function fillSampleShop({ location, shopId, size, pins }: SampleJobInput, context: JobContext): null {
  const db = openForWriting(location);
  try {
    fillSample(db, shopId, size, pins, context);
    return null;
  } finally {
    db.close();
  }
}
