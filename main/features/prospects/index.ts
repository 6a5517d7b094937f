import { prospectsContract } from '@shared/contract/prospects';
import { defineFeature } from '../../kernel/handlers';
import { prospectsQueries } from './prospects.queries';

/** Customers who have not bought yet, and those who just did for the first time. */
export const prospectsFeature = defineFeature(prospectsContract, prospectsQueries);
