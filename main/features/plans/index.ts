import { plansContract } from '@shared/contract/plans';
import { defineFeature } from '../../kernel/handlers';
import { plansCommands } from './plans.commands';
import { plansQueries } from './plans.queries';

/** How often the shop speaks with whom, and what follows a purchase or a repair by itself. */
export const plansFeature = defineFeature(plansContract, { ...plansQueries, ...plansCommands });
