import { staffContract } from '@shared/contract/staff';
import { defineFeature } from '../../kernel/handlers';
import { staffActions } from './staff.actions';
import { staffCommands } from './staff.commands';
import { staffQueries } from './staff.queries';

export const staffFeature = defineFeature(staffContract, {
  ...staffQueries,
  ...staffCommands,
  ...staffActions,
});
