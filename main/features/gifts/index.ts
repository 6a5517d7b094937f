import { giftsContract } from '@shared/contract/gifts';
import { defineFeature } from '../../kernel/handlers';
import { giftsActions } from './gifts.actions';
import { giftsCommands } from './gifts.commands';
import { giftsQueries } from './gifts.queries';

/** What the shop gives its customers: stock, limits, who received what. */
export const giftsFeature = defineFeature(giftsContract, {
  ...giftsQueries,
  ...giftsCommands,
  ...giftsActions,
});
