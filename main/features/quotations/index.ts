import { quotationsContract } from '@shared/contract/quotations';
import { defineFeature } from '../../kernel/handlers';
import { quotationsActions } from './quotations.actions';
import { quotationsCommands } from './quotations.commands';
import { quotationsQueries } from './quotations.queries';

/** Offers in writing, from the draft to the sale. */
export const quotationsFeature = defineFeature(quotationsContract, {
  ...quotationsQueries,
  ...quotationsCommands,
  ...quotationsActions,
});
