import { dayContract } from '@shared/contract/day';
import { defineFeature } from '../../kernel/handlers';
import { dayActions, type RunCopies } from './day.actions';
import { dayQueries } from './day.queries';

/** The evening; the copies are made by the backups feature, which is handed in. */
export const dayFeature = (runCopies: RunCopies) =>
  defineFeature(dayContract, { ...dayQueries, ...dayActions(runCopies) });
