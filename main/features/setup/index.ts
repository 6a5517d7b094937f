import { setupContract } from '@shared/contract/setup';
import { defineFeature } from '../../kernel/handlers';
import { setupActions } from './setup.actions';

export const setupFeature = defineFeature(setupContract, setupActions);
