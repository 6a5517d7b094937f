import { draftsContract } from '@shared/contract/drafts';
import { defineFeature } from '../../kernel/handlers';
import { draftsCommands } from './drafts.commands';
import { draftsQueries } from './drafts.queries';

export const draftsFeature = defineFeature(draftsContract, { ...draftsQueries, ...draftsCommands });
