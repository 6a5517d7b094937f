import { guidelinesContract } from '@shared/contract/guidelines';
import { defineFeature } from '../../kernel/handlers';
import { guidelinesActions } from './guidelines.actions';
import { guidelinesCommands } from './guidelines.commands';
import { guidelinesQueries } from './guidelines.queries';

/** The brand's and the house's policies, and who has read them. */
export const guidelinesFeature = defineFeature(guidelinesContract, {
  ...guidelinesQueries,
  ...guidelinesCommands,
  ...guidelinesActions,
});
