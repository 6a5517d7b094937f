import { todayContract } from '@shared/contract/today';
import { defineFeature } from '../../kernel/handlers';
import { todayQueries } from './today.queries';

/** The advisor's home: what is due, for whom, and why. */
export const todayFeature = defineFeature(todayContract, todayQueries);
