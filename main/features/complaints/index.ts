import { complaintsContract } from '@shared/contract/complaints';
import { defineFeature } from '../../kernel/handlers';
import { complaintsActions } from './complaints.actions';
import { complaintsCommands } from './complaints.commands';
import { complaintsQueries } from './complaints.queries';

/** Cases: what a customer complained of, against two clocks, to its remedy and its lesson. */
export const complaintsFeature = defineFeature(complaintsContract, {
  ...complaintsQueries,
  ...complaintsCommands,
  ...complaintsActions,
});
