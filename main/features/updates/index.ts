import { updatesContract } from '@shared/contract/updates';
import { defineFeature } from '../../kernel/handlers';
import { updatesActions } from './updates.actions';

export const updatesFeature = defineFeature(updatesContract, updatesActions);
