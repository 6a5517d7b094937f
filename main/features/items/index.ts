import { itemsContract } from '@shared/contract/items';
import { defineFeature } from '../../kernel/handlers';
import { itemsCommands } from './items.commands';
import { itemsQueries } from './items.queries';

export const itemsFeature = defineFeature(itemsContract, { ...itemsQueries, ...itemsCommands });
