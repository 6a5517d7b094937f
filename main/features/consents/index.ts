import { consentsContract } from '@shared/contract/consents';
import { defineFeature } from '../../kernel/handlers';
import { consentsActions } from './consents.actions';
import { consentsCommands } from './consents.commands';
import { consentsQueries } from './consents.queries';

export const consentsFeature = defineFeature(consentsContract, {
  ...consentsQueries,
  ...consentsCommands,
  ...consentsActions,
});
