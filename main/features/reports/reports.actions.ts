import type { reportsContract } from '@shared/contract/reports';
import { LEFT_AS_FILE } from '@shared/domain/exports';
import type { ActionHandlers } from '../../kernel/handlers';
import { customerFacts } from '../../reports/customer-report/customer-facts';
import { customerReport } from '../../reports/customer-report/customer-report';
import { findStaffName } from '../../reports/customer-report/customer-report.sql';
import { letterShop } from '../../reports/letterhead';
import { findStandingCustomer } from '../customers/customers.sql';
import { isErased } from '../privacy/erase.sql';

export const reportsActions: ActionHandlers<typeof reportsContract> = {
  'reports.customer': (context, { customerId, copy, language, isForFile }) => {
    const { db, shop, now, today, staff, devices, about, fail } = context;
    const customer = findStandingCustomer(db, customerId) ?? fail('CUSTOMER_NOT_FOUND');
    if (isErased(db, customer.id)) fail('CUSTOMER_NOT_FOUND');
    about('customer', customer.id, [`${copy} copy`, ...(isForFile ? [LEFT_AS_FILE] : [])]);
    const facts = customerFacts(db, customer, {
      copy,
      language,
      now,
      today,
      timeZone: shop?.timeZone ?? 'Asia/Hong_Kong',
      shopCurrency: shop?.currency ?? 'HKD',
    });
    const staffName = findStaffName(db, staff.staffId, language) ?? staff.name;
    const frame = { shop: letterShop(db, language), staff: staffName, today, copy, language };
    const document = customerReport(facts, frame);
    return {
      documentId: devices.keepDocument({ ...document, holds: { kind: 'customer', id: customer.id } }),
    };
  },
};
