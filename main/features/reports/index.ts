import { reportsContract } from '@shared/contract/reports';
import { defineFeature } from '../../kernel/handlers';
import { reportsActions } from './reports.actions';

export const reportsFeature = defineFeature(reportsContract, reportsActions);
