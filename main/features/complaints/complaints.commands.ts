import type { complaintsContract } from '@shared/contract/complaints';
import { type ComplaintEventKind, dueOf, mayGrant, type Severity } from '@shared/domain/complaints';
import type { ToldChannel } from '@shared/domain/promises';
import { fail } from '../../kernel/errors';
import type { CommandContext, CommandHandlers } from '../../kernel/handlers';
import { isActiveStaff, listStaffNames } from '../customers/customers.sql';
import { readSetting } from '../shop/shop.sql';
import {
  type ComplaintRow,
  clockToleranceMs,
  findComplaint,
  insertComplaintEvent,
  isActiveManager,
  openComplaint,
  updateComplaint,
} from './complaints.sql';

export const complaintsCommands: CommandHandlers<typeof complaintsContract> = {
  'complaints.open': (context, terms) => {
    const made = openComplaint(context, terms);
    context.about('complaint', made.complaintId);
    return made;
  },

  'complaints.addStep': (context, { complaintId, kind, words }) => {
    const before = openCase(context, complaintId);
    const isFirst = kind === 'responded' && before.responded_at === null;
    change(context, before, isFirst ? { responded_at: context.now } : {});
    remember(context, before, kind, words);
    return null;
  },

  'complaints.setSeverity': (context, { complaintId, severity, reason }) => {
    const before = openCase(context, complaintId);
    const rules = readSetting(context.db, 'complaintRules');
    const { respondBy, resolveBy } = dueOf(before.received_at, severity, rules);
    change(context, before, { severity, respond_by: respondBy, resolve_by: resolveBy });
    remember(context, before, 'severity', reason, { from: before.severity as Severity, to: severity });
    return null;
  },

  'complaints.handOver': (context, { complaintId, toStaffId, reason }) => {
    const before = openCase(context, complaintId);
    if (!isActiveStaff(context.db, toStaffId)) fail('OWNER_NOT_FOUND');
    change(context, before, { owner_id: toStaffId });
    remember(context, before, 'handed-over', reason, passedOn(context, before, toStaffId));
    return null;
  },

  'complaints.escalate': (context, { complaintId, toStaffId, reason }) => {
    const before = openCase(context, complaintId);
    if (!isActiveManager(context.db, toStaffId)) fail('COMPLAINT_NOT_A_MANAGER');
    change(context, before, { owner_id: toStaffId, escalated_at: context.now });
    remember(context, before, 'escalated', reason, passedOn(context, before, toStaffId));
    return null;
  },

  'complaints.setRemedy': (context, { complaintId, state, remedy, costMinor }) => {
    const { db, staff } = context;
    const before = openCase(context, complaintId);
    const rules = readSetting(db, 'complaintRules');
    if (!mayGrant(costMinor, staff.role, rules, before.approved_minor)) fail('COMPLAINT_REMEDY_LIMIT');
    change(context, before, {
      remedy,
      remedy_state: state,
      remedy_cost_minor: costMinor,
      // What a manager writes down is allowed to whoever carries it out.
      ...(staff.role === 'manager' ? { approved_minor: costMinor, approved_by: staff.staffId } : {}),
    });
    remember(context, before, `remedy-${state}`, remedy, { costMinor, currency: before.currency });
    return null;
  },

  'complaints.tell': (context, { complaintId, told }) => {
    tell(context, openCase(context, complaintId), told);
    return null;
  },

  'complaints.close': (context, { complaintId, told, causeCode, cause, lesson, satisfaction }) => {
    const { now, staff } = context;
    if (told) tell(context, openCase(context, complaintId), told);
    const before = openCase(context, complaintId);
    if (before.told_at === null) fail('COMPLAINT_TOLD_NEEDED');
    change(context, before, {
      status: 'closed',
      cause_code: causeCode,
      cause,
      lesson,
      satisfaction,
      closed_at: now,
      closed_by: staff.staffId,
    });
    remember(context, before, 'closed', cause, { cause: causeCode, lesson, satisfaction });
    return null;
  },

  'complaints.rate': (context, { complaintId, satisfaction, words }) => {
    const before = findComplaint(context.db, complaintId) ?? fail('COMPLAINT_NOT_FOUND');
    if (before.status === 'open') fail('COMPLAINT_IS_OPEN');
    change(context, before, { satisfaction });
    remember(context, before, 'satisfaction', words || null, { satisfaction });
    return null;
  },

  'complaints.reopen': (context, { complaintId, reason }) => {
    const before = findComplaint(context.db, complaintId) ?? fail('COMPLAINT_NOT_FOUND');
    if (before.status === 'open') fail('COMPLAINT_IS_OPEN');
    change(context, before, {
      status: 'open',
      told_channel: null,
      told_at: null,
      told_what: null,
      cause_code: null,
      cause: null,
      lesson: null,
      satisfaction: null,
      closed_at: null,
      closed_by: null,
    });
    remember(context, before, 'reopened', reason);
    return null;
  },
};

function openCase({ db }: Pick<CommandContext, 'db'>, complaintId: string): ComplaintRow {
  const row = findComplaint(db, complaintId) ?? fail('COMPLAINT_NOT_FOUND');
  return row.status === 'open' ? row : fail('COMPLAINT_CLOSED');
}

/** From whom to whom: the names as they were on that day. */
function passedOn({ db }: CommandContext, before: ComplaintRow, toStaffId: string) {
  return { from: before.owner_id, to: toStaffId, name: listStaffNames(db).get(toStaffId) ?? '' };
}

/** Telling the customer is an answer, too: a response clock that still runs stops with it. */
function tell(
  context: CommandContext,
  before: ComplaintRow,
  told: { channel: ToldChannel; at: number; what: string },
): void {
  if (told.at > context.now + clockToleranceMs) fail('TOLD_IN_THE_FUTURE');
  change(context, before, {
    told_channel: told.channel,
    told_at: told.at,
    told_what: told.what,
    responded_at: before.responded_at ?? told.at,
  });
  remember(context, before, 'told', told.what, { channel: told.channel, toldAt: told.at });
}

function change(
  { db, now, about }: CommandContext,
  before: ComplaintRow,
  columns: Parameters<typeof updateComplaint>[2],
): void {
  about('complaint', before.id, Object.keys(columns));
  updateComplaint(db, before.id, { ...columns, version: before.version + 1, updated_at: now });
}

/** Every change leaves its step; the person and the moment are the command's own. */
function remember(
  { db, now, staff, newId }: CommandContext,
  { id }: ComplaintRow,
  kind: ComplaintEventKind,
  words: string | null,
  detail: Record<string, string | number | null> = {},
): void {
  insertComplaintEvent(db, {
    id: newId(),
    complaint_id: id,
    at: now,
    staff_id: staff.staffId,
    kind,
    words,
    detail: JSON.stringify(detail),
  });
}
