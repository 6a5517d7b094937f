import { addDays, addMonths, civilDateOf } from '@shared/domain/dates';
import {
  DEFAULT_JOB_RULES,
  type JobState,
  type JobStep,
  openJob,
  takeStep,
} from '@shared/domain/service-jobs';
import { prepared, type WritableDb } from '../../db/sql';
import { newId } from '../../kernel/ids';
import { takeNumber } from '../../kernel/shop-handle';
import { insertHandover, insertMessage } from '../handovers/handovers.sql';
import { insertJob, insertJobEvent, nameOf } from '../jobs/service-jobs.sql';
import { findPromise, makePromise, type PromiseRow, updatePromise } from '../promises/promises.sql';
import { signatureStrokes } from './generator/signature';
import { type JobStory, jobStories } from './service-stories';

interface OwnedRow {
  readonly id: string;
  readonly customer_id: string;
  readonly brand: string | null;
  readonly description: string;
  readonly serial: string | null;
  readonly phone: string;
  readonly advisor: string;
}

interface People {
  readonly desk: string;
  readonly timeZone: string;
  readonly counter: string;
}

const dayMs = 86_400_000;
/** Far apart in the list, so that the stories happen to different people. */
const stride = 7;

/** Writes a few service jobs at every stage, and two hand-overs between the counter and the desk. */
export function insertServiceJobs(db: WritableDb, now: number): void {
  const desk = prepared(db, `SELECT id FROM staff WHERE role = 'service' ORDER BY created_at LIMIT 1`)
    .pluck()
    .get() as string | undefined;
  if (!desk) return;
  const owned = prepared(
    db,
    `SELECT i.id, i.customer_id, i.brand, i.description, i.serial, k.value AS phone, c.primary_advisor_id AS advisor
     FROM items i JOIN customers c ON c.id = i.customer_id AND c.deleted_at IS NULL
     JOIN staff s ON s.id = c.primary_advisor_id
     JOIN customer_contacts k ON k.customer_id = c.id AND k.kind = 'phone'
     WHERE i.serial IS NOT NULL AND i.status = 'owned' AND i.is_discreet = 0 AND i.warranty_policy IS NOT NULL
     GROUP BY i.customer_id ORDER BY i.serial LIMIT ?`,
  ).all(jobStories.length * stride) as OwnedRow[];
  const people: People = { desk, timeZone: 'Asia/Hong_Kong', counter: 'A' };
  for (const [index, story] of jobStories.entries()) {
    const item = owned[index * stride] ?? owned[index];
    if (item) writeStory(db, item, story, people, now);
  }
}

/** One job as its story tells it, by the same rules as at a counter: a step they refuse is not written. */
function writeStory(db: WritableDb, item: OwnedRow, story: JobStory, people: People, now: number): void {
  const jobId = newId();
  const at = now - story.daysAgo * dayMs;
  const number = `J${takeNumber(db, people.counter, 'job')}`;
  const itemName = nameOf(item);
  const dueOn = addDays(civilDateOf(now, people.timeZone), story.dueIn);
  const { promiseId } = promiseOf(db, item, { jobId, what: `${number} · ${itemName}`, dueOn }, at, people);
  const signature = signatureOf(item.phone);
  let state = openJob(story.terms);
  insertJob(db, {
    id: jobId,
    number,
    customer_id: item.customer_id,
    item_id: item.id,
    item_name: itemName,
    serial_seen: item.serial,
    serial_check: 'match',
    words: story.words,
    symptoms: JSON.stringify(story.symptoms),
    condition: JSON.stringify({ outline: 'watch', points: story.points }),
    declared_minor: story.declared * 100,
    currency: 'HKD',
    may_open: 1,
    may_go_abroad: story.terms.mayGoAbroad ? 1 : 0,
    wants_polish: story.terms.wantsPolish ? 1 : 0,
    needs_water_test: story.terms.needsWaterTest ? 1 : 0,
    contact_verified: item.phone,
    signature,
    language: 'zh-Hant',
    promise_id: promiseId,
    intake_by: item.advisor,
    intake_at: at,
    stage: state.stage,
    holder: state.holder,
    updated_at: at,
  });
  writeEvent(db, jobId, state, { at, staffId: item.advisor, step: 'intake', detail: {} });
  let last = at;
  for (const { step, daysAgo, detail = {} } of story.steps) {
    last = now - daysAgo * dayMs;
    const staffId = step.step === 'collect' || step.step === 'tell' ? item.advisor : people.desk;
    state = writeStep(
      db,
      { id: jobId, signature },
      state,
      { step, at: last, staffId, detail },
      people.timeZone,
    );
  }
  if (state.stage === 'told' || state.stage === 'collected')
    updatePromise(db, findPromise(db, promiseId) as PromiseRow, {
      status: 'kept',
      outcome: number,
      closed_at: last,
      closed_by: item.advisor,
      told_channel: 'phone',
      told_at: last,
      version: 2,
    });
  if (story.handover) writeHandover(db, item, jobId, story.handover, people, now);
}

function promiseOf(
  db: WritableDb,
  item: OwnedRow,
  promised: { jobId: string; what: string; dueOn: string },
  at: number,
  { timeZone, counter }: People,
) {
  return makePromise(
    {
      db,
      now: at,
      today: civilDateOf(at, timeZone),
      staff: { staffId: item.advisor },
      newId,
      nextNumber: (kind) => takeNumber(db, counter, kind),
    },
    {
      customerId: item.customer_id,
      kind: 'repair',
      what: promised.what,
      dueOn: promised.dueOn,
      origin: { kind: 'job', id: promised.jobId },
    },
  );
}

interface Done {
  readonly step: JobStep;
  readonly at: number;
  readonly staffId: string;
  readonly detail: Record<string, unknown>;
}

function writeStep(
  db: WritableDb,
  job: { readonly id: string; readonly signature: string },
  before: JobState,
  { step, at, staffId, detail }: Done,
  timeZone: string,
): JobState {
  const day = civilDateOf(at, timeZone);
  const dated: JobStep = step.step === 'estimate' ? { ...step, validUntil: addDays(day, 30) } : step;
  const taken = takeStep(before, dated, day);
  if ('refused' in taken)
    throw new Error(`the sample's story is against the rules: ${step.step} ${taken.refused}`);
  const { step: name, ...facts } = dated;
  const isAnswer = name === 'approve' || name === 'tell';
  writeEvent(db, job.id, taken.job, {
    at,
    staffId,
    step: name,
    detail: {
      ...facts,
      ...detail,
      ...(isAnswer && { channel: 'phone', at }),
      ...(name === 'test' && { phase: before.stage === 'working' ? 'after' : 'before' }),
      ...(name === 'collect' && { proxy: null, hasReceipt: true, signature: job.signature }),
    },
  });
  const columns = {
    stage: taken.job.stage,
    holder: taken.job.holder,
    holder_name: taken.job.holder === 'workshop' ? String(detail.name ?? '') : null,
    is_repaired: taken.job.isRepaired === null ? null : Number(taken.job.isRepaired),
    estimate_valid_until: taken.job.estimateValidUntil,
    updated_at: at,
    ...(name === 'estimate' && { estimate_minor: Number(detail.minor) }),
    ...(name === 'finish' && { ready_at: at }),
    ...(name === 'tell' && { told_at: at }),
    ...(name === 'collect' && {
      ended_at: at,
      warranty_end: addMonths(day, DEFAULT_JOB_RULES.warrantyMonths),
    }),
  };
  const names = Object.keys(columns);
  prepared(
    db,
    `UPDATE service_jobs SET ${names.map((column) => `${column} = @${column}`).join(', ')},
       version = version + 1 WHERE id = @id`,
  ).run({ ...columns, id: job.id });
  return taken.job;
}

function writeEvent(
  db: WritableDb,
  jobId: string,
  { stage, holder }: JobState,
  event: { at: number; staffId: string; step: string; detail: Record<string, unknown> },
): void {
  const { at, staffId, step, detail } = event;
  insertJobEvent(db, {
    id: newId(),
    job_id: jobId,
    at,
    staff_id: staffId,
    step,
    stage,
    holder,
    holder_name: holder === 'workshop' ? String(detail.name ?? '') : null,
    detail: JSON.stringify(detail),
  });
}

function writeHandover(
  db: WritableDb,
  item: OwnedRow,
  jobId: string,
  { subject, question, answer }: NonNullable<JobStory['handover']>,
  { desk, timeZone, counter }: People,
  now: number,
): void {
  const id = newId();
  const at = now - dayMs;
  insertHandover(db, {
    id,
    number: `H${takeNumber(db, counter, 'handover')}`,
    customer_id: item.customer_id,
    item_id: item.id,
    job_id: jobId,
    from_department: 'counter',
    to_department: 'service',
    subject,
    due_on: addDays(civilDateOf(now, timeZone), 1),
    opened_by: item.advisor,
    opened_at: at,
  });
  const line = {
    handover_id: id,
    id: newId(),
    at,
    staff_id: item.advisor,
    department: 'counter',
    kind: 'asked',
  };
  insertMessage(db, { ...line, body: question });
  if (answer)
    insertMessage(db, {
      ...line,
      id: newId(),
      at: now - dayMs / 4,
      staff_id: desk,
      department: 'service',
      kind: 'answered',
      body: answer,
    });
}

/** The same hand for the same telephone. */
function signatureOf(phone: string): string {
  const strokes = signatureStrokes(Number(phone.replaceAll(/\D/g, '').slice(-6))).map((stroke) =>
    stroke.map(([x, y]) => [x, y]),
  );
  return JSON.stringify({ width: 400, height: 120, strokes });
}
