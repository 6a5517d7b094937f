import type { searchContract } from '@shared/contract/search';
import type { CommandHandlers } from '../../kernel/handlers';
import { renewKeys } from './renew.sql';

export const searchCommands: CommandHandlers<typeof searchContract> = {
  'search.renew': ({ db }) => ({ isMoreLeft: renewKeys(db) }),
};
