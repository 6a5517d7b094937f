import { searchContract } from '@shared/contract/search';
import { defineFeature } from '../../kernel/handlers';
import { searchQueries } from './search.queries';

export const searchFeature = defineFeature(searchContract, searchQueries);
