import type { privacyContract } from '@shared/contract/privacy';
import {
  answerDue,
  answersFor,
  groundsFor,
  holdsDocumentNumber,
  needsIdentity,
  REFUSAL_LOG_YEARS,
  type RequestKind,
  yearsLater,
} from '@shared/domain/privacy';
import { isLongEnough } from '@shared/domain/retention-periods';
import type { ReadableDb } from '../../db/sql';
import { fail } from '../../kernel/errors';
import type { CommandContext, CommandHandlers } from '../../kernel/handlers';
import { withdrawConsent } from '../consents/withdraw.sql';
import { findStandingCustomer } from '../customers/customers.sql';
import { indexCustomer } from '../search/search.sql';
import { findIncident, insertIncident, insertIncidentEvent, updateIncident } from './incidents.sql';
import {
  findRequest,
  insertRefusal,
  insertRequest,
  insertRequestEvent,
  type RequestRow,
  updateRequest,
} from './privacy.sql';
import { insertRule, nextRuleVersion } from './retention.sql';

type Context = Pick<CommandContext, 'db' | 'now' | 'staff' | 'newId'>;

/** Adds a step to a request, in the caller's transaction. */
export function remember(
  { db, now, staff, newId }: Context,
  requestId: string,
  kind: 'received' | 'identity' | 'fee' | 'step' | 'copy' | 'letter' | 'answered' | 'erased',
  words: string | null,
): void {
  insertRequestEvent(db, {
    id: newId(),
    request_id: requestId,
    at: now,
    staff_id: staff.staffId,
    kind,
    words,
  });
}

/** The request while it can still be answered; REQUEST_NOT_FOUND or REQUEST_ANSWERED. */
export function openRequest(db: ReadableDb, requestId: string): RequestRow {
  const row = findRequest(db, requestId) ?? fail('REQUEST_NOT_FOUND');
  if (row.status !== 'open') fail('REQUEST_ANSWERED');
  return row;
}

function checkSeen(seen: string | null): void {
  if (seen !== null && holdsDocumentNumber(seen)) fail('IDENTITY_NUMBER');
}

export const privacyCommands: CommandHandlers<typeof privacyContract> = {
  'privacy.record': (context, asked) => {
    const { db, now, today, staff, shop, newId, nextNumber, about } = context;
    const customer = asked.customerId === null ? null : findStandingCustomer(db, asked.customerId);
    if (asked.customerId !== null && (!customer || customer.deleted_at !== null)) fail('CUSTOMER_NOT_FOUND');
    if (asked.requesterName === null && (!customer || asked.asksAs !== 'self')) fail('REQUESTER_NEEDED');
    if (asked.receivedOn > today) fail('RECEIVED_IN_THE_FUTURE');
    checkSeen(asked.identitySeen);
    const requestId = newId();
    const number = `R${nextNumber('privacy-request')}`;
    const dueOn = answerDue(asked.receivedOn);
    insertRequest(db, {
      id: requestId,
      number,
      customer_id: customer?.id ?? null,
      kind: asked.kind,
      requester_name: asked.requesterName,
      asks_as: asked.asksAs,
      what: asked.what,
      received_on: asked.receivedOn,
      received_how: asked.receivedHow,
      identity_seen: asked.identitySeen,
      identity_seen_on: asked.identitySeen === null ? null : today,
      due_on: dueOn,
      language: asked.language,
      currency: shop.currency,
      made_by: staff.staffId,
      made_at: now,
      updated_at: now,
    });
    remember(context, requestId, 'received', null);
    // Stopping is at once, with no period of grace (s. 35G): everything is withdrawn and every contact suppressed.
    if (asked.kind === 'objection' && customer) withdrawConsent(context, customer.id, undefined, number);
    if (customer) indexCustomer(db, customer.id);
    about('privacy-request', requestId);
    return { requestId, number, dueOn };
  },

  'privacy.noteIdentity': (context, { requestId, seen }) => {
    const { db, now, today, about } = context;
    const row = openRequest(db, requestId);
    checkSeen(seen);
    about('privacy-request', requestId);
    updateRequest(db, requestId, {
      identity_seen: seen,
      identity_seen_on: today,
      version: row.version + 1,
      updated_at: now,
    });
    remember(context, requestId, 'identity', seen);
    return null;
  },

  'privacy.noteStep': (context, { requestId, words }) => {
    if (!findRequest(context.db, requestId)) fail('REQUEST_NOT_FOUND');
    context.about('privacy-request', requestId);
    remember(context, requestId, 'step', words);
    return null;
  },

  'privacy.setFee': (context, { requestId, feeMinor, why }) => {
    const row = openRequest(context.db, requestId);
    if (row.kind !== 'access') fail('FEE_NOT_ALLOWED');
    context.about('privacy-request', requestId);
    updateRequest(context.db, requestId, {
      fee_minor: feeMinor,
      version: row.version + 1,
      updated_at: context.now,
    });
    remember(context, requestId, 'fee', why);
    return null;
  },

  'privacy.answer': (context, given) => {
    const { db, now, today, staff, newId, about } = context;
    const row = openRequest(db, given.requestId);
    if (row.version !== given.version) fail('REQUEST_CHANGED');
    checkAnswer(row, given, today);
    about('privacy-request', row.id, ['status', 'answer']);
    updateRequest(db, row.id, {
      status: given.answer,
      answered_on: given.answeredOn,
      answered_at: now,
      answered_by: staff.staffId,
      answered_how: given.answeredHow,
      answer: given.words,
      copy_handed: given.copyHanded,
      third_parties: JSON.stringify(given.thirdParties),
      version: row.version + 1,
      updated_at: now,
    });
    if (given.answer === 'refused')
      insertRefusal(db, {
        id: newId(),
        request_id: row.id,
        number: row.number,
        kind: row.kind,
        ground: given.ground ?? fail('GROUND_NEEDED'),
        reasons: given.words,
        refused_on: given.answeredOn,
        keep_until: yearsLater(given.answeredOn, REFUSAL_LOG_YEARS),
        staff_id: staff.staffId,
        at: now,
      });
    remember(context, row.id, 'answered', null);
    return null;
  },

  'privacy.setRetention': ({ db, now, staff, newId, about }, { kind, months, reason }) => {
    if (!isLongEnough(kind, months)) fail('RETENTION_TOO_SHORT');
    const version = nextRuleVersion(db, kind);
    insertRule(db, { id: newId(), kind, version, months, reason, made_at: now, made_by: staff.staffId });
    about('retention-rule', kind);
    return { version };
  },

  'privacy.recordIncident': ({ db, now, today, staff, newId, nextNumber, about }, told) => {
    if (told.happenedOn > today || told.noticedOn > today) fail('RECEIVED_IN_THE_FUTURE');
    const incidentId = newId();
    const number = `I${nextNumber('incident')}`;
    insertIncident(db, {
      id: incidentId,
      number,
      kind: told.kind,
      happened_on: told.happenedOn,
      noticed_on: told.noticedOn,
      what: told.what,
      data_kinds: told.dataKinds,
      people: told.people,
      measures: told.measures,
      made_by: staff.staffId,
      made_at: now,
    });
    about('incident', incidentId);
    return { incidentId, number };
  },

  'privacy.noteIncident': ({ db, now, today, staff, newId, about }, { incidentId, whom, onDay, words }) => {
    if (!findIncident(db, incidentId)) fail('INCIDENT_NOT_FOUND');
    if (onDay > today) fail('RECEIVED_IN_THE_FUTURE');
    insertIncidentEvent(db, {
      id: newId(),
      incident_id: incidentId,
      at: now,
      staff_id: staff.staffId,
      kind: whom === null ? 'measure' : 'told',
      whom,
      on_day: onDay,
      words,
    });
    about('incident', incidentId);
    return null;
  },

  'privacy.closeIncident': ({ db, now, today, staff, newId, about }, { incidentId, version, lesson }) => {
    const row = findIncident(db, incidentId) ?? fail('INCIDENT_NOT_FOUND');
    if (row.closed_on !== null) fail('INCIDENT_CLOSED');
    if (row.version !== version) fail('REQUEST_CHANGED');
    updateIncident(db, incidentId, {
      closed_on: today,
      closed_by: staff.staffId,
      lesson,
      version: version + 1,
    });
    insertIncidentEvent(db, {
      id: newId(),
      incident_id: incidentId,
      at: now,
      staff_id: staff.staffId,
      kind: 'closed',
      whom: null,
      on_day: today,
      words: lesson,
    });
    about('incident', incidentId);
    return null;
  },
};

type Given = Parameters<(typeof privacyCommands)['privacy.answer']>[1];

/** What the Ordinance asks of an answer before it can be given. */
function checkAnswer(row: RequestRow, given: Given, today: string): void {
  const kind = row.kind as RequestKind;
  const { answer, answeredOn, ground, copyHanded } = given;
  if (!answersFor(kind, row.customer_id !== null).includes(answer)) fail('ANSWER_NOT_ALLOWED');
  if (answeredOn < row.received_on) fail('ANSWERED_BEFORE_RECEIPT');
  if (answeredOn > today) fail('ANSWERED_IN_THE_FUTURE');
  if (needsIdentity(kind, answer) && row.identity_seen === null) fail('IDENTITY_NEEDED');
  if (answer === 'refused' && (ground === null || !groundsFor(kind).includes(ground))) fail('GROUND_NEEDED');
  // Access is a copy (s. 18(1)(b)); a correction is followed by a copy of what was corrected (s. 23(1)(b)).
  const isCopyOwed =
    (kind === 'access' || kind === 'correction') && (answer === 'granted' || answer === 'partial');
  if (isCopyOwed && copyHanded === null) fail('COPY_NEEDED');
}
