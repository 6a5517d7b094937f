import { customersContract } from '@shared/contract/customers';
import { defineFeature } from '../../kernel/handlers';
import { customersCommands } from './customers.commands';
import { customersQueries } from './customers.queries';

export const customersFeature = defineFeature(customersContract, {
  ...customersQueries,
  ...customersCommands,
});
