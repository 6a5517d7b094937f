import { z } from 'zod';
import { command, query } from './define';

const which = z.object({ form: z.string().min(1).max(60), subjectId: z.string().max(64) });

/** What somebody typed and did not save yet; each person has his own. */
export const draftsContract = {
  /** The draft's JSON text, or null. */
  'drafts.get': query({
    permission: 'own.write',
    input: which,
    output: z.object({ body: z.string(), updatedAt: z.number() }).nullable(),
    errors: [],
  }),
  'drafts.put': command({
    permission: 'own.write',
    input: which.extend({ body: z.string().max(200_000) }),
    output: z.null(),
    errors: [],
    audit: [],
    isUntraced: true,
    touches: [],
  }),
  'drafts.clear': command({
    permission: 'own.write',
    input: which,
    output: z.null(),
    errors: [],
    audit: [],
    isUntraced: true,
    touches: ['drafts'],
  }),
};
