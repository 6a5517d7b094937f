import type { capturedConsent } from '@shared/contract/consents';
import { eventsOfForm, isHalfAnswered } from '@shared/domain/consent-form';
import { SHORTEST_SIGNATURE, signatureLength } from '@shared/domain/signature';
import type { z } from 'zod';
import { fail } from '../../kernel/errors';
import type { CommandContext } from '../../kernel/handlers';
import { type CustomerRow, findStandingCustomer } from '../customers/customers.sql';
import { findCurrentNotice, findNotice, noticeOf } from '../notices/notices.sql';
import { blankEvent, insertConsentEvent, isMinorOn, type NewConsentRow } from './consents.sql';
import { liftSuppressions } from './suppressions.sql';

export type CapturedConsent = z.output<typeof capturedConsent>;

const dayMs = 86_400_000;
/** Cap. 486 s.35E(1)(b): oral consent is confirmed in writing within 14 days of receiving it. */
const oralConfirmationMs = 14 * dayMs;

/** The record that stands for this id, or CUSTOMER_NOT_FOUND. */
export function needCustomer(db: CommandContext['db'], customerId: string): CustomerRow {
  const customer = findStandingCustomer(db, customerId);
  if (!customer || customer.deleted_at !== null) return fail('CUSTOMER_NOT_FOUND');
  return customer;
}

/** The notice that was on the screen, refused unless it is word for word the one in force (s.35C). */
function needNotice(db: CommandContext['db'], consent: CapturedConsent) {
  const row = findNotice(db, consent.noticeId) ?? fail('NOTICE_NOT_FOUND');
  const notice = noticeOf(row);
  const current = findCurrentNotice(db, notice.kind, notice.language);
  if (current?.id !== notice.id || consent.noticeHash !== notice.hash) return fail('NOTICE_OUTDATED');
  return notice;
}

function checkForm(consent: CapturedConsent, isMinor: boolean): void {
  const { form, signature } = consent;
  if (form === 'written' && (!signature || signatureLength(signature) < SHORTEST_SIGNATURE))
    fail('SIGNATURE_NEEDED');
  if (isMinor && !consent.parentName) fail('PARENT_NEEDED');
  const purposes = new Set<string>();
  for (const answer of consent.answers) {
    if (purposes.has(answer.purpose) || isHalfAnswered(answer)) fail('ANSWER_INCOMPLETE');
    purposes.add(answer.purpose);
    if (answer.purpose !== 'sharing' || answer.channels.length === 0) continue;
    // s.35J and 35K: in writing, and saying to whom.
    if (form !== 'written') fail('SHARING_NEEDS_SIGNATURE');
    if (answer.recipients.length === 0) fail('SHARING_INCOMPLETE');
  }
}

/**
 * Writes an answered form as events, inside the caller's transaction. Returns when an oral consent must be confirmed
 * in writing, or null. A yes takes the customer's contacts off the suppression list; a no leaves them there.
 */
export function captureConsent(
  context: Pick<CommandContext, 'db' | 'now' | 'today' | 'staff' | 'newId'>,
  customer: CustomerRow,
  consent: CapturedConsent,
): { confirmationDueAt: number | null } {
  const { db, now, today, staff, newId } = context;
  const notice = needNotice(db, consent);
  const isMinor = isMinorOn(customer, today);
  checkForm(consent, isMinor);
  const events = eventsOfForm(consent.answers);
  const isGiven = events.some((event) => event.kind === 'given');
  const confirmationDueAt = isGiven && consent.form === 'oral' ? now + oralConfirmationMs : null;
  const shared: Omit<NewConsentRow, 'id' | 'kind' | 'purpose'> = {
    ...blankEvent,
    customer_id: customer.id,
    regime: 'hk-pdpo',
    form: consent.form,
    notice_id: notice.id,
    notice_version: notice.version,
    language: notice.language,
    signature: consent.form === 'written' ? JSON.stringify(consent.signature) : null,
    notice_hash: notice.hash,
    parent_name: consent.parentName,
    is_minor: isMinor ? 1 : 0,
    note: consent.note,
    staff_id: staff.staffId || null,
    at: now,
  };
  for (const event of events) {
    const row: NewConsentRow =
      event.kind === 'given'
        ? { ...shared, ...givenColumns(event, consent), id: newId(), confirmation_due_at: confirmationDueAt }
        : { ...shared, id: newId(), kind: 'declined', purpose: event.purpose, ...everything };
    insertConsentEvent(db, row, now);
  }
  if (isGiven) liftSuppressions(db, customer.id, now);
  return { confirmationDueAt };
}

/** A scope without limits, as stored. */
export const everything = { channels: '"all"', goods_classes: '"all"' } as const;

function givenColumns(
  { answer, dataKinds }: Extract<ReturnType<typeof eventsOfForm>[number], { kind: 'given' }>,
  consent: CapturedConsent,
) {
  const asked = consent.answers.find((candidate) => candidate.purpose === answer.purpose);
  return {
    kind: 'given',
    purpose: answer.purpose,
    channels: JSON.stringify(answer.channels),
    goods_classes: JSON.stringify(answer.classes),
    data_kinds: JSON.stringify(dataKinds),
    recipients: JSON.stringify(asked?.recipients ?? []),
    for_gain: asked?.forGain ? 1 : 0,
  };
}

/** A no or a maybe to everything that was on the page, without a signature. */
export function noteAnswer(
  context: Pick<CommandContext, 'db' | 'now' | 'staff' | 'newId'>,
  customerId: string,
  kind: 'declined' | 'thinking',
  notice: { id: string; version: number; hash: string; language: string } | null,
): void {
  const { db, now, staff, newId } = context;
  insertConsentEvent(
    db,
    {
      ...blankEvent,
      ...everything,
      id: newId(),
      customer_id: customerId,
      kind,
      regime: 'hk-pdpo',
      purpose: 'direct-marketing',
      notice_id: notice?.id ?? null,
      notice_version: notice?.version ?? null,
      notice_hash: notice?.hash ?? null,
      language: notice?.language ?? null,
      staff_id: staff.staffId || null,
      at: now,
    },
    now,
  );
}
