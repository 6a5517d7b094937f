import { noticesContract } from '@shared/contract/notices';
import { defineFeature } from '../../kernel/handlers';
import { noticesCommands } from './notices.commands';
import { noticesQueries } from './notices.queries';

export const noticesFeature = defineFeature(noticesContract, { ...noticesQueries, ...noticesCommands });
