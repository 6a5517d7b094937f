import type { Quotation, quotationsContract } from '@shared/contract/quotations';
import { discountLimitOf, type QuotationState } from '@shared/domain/quotations';
import type { QueryHandlers } from '../../kernel/handlers';
import { findStandingCustomer } from '../customers/customers.sql';
import { readSetting } from '../shop/shop.sql';
import { quotationOf } from './quotation-view';
import {
  findShownQuotation,
  listQuotationEvents,
  listQuotations,
  listVersions,
  type QuotationFilter,
  sumQuotations,
} from './quotations.sql';

const mostOfOne = 100;

export const quotationsQueries: QueryHandlers<typeof quotationsContract> = {
  'quotations.list': ({ db, staff, today }, { scope, show, limit }) => {
    const filter: QuotationFilter = {
      staffId: scope === 'mine' ? staff.staffId : null,
      customerId: null,
      show,
      today,
    };
    const sums = sumQuotations(db, filter).map((sum) => ({
      state: stateOfSum(sum, show),
      currency: sum.currency,
      count: sum.count,
      totalMinor: sum.total_minor,
    }));
    return {
      total: sums.reduce((all, { count }) => all + count, 0),
      quotations: listQuotations(db, filter, limit).map((row) => quotationOf(db, row, today)),
      sums,
    };
  },

  'quotations.forCustomer': ({ db, today, fail }, { customerId }) => {
    const customer = findStandingCustomer(db, customerId) ?? fail('CUSTOMER_NOT_FOUND');
    const list = (show: QuotationFilter['show']): Quotation[] =>
      listQuotations(db, { staffId: null, customerId: customer.id, show, today }, mostOfOne).map((row) =>
        quotationOf(db, row, today),
      );
    return { open: [...list('open'), ...list('confirmed')], ended: list('ended') };
  },

  'quotations.history': ({ db, today, fail }, { quotationId }) => {
    const row = findShownQuotation(db, quotationId) ?? fail('QUOTATION_NOT_FOUND');
    return {
      quotation: quotationOf(db, row, today),
      versions: listVersions(db, row.number).map((version) => quotationOf(db, version, today)),
      events: listQuotationEvents(db, row.number).map((event) => ({
        id: event.id,
        at: event.at,
        by: { id: event.staff_id, name: event.staff_name },
        revision: event.revision,
        kind: event.kind as 'drafted',
        detail: event.detail,
      })),
    };
  },

  'quotations.limits': ({ db, staff }) => {
    const rules = readSetting(db, 'quotationRules');
    return { validDays: rules.validDays, discountPercent: discountLimitOf(staff.role, rules) };
  },
};

/** Among the ended, what is still 'sent' has run out; what is confirmed was sold. */
function stateOfSum(sum: { status: string; is_sold: number }, show: QuotationFilter['show']): QuotationState {
  if (sum.is_sold === 1) return 'sold';
  return show === 'ended' && sum.status === 'sent' ? 'expired' : (sum.status as QuotationState);
}
