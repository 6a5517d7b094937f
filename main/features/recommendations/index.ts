import { recommendationsContract } from '@shared/contract/recommendations';
import { defineFeature } from '../../kernel/handlers';
import { recommendationsActions } from './recommendations.actions';
import { recommendationsCommands } from './recommendations.commands';
import { recommendationsQueries } from './recommendations.queries';

/** What to show a customer, why, and what came of it. */
export const recommendationsFeature = defineFeature(recommendationsContract, {
  ...recommendationsQueries,
  ...recommendationsCommands,
  ...recommendationsActions,
});
