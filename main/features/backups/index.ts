import { backupsContract, restoreContract } from '@shared/contract/backups';
import { defineFeature } from '../../kernel/handlers';
import { backupsActions } from './backups.actions';
import { backupsCommands } from './backups.commands';
import { backupsQueries } from './backups.queries';
import { restoreActions } from './restore.actions';

export const backupsFeature = defineFeature(
  { ...backupsContract, ...restoreContract },
  { ...backupsQueries, ...backupsCommands, ...backupsActions, ...restoreActions },
);
