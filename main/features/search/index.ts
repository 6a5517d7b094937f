import { searchContract } from '@shared/contract/search';
import { defineFeature } from '../../kernel/handlers';
import { searchCommands } from './search.commands';
import { searchQueries } from './search.queries';

/** The one box. */
export const searchFeature = defineFeature(searchContract, { ...searchQueries, ...searchCommands });
