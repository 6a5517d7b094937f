import { allocationsContract } from '@shared/contract/allocations';
import { defineFeature } from '../../kernel/handlers';
import { allocationsActions } from './allocations.actions';
import { allocationsCommands } from './allocations.commands';
import { allocationsQueries } from './allocations.queries';

/** Who is offered a scarce piece, by which criteria, and how fairly it went. */
export const allocationsFeature = defineFeature(allocationsContract, {
  ...allocationsQueries,
  ...allocationsCommands,
  ...allocationsActions,
});
