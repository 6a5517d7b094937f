import { handoversContract } from '@shared/contract/handovers';
import { defineFeature } from '../../kernel/handlers';
import { handoversCommands } from './handovers.commands';
import { handoversQueries } from './handovers.queries';

/** What one department asks of another. */
export const handoversFeature = defineFeature(handoversContract, {
  ...handoversQueries,
  ...handoversCommands,
});
