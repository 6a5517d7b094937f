import { eventsContract } from '@shared/contract/events';
import { ownEventsContract } from '@shared/contract/own-events';
import { defineFeature } from '../../kernel/handlers';
import { eventsActions } from './events.actions';
import { eventsQueries } from './events.queries';
import { guestCommands } from './guests.commands';
import { ownEventHandlers } from './own-events';
import { planCommands } from './plan.commands';

/** Events of the shop: guests, invitations, the door, and what came of it. */
export const eventsFeature = defineFeature(eventsContract, {
  ...eventsQueries,
  ...planCommands,
  ...guestCommands,
  ...eventsActions,
});

/** Events of the customers' own. */
export const ownEventsFeature = defineFeature(ownEventsContract, ownEventHandlers);
