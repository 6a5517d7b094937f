import { campaignsContract } from '@shared/contract/campaigns';
import { defineFeature } from '../../kernel/handlers';
import { campaignsActions } from './campaigns.actions';
import { campaignsCommands } from './campaigns.commands';
import { campaignsQueries } from './campaigns.queries';

/** One message to a segment, to each person once, with permission, and what came of it. */
export const campaignsFeature = defineFeature(campaignsContract, {
  ...campaignsQueries,
  ...campaignsCommands,
  ...campaignsActions,
});
