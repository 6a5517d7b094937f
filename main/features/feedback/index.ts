import { feedbackContract } from '@shared/contract/feedback';
import { defineFeature } from '../../kernel/handlers';
import { feedbackActions } from './feedback.actions';
import { feedbackCommands } from './feedback.commands';
import { feedbackQueries } from './feedback.queries';

/** How it was, in the customer's own words and scores, and what came of it. */
export const feedbackFeature = defineFeature(feedbackContract, {
  ...feedbackQueries,
  ...feedbackCommands,
  ...feedbackActions,
});
