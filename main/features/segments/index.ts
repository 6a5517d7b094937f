import { segmentsContract } from '@shared/contract/segments';
import { defineFeature } from '../../kernel/handlers';
import { segmentsCommands } from './segments.commands';
import { segmentsQueries } from './segments.queries';

/** Which customers, by what the app knows about them. */
export const segmentsFeature = defineFeature(segmentsContract, { ...segmentsQueries, ...segmentsCommands });
