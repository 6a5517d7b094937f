import { promisesContract } from '@shared/contract/promises';
import { defineFeature } from '../../kernel/handlers';
import { promisesCommands } from './promises.commands';
import { promisesQueries } from './promises.queries';

/** What the shop promised, and how it ended. */
export const promisesFeature = defineFeature(promisesContract, { ...promisesQueries, ...promisesCommands });
