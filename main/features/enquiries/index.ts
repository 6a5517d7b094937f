import { enquiriesContract } from '@shared/contract/enquiries';
import { defineFeature } from '../../kernel/handlers';
import { enquiriesCommands } from './enquiries.commands';
import { enquiriesQueries } from './enquiries.queries';

/** What customers asked, and what they were told. */
export const enquiriesFeature = defineFeature(enquiriesContract, {
  ...enquiriesQueries,
  ...enquiriesCommands,
});
