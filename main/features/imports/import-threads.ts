import { threadsOf } from '../../workers/threads';

// Batches come and go by the thousand: a small young generation keeps memory low, and collecting it costs little.
const options = { resourceLimits: { maxYoungGenerationSizeMb: 16 } };

/** The threads that stage purchase files. */
export const stagers = threadsOf('stager.js', options);

/** The threads that read them. */
export const readers = threadsOf('reader.js', options);
