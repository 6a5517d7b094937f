import { sessionContract } from '@shared/contract/session';
import { defineFeature } from '../../kernel/handlers';
import { sessionActions } from './session.actions';
import { sessionCommands } from './session.commands';
import { sessionQueries } from './session.queries';

export const sessionFeature = defineFeature(sessionContract, {
  ...sessionQueries,
  ...sessionCommands,
  ...sessionActions,
});
