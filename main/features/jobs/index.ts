import { jobsContract } from '@shared/contract/jobs';
import { defineFeature } from '../../kernel/handlers';
import { jobsActions } from './jobs.actions';
import { jobsQueries } from './jobs.queries';
import { stepCommands } from './step.commands';
import { takeCommands } from './take.commands';

/** What customers leave with the shop to be looked after. */
export const jobsFeature = defineFeature(jobsContract, {
  ...jobsQueries,
  ...takeCommands,
  ...stepCommands,
  ...jobsActions,
});
