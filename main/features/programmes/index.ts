import { programmesContract } from '@shared/contract/programmes';
import { defineFeature } from '../../kernel/handlers';
import { programmesActions } from './programmes.actions';
import { programmesCommands } from './programmes.commands';
import { programmesQueries } from './programmes.queries';

/** Relationship programmes: planned, started by lot, measured against those who were held out, and learned from. */
export const programmesFeature = defineFeature(programmesContract, {
  ...programmesQueries,
  ...programmesCommands,
  ...programmesActions,
});
