import { todayContract } from '@shared/contract/today';
import { defineFeature } from '../../kernel/handlers';
import { todayActions } from './today.actions';
import { todayCommands } from './today.commands';
import { todayQueries } from './today.queries';

/** The advisor's home: what is due, for whom, and why. */
export const todayFeature = defineFeature(todayContract, {
  ...todayQueries,
  ...todayCommands,
  ...todayActions,
});
