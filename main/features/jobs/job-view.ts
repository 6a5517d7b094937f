import { conditionSchema, type Job, type JobEvent, type JobSummary } from '@shared/contract/jobs';
import { addDays, civilDateOf } from '@shared/domain/dates';
import { asLanguage } from '@shared/domain/languages';
import {
  isDone,
  isEnded,
  isLateJob,
  type JobHolder,
  type JobRules,
  type JobStage,
  type JobState,
  type SerialCheck,
  type Symptom,
  stepsFrom,
  type WaterTest,
} from '@shared/domain/service-jobs';
import { readSignature } from '@shared/domain/signature';
import type { ReadableDb } from '../../db/sql';
import { customerOf } from '../customers/cards.sql';
import {
  type JobEventRow,
  type JobRow,
  listJobEvents,
  listJobPhotos,
  type ShownJobRow,
} from './service-jobs.sql';

/** Where and by which rules a list is looked at. */
export interface JobMoment {
  readonly today: string;
  readonly timeZone: string;
  readonly rules: JobRules;
}

/** A row as lists and the board show it; what is late or waits too long is computed, never stored. */
export function summaryOf(row: ShownJobRow, { today, timeZone, rules }: JobMoment): JobSummary {
  const stage = row.stage as JobStage;
  const isOlder = (at: number | null, days: number) =>
    at !== null && civilDateOf(at, timeZone) < addDays(today, -days);
  return {
    id: row.id,
    number: row.number,
    customer: customerOf(row),
    itemId: row.item_id,
    itemName: row.item_name,
    serial: row.serial_seen,
    words: row.words,
    stage,
    holder: row.holder as JobHolder,
    holderName: row.holder_name,
    dueOn: row.due_on,
    isLate: isLateJob({ stage, dueOn: row.due_on }, today),
    isLongReady: isDone(stage) && !isEnded(stage) && isOlder(row.ready_at, rules.readyDays),
    isUnanswered: isOlder(askedAt(row), rules.answerDays),
    intakeAt: row.intake_at,
    readyAt: row.ready_at,
    toldAt: row.told_at,
    endedAt: row.ended_at,
    isRepaired: row.is_repaired === null ? null : row.is_repaired === 1,
    estimateMinor: row.estimate_minor,
    estimateValidUntil: row.estimate_valid_until,
    currency: row.currency,
    isDiscreet: row.is_discreet === 1,
    version: row.version,
  };
}

/** Since when the customer owes an answer, to the estimate or to the word that it is ready; null where they owe none. */
function askedAt({ stage, told_at, estimated_at }: ShownJobRow): number | null {
  if (stage === 'told') return told_at;
  return stage === 'estimated' ? estimated_at : null;
}

/** A job with all that is known of it. */
export function jobOf(db: ReadableDb, row: ShownJobRow, moment: JobMoment): Job {
  const events = listJobEvents(db, row.id);
  return {
    ...summaryOf(row, moment),
    serialRecorded: row.serial_recorded,
    serialCheck: row.serial_check as SerialCheck,
    symptoms: JSON.parse(row.symptoms) as Symptom[],
    condition: conditionSchema.parse(JSON.parse(row.condition)),
    declaredMinor: row.declared_minor,
    mayOpen: row.may_open === 1,
    mayGoAbroad: row.may_go_abroad === 1,
    wantsPolish: row.wants_polish === 1,
    needsWaterTest: row.needs_water_test === 1,
    contactVerified: row.contact_verified,
    signature: readSignature(row.signature),
    language: asLanguage(row.language),
    intakeBy: { id: row.intake_by, name: row.intake_name },
    promise: { id: row.promise_id, number: row.promise_number },
    warrantyEnd: row.warranty_end,
    steps: stepsFrom(row.stage as JobStage),
    events: events.map(eventOf),
    photos: listJobPhotos(db, row.id).map((photo) => ({ ...photo, side: photo.side as 'front' })),
  };
}

function eventOf(event: JobEventRow & { staff_name: string }): JobEvent {
  const { signature = null, ...detail } = JSON.parse(event.detail) as Record<string, string | null>;
  return {
    id: event.id,
    at: event.at,
    by: { id: event.staff_id, name: event.staff_name },
    step: event.step as JobEvent['step'],
    stage: event.stage as JobStage,
    holder: event.holder as JobHolder,
    holderName: event.holder_name,
    detail,
    signature: readSignature(signature),
  };
}

/** What the rules need of a job: the row, and the water tests since the last work. */
export function stateOf(row: JobRow, events: readonly JobEventRow[]): JobState {
  let tests: WaterTest[] = [];
  for (const { step, detail } of events) {
    if (step === 'test') tests.push(JSON.parse(detail) as WaterTest);
    if (step === 'begin' || step === 'work') tests = tests.filter(({ phase }) => phase === 'before');
  }
  return {
    stage: row.stage as JobStage,
    holder: row.holder as JobHolder,
    isRepaired: row.is_repaired === null ? null : row.is_repaired === 1,
    mayOpen: row.may_open === 1,
    mayGoAbroad: row.may_go_abroad === 1,
    wantsPolish: row.wants_polish === 1,
    needsWaterTest: row.needs_water_test === 1,
    estimateValidUntil: row.estimate_valid_until,
    tests,
  };
}
