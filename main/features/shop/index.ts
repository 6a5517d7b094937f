import { shopContract } from '@shared/contract/shop';
import { defineFeature } from '../../kernel/handlers';
import { shopCommands } from './shop.commands';
import { shopQueries } from './shop.queries';

export const shopFeature = defineFeature(shopContract, { ...shopQueries, ...shopCommands });
