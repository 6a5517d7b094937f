import type { ConsentHistoryEntry, consentsContract } from '@shared/contract/consents';
import {
  describePermissions,
  mayContact,
  type PermissionReason,
  type Permissions,
} from '@shared/domain/consent';
import { CHANNELS, type ConsentForm, GOODS_CLASSES, PURPOSES } from '@shared/domain/consent-events';
import { asLanguage } from '@shared/domain/languages';
import { readSignature } from '@shared/domain/signature';
import type { ReadableDb } from '../../db/sql';
import type { QueryHandlers } from '../../kernel/handlers';
import { namesOf } from '../customers/cards.sql';
import { findCustomer, findStandingCustomer, listStaffNames } from '../customers/customers.sql';
import { findNotice, noticeHash } from '../notices/notices.sql';
import { type ConsentRow, eventOf } from './consent-rows';
import { isMinorOn, listConsentRows, listCustomersWithDuties, permissionsOf } from './consents.sql';
import { type CustomerDuty, dutyOf } from './pending';

export const consentsQueries: QueryHandlers<typeof consentsContract> = {
  'consents.forCustomer': ({ db, now, today, fail }, { customerId }) => {
    const customer = findStandingCustomer(db, customerId) ?? fail('CUSTOMER_NOT_FOUND');
    const permissions = permissionsOf(db, customer.id, now);
    const rows = listConsentRows(db, customer.id);
    const staff = listStaffNames(db);
    const duty = dutyOf(db, customer.id, now);
    return {
      statements: describePermissions(permissions),
      isMinor: isMinorOn(customer, today),
      isSuppressed: permissions.cells.some((cell) => cell.reason === 'SUPPRESSED'),
      wasEverAsked: rows.length > 0,
      canWithdraw: permissions.cells.some(
        (cell) => cell.allowed || cell.reason === 'ORAL_AWAITING_CONFIRMATION',
      ),
      firstUseNoticeDue: [...permissions.firstUseNoticeDue],
      duty: duty && dutyShapeOf(duty, staff),
      events: rows
        .map((row) => historyEntry(db, row, staff))
        .filter((entry) => entry !== null)
        .reverse(),
    };
  },
  'consents.permissionSummary': ({ db, now }, { customerIds }) =>
    customerIds.map((customerId) => ({ customerId, ...summaryOf(permissionsOf(db, customerId, now)) })),
  'consents.duties': ({ db, now }) => {
    const staff = listStaffNames(db);
    return listCustomersWithDuties(db, now)
      .flatMap((id) => {
        const customer = findCustomer(db, id);
        const duty = dutyOf(db, id, now);
        if (!customer || !duty) return [];
        const who = { ...namesOf(customer), id, number: customer.number };
        return [{ ...dutyShapeOf(duty, staff), customer: who }];
      })
      .sort((a, b) => a.dueAt - b.dueAt);
  },
};

function dutyShapeOf({ dueAt, isOverdue, given }: CustomerDuty, staff: ReadonlyMap<string, string>) {
  const [first] = given;
  return {
    dueAt,
    isOverdue,
    at: first?.at ?? dueAt,
    by: (first?.staffId && staff.get(first.staffId)) || null,
    eventIds: given.map((event) => event.id),
  };
}

function summaryOf(permissions: Permissions) {
  const verdict = (channel: (typeof CHANNELS)[number]) =>
    GOODS_CLASSES.map((goods) =>
      mayContact(permissions, { purpose: 'direct-marketing', channel, class: goods }),
    );
  const channels = CHANNELS.filter((channel) => verdict(channel).some(({ ok }) => ok));
  const reason: PermissionReason =
    channels.length > 0 ? 'CONSENTED' : (verdict('email')[0]?.reason ?? 'NEVER_ASKED');
  return { channels, reason };
}

function historyEntry(
  db: ReadableDb,
  row: ConsentRow,
  staff: ReadonlyMap<string, string>,
): ConsentHistoryEntry | null {
  const event = eventOf(row);
  if (!event) return null;
  const isGiven = event.kind === 'given';
  const isScoped = 'classes' in event;
  return {
    id: row.id,
    sequence: row.seq,
    kind: event.kind,
    at: row.at,
    purpose: PURPOSES.find((purpose) => purpose === row.purpose) ?? 'all',
    channels: isScoped ? event.channels : 'channel' in event ? [event.channel] : [],
    classes: isScoped ? event.classes : [],
    dataKinds: isGiven ? event.dataKinds : [],
    form: row.form as ConsentForm | null,
    by: (row.staff_id && staff.get(row.staff_id)) || null,
    notice: evidenceOf(db, row),
    signature: readSignature(row.signature),
    parentName: row.parent_name,
    confirmationDueAt: row.confirmation_due_at,
    note: row.note,
  };
}

function evidenceOf(db: ReadableDb, row: ConsentRow): ConsentHistoryEntry['notice'] {
  const notice = row.notice_id ? findNotice(db, row.notice_id) : undefined;
  if (!notice) return null;
  return {
    id: notice.id,
    title: notice.title,
    version: notice.version,
    language: asLanguage(notice.language),
    isProved: row.notice_hash === noticeHash(notice.title, notice.body),
  };
}
