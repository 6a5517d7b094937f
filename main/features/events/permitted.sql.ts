import { permissionFor } from '@shared/domain/consent';
import { consentChannelOf } from '@shared/domain/conversations';
import { type GuestVerdict, guestVerdict, INVITATION_WAYS } from '@shared/domain/events';
import type { ReadableDb } from '../../db/sql';
import { permissionContextOf } from '../consents/consents.sql';
import { addressFor } from '../conversations/before-contact.sql';
import { gateOf } from '../conversations/gate.sql';
import { findCustomer } from '../customers/customers.sql';

/** The class of goods that an invitation offers. */
export const invitationGoods = 'events';

/** How this customer may be asked to an event now: consent and suppression by way, what the record has, pauses and pressure. */
export function verdictOf(db: ReadableDb, customerId: string, now: number): GuestVerdict {
  const customer = findCustomer(db, customerId);
  // Of every way, purpose and class only these four are asked: a list may hold hundreds of guests.
  const { events, context } = permissionContextOf(db, customerId, now);
  const { obstacles } = gateOf(db, customerId, { channel: null, goodsClass: invitationGoods, now });
  const ways = INVITATION_WAYS.map((way) => {
    const channel = consentChannelOf(way);
    const verdict = channel
      ? permissionFor(events, { purpose: 'direct-marketing', channel, class: invitationGoods }, context)
      : null;
    return {
      way,
      hasAddress: customer !== undefined && addressFor(db, customer, way) !== null,
      isPermitted: verdict?.allowed ?? false,
      reason: verdict?.reason ?? 'NEVER_ASKED',
    };
  });
  return guestVerdict(ways, obstacles);
}
