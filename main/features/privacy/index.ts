import { privacyContract } from '@shared/contract/privacy';
import { defineFeature } from '../../kernel/handlers';
import { privacyActions } from './privacy.actions';
import { privacyCommands } from './privacy.commands';
import { privacyQueries } from './privacy.queries';

/** What people may ask about their own data, retention, erasure, and incidents. */
export const privacyFeature = defineFeature(privacyContract, {
  ...privacyQueries,
  ...privacyCommands,
  ...privacyActions,
});
