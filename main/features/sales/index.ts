import { salesContract } from '@shared/contract/sales';
import { defineFeature } from '../../kernel/handlers';
import { salesActions } from './sales.actions';
import { salesCommands } from './sales.commands';
import { salesQueries } from './sales.queries';

export const salesFeature = defineFeature(salesContract, {
  ...salesQueries,
  ...salesCommands,
  ...salesActions,
});
