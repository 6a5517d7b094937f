import { DEFAULT_COMPLAINT_RULES, dueOf } from '@shared/domain/complaints';
import { civilDateOf } from '@shared/domain/dates';
import { isLow } from '@shared/domain/feedback';
import { rowInserter } from '../../db/bulk';
import type { WritableDb } from '../../db/sql';
import { newId } from '../../kernel/ids';
import { takeNumber } from '../../kernel/shop-handle';
import { type SampleComplaint, sampleComplaints, sampleWords } from './care-data';
import type { SampleCustomer, SampleSale } from './generator/types';

const dayMs = 86_400_000;
const hourMs = 3_600_000;
/** However large the sample, so many of its customers were asked or complained: a counter knows no more. */
const mostAsked = 4_000;
const openCases = 2;

/** Writes what customers answered when they were asked after a purchase: about one in three of a year's. */
export function feedbackWriter(db: WritableDb, now: number): (customer: SampleCustomer) => void {
  const insert = rowInserter(db, 'feedback');
  const follow = rowInserter(db, 'feedback_follow_ups');
  const versionId = 'survey-after-purchase-1';
  return (customer) => {
    const sale = lastSaleBetween(customer, now - 360 * dayMs, now - 8 * dayMs);
    if (!sale || customer.index >= mostAsked || customer.index % 3 !== 1) return;
    const at = sale.at + (5 + (customer.index % 3)) * dayMs;
    const isDeclined = customer.index % 13 === 4;
    const turn = Math.floor(customer.index / 3);
    const answers: SampleAnswers = isDeclined ? {} : answersOf(turn);
    const id = newId();
    insert({
      id,
      customer_id: customer.id,
      survey_version_id: versionId,
      at,
      month: civilDateOf(at).slice(0, 7),
      asked_by: sale.staffId,
      served_by: sale.staffId,
      sale_id: sale.id,
      how: (['counter', 'phone', 'paper'] as const)[turn % 3],
      language: customer.language,
      status: isDeclined ? 'declined' : 'answered',
      answers: JSON.stringify(answers),
      nps: answers.recommend ?? null,
      csat: answers.service ?? null,
    } as Parameters<typeof insert>[0]);
    // Somebody rang about the older ones; the last weeks' wait.
    if (!isLow(answers.recommend ?? null, answers.service ?? null) || at > now - 21 * dayMs) return;
    follow({
      id: newId(),
      feedback_id: id,
      at: at + dayMs,
      staff_id: sale.staffId,
      kind: 'none',
      words: sampleWords.followed[turn % sampleWords.followed.length] as string,
    });
  };
}

/** Writes what the owners of repaired items answered some days after they had them back; the last weeks' are still to be asked. */
export function insertRepairFeedback(db: WritableDb, now: number): void {
  const insert = rowInserter(db, 'feedback');
  const collected = db
    .prepare(
      `SELECT j.id, j.customer_id, j.ended_at AS at, j.intake_by, j.language FROM service_jobs j
       WHERE j.stage = 'collected' AND j.ended_at < ? ORDER BY j.ended_at`,
    )
    .all(now - 21 * dayMs) as {
    id: string;
    customer_id: string;
    at: number;
    intake_by: string;
    language: string;
  }[];
  for (const [turn, job] of collected.entries()) {
    const at = job.at + 4 * dayMs;
    const answers = turn === 0 ? { recommend: 9, service: 5 } : { recommend: 7, service: 4 };
    insert({
      id: newId(),
      customer_id: job.customer_id,
      survey_version_id: 'survey-after-purchase-1',
      at,
      month: civilDateOf(at).slice(0, 7),
      asked_by: job.intake_by,
      served_by: job.intake_by,
      job_id: job.id,
      how: 'phone',
      language: job.language,
      status: 'answered',
      answers: JSON.stringify(answers),
      nps: answers.recommend,
      csat: answers.service,
    } as Parameters<typeof insert>[0]);
  }
}

interface SampleAnswers {
  recommend?: number;
  service?: number;
  better?: string;
  words?: string;
}

const usualScores = [10, 9, 8, 9, 7, 10, 6, 9, 8, 10, 3, 9, 7, 10, 8, 9, 5];

function answersOf(turn: number): SampleAnswers {
  const recommend = usualScores[turn % usualScores.length] ?? 9;
  const isGood = recommend >= 7;
  const said = isGood ? sampleWords.good : sampleWords.poor;
  return {
    recommend,
    service: recommend >= 9 ? 5 : recommend >= 7 ? 4 : recommend >= 5 ? 3 : 2,
    better: isGood ? 'nothing' : 'waiting',
    ...(turn % 4 === 0 || !isGood ? { words: said[turn % said.length] as string } : {}),
  };
}

/** Writes a handful of cases from their receipt to their end; the first are open still. */
export function complaintWriter(
  db: WritableDb,
  { now, counter, managerId }: { now: number; counter: string; managerId: string },
): (customer: SampleCustomer) => void {
  const waiting = [...sampleComplaints];
  let turn = 0;
  return (customer) => {
    // Neither the first ones of the list nor neighbours: a shop's complaints lie scattered.
    if (customer.index % 17 !== 11) return;
    const [told] = waiting;
    const sale = told && lastSaleBetween(customer, now - 330 * dayMs, now - 10 * dayMs);
    if (!told || !sale) return;
    waiting.shift();
    turn += 1;
    const isOpen = turn <= openCases;
    const receivedAt = isOpen ? now - turn * 5 * hourMs : sale.at + 4 * dayMs;
    writeCase(db, { told, sale, customer, isOpen, receivedAt, counter, managerId });
  };
}

interface Case {
  readonly told: SampleComplaint;
  readonly sale: SampleSale;
  readonly customer: SampleCustomer;
  readonly isOpen: boolean;
  readonly receivedAt: number;
  readonly counter: string;
  readonly managerId: string;
}

function writeCase(db: WritableDb, one: Case): void {
  const { told, sale, customer, isOpen, receivedAt, counter, managerId } = one;
  const id = newId();
  const { respondBy, resolveBy } = dueOf(receivedAt, told.severity, DEFAULT_COMPLAINT_RULES);
  const respondedAt = receivedAt + hourMs;
  const closedAt = receivedAt + 3 * dayMs;
  const end = {
    remedy: told.remedy,
    remedy_state: 'agreed',
    remedy_cost_minor: told.costMinor,
    told_channel: 'phone',
    told_at: closedAt,
    told_what: told.told,
    cause_code: told.causeCode,
    cause: told.cause,
    lesson: told.lesson,
    closed_at: closedAt,
    closed_by: managerId,
    satisfaction: told.satisfaction,
  };
  rowInserter(
    db,
    'complaints',
  )({
    id,
    number: `C${takeNumber(db, counter, 'complaint')}`,
    customer_id: customer.id,
    source: 'phone',
    about: told.about,
    what: told.what,
    sale_id: sale.id,
    severity: told.severity,
    received_at: receivedAt,
    received_by: sale.staffId,
    owner_id: isOpen ? sale.staffId : managerId,
    respond_by: respondBy,
    resolve_by: resolveBy,
    responded_at: respondedAt,
    status: isOpen ? 'open' : 'closed',
    currency: sale.currency,
    updated_at: isOpen ? respondedAt : closedAt,
    ...(isOpen ? {} : end),
  });
  const insert = rowInserter(db, 'complaint_events');
  const step = (kind: string, at: number, staffId: string, words: string | null, detail: object = {}) =>
    insert({
      id: newId(),
      complaint_id: id,
      at,
      staff_id: staffId,
      kind,
      words,
      detail: JSON.stringify(detail),
    });
  step('received', receivedAt, sale.staffId, told.what, { source: 'phone', severity: told.severity });
  step('responded', respondedAt, sale.staffId, told.answer);
  if (isOpen) return;
  const cost = { costMinor: told.costMinor, currency: sale.currency };
  step('remedy-agreed', receivedAt + dayMs, managerId, told.remedy, cost);
  step('told', closedAt, managerId, told.told, { channel: 'phone', toldAt: closedAt });
  step('closed', closedAt, managerId, told.cause, { cause: told.causeCode, lesson: told.lesson });
}

function lastSaleBetween({ sales }: SampleCustomer, from: number, to: number): SampleSale | undefined {
  return sales.filter(({ kind, at }) => kind === 'sale' && at >= from && at <= to).at(-1);
}
