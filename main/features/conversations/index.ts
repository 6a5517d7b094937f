import { conversationsContract } from '@shared/contract/conversations';
import { defineFeature } from '../../kernel/handlers';
import { conversationsActions } from './conversations.actions';
import { conversationsCommands } from './conversations.commands';
import { conversationsQueries } from './conversations.queries';

/** What was said with customers, and what must be known before the shop writes or calls. */
export const conversationsFeature = defineFeature(conversationsContract, {
  ...conversationsQueries,
  ...conversationsCommands,
  ...conversationsActions,
});
