import type { needsContract } from '@shared/contract/needs';
import type { CommandHandlers } from '../../kernel/handlers';
import { findStandingCustomer } from '../customers/customers.sql';
import { findSale } from '../sales/sales.sql';
import { checkFields, toColumns } from './need-view.sql';
import {
  findNeed,
  findNeedEvenRemoved,
  insertNeed,
  type NeedRow,
  setMatchDismissed,
  setMatchesSeen,
  updateNeed,
} from './needs.sql';

export const needsCommands: CommandHandlers<typeof needsContract> = {
  'needs.note': ({ db, shop, now, staff, newId, about, fail }, { customerId, ...fields }) => {
    const customer = findStandingCustomer(db, customerId);
    if (!customer || customer.deleted_at !== null) return fail('CUSTOMER_NOT_FOUND');
    checkFields(fields, fail);
    const needId = newId();
    about('need', needId);
    insertNeed(db, {
      ...toColumns(fields),
      id: needId,
      customer_id: customer.id,
      staff_id: staff.staffId,
      at: now,
      currency: shop.currency,
      updated_at: now,
    });
    return { needId };
  },

  'needs.update': ({ db, now, about, fail }, { needId, version, fields }) => {
    const before = findNeed(db, needId) ?? fail('NEED_NOT_FOUND');
    if (before.version !== version) fail('NEED_CHANGED');
    checkFields(fields, fail);
    const columns = toColumns(fields);
    const changed = Object.entries(columns)
      .filter(([column, value]) => before[column as keyof NeedRow] !== value)
      .map(([column]) => column);
    about('need', needId, changed);
    updateNeed(db, needId, { ...columns, version: version + 1, updated_at: now });
    return { version: version + 1 };
  },

  'needs.close': ({ db, now, today, about, fail }, { needId, outcome, reason, until, saleId }) => {
    const need = findNeed(db, needId) ?? fail('NEED_NOT_FOUND');
    if (need.status === 'met' || need.status === 'lost') fail('NEED_NOT_OPEN');
    if (outcome !== 'met' && reason === null) fail('NEED_REASON_NEEDED');
    if (outcome === 'postponed') {
      if (until === null) fail('NEED_UNTIL_NEEDED');
      else if (until <= today) fail('NEED_UNTIL_PAST');
    }
    if (saleId !== null && findSale(db, saleId)?.customer_id !== need.customer_id) fail('SALE_NOT_FOUND');
    about('need', needId);
    updateNeed(db, needId, {
      status: outcome,
      status_reason: reason,
      postponed_until: outcome === 'postponed' ? until : null,
      sale_id: outcome === 'met' ? saleId : null,
      closed_at: outcome === 'postponed' ? null : now,
      version: need.version + 1,
      updated_at: now,
    });
    return null;
  },

  'needs.reopen': ({ db, now, about, fail }, { needId }) => {
    const need = findNeed(db, needId) ?? fail('NEED_NOT_FOUND');
    if (need.status === 'open') fail('NEED_IS_OPEN');
    about('need', needId);
    updateNeed(db, needId, {
      status: 'open',
      status_reason: null,
      postponed_until: null,
      sale_id: null,
      closed_at: null,
      version: need.version + 1,
      updated_at: now,
    });
    return null;
  },

  'needs.setRemoved': ({ db, now, about, fail }, { needId, isRemoved }) => {
    const need = findNeedEvenRemoved(db, needId) ?? fail('NEED_NOT_FOUND');
    about('need', needId);
    updateNeed(db, needId, {
      deleted_at: isRemoved ? now : null,
      version: need.version + 1,
      updated_at: now,
    });
    return null;
  },

  'needs.dismissMatch': ({ db, now, about, fail }, { needId, productId, isDismissed }) => {
    if (!findNeed(db, needId)) fail('NEED_NOT_FOUND');
    about('need', needId);
    setMatchDismissed(db, needId, productId, isDismissed ? now : null);
    return null;
  },

  'needs.seeMatches': ({ db, now, about, fail }, { needId }) => {
    if (!findNeed(db, needId)) fail('NEED_NOT_FOUND');
    about('need', needId);
    setMatchesSeen(db, needId, now);
    return null;
  },
};
