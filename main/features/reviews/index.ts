import { reviewsContract } from '@shared/contract/reviews';
import { defineFeature } from '../../kernel/handlers';
import { reviewsActions } from './reviews.actions';
import { reviewsCommands } from './reviews.commands';
import { reviewsQueries } from './reviews.queries';

/** Review meetings with important customers. The manager's review list is `oversight`. */
export const reviewsFeature = defineFeature(reviewsContract, {
  ...reviewsQueries,
  ...reviewsCommands,
  ...reviewsActions,
});
