import type { complaintsContract } from '@shared/contract/complaints';
import type { ActionHandlers } from '../../kernel/handlers';
import { complaintSummary } from '../../reports/complaint-summary/complaint-summary';
import { letterShop } from '../../reports/letterhead';
import { complaintOf, eventOf } from './complaint-view';
import { findShownComplaint, listComplaintEvents } from './complaints.sql';

export const complaintsActions: ActionHandlers<typeof complaintsContract> = {
  'complaints.summary': ({ db, shop, now, today, devices, about, fail }, { complaintId, language }) => {
    const row = findShownComplaint(db, complaintId) ?? fail('COMPLAINT_NOT_FOUND');
    about('complaint', complaintId, ['complaint summary']);
    const document = complaintSummary({
      complaint: complaintOf(row, now),
      events: listComplaintEvents(db, complaintId).map(eventOf),
      shop: letterShop(db, language),
      today,
      timeZone: shop?.timeZone ?? 'Asia/Hong_Kong',
      language,
    });
    return {
      documentId: devices.keepDocument({ ...document, holds: { kind: 'complaint', id: complaintId } }),
    };
  },
};
