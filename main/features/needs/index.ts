import { needsContract } from '@shared/contract/needs';
import { defineFeature } from '../../kernel/handlers';
import { needsActions } from './needs.actions';
import { needsCommands } from './needs.commands';
import { needsQueries } from './needs.queries';

/** What customers need, and what the shop has for it. */
export const needsFeature = defineFeature(needsContract, {
  ...needsQueries,
  ...needsCommands,
  ...needsActions,
});
