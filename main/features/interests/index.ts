import { interestsContract } from '@shared/contract/interests';
import { defineFeature } from '../../kernel/handlers';
import { interestsActions } from './interests.actions';
import { interestsCommands } from './interests.commands';
import { interestsQueries } from './interests.queries';

/** Who asked for a scarce watch, when and why. */
export const interestsFeature = defineFeature(interestsContract, {
  ...interestsQueries,
  ...interestsCommands,
  ...interestsActions,
});
