import { productsContract } from '@shared/contract/products';
import { defineFeature } from '../../kernel/handlers';
import { productsCommands } from './products.commands';
import { productsQueries } from './products.queries';

export const productsFeature = defineFeature(productsContract, { ...productsQueries, ...productsCommands });
