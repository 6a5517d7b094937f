import type { ParsedInputOf } from '@shared/contract/define';
import type { jobsContract } from '@shared/contract/jobs';
import { addMonths } from '@shared/domain/dates';
import type { ToldChannel } from '@shared/domain/promises';
import { isDone, type JobState, phaseOf, takeStep } from '@shared/domain/service-jobs';
import { SHORTEST_SIGNATURE, signatureLength } from '@shared/domain/signature';
import { fail } from '../../kernel/errors';
import type { CommandContext, CommandHandlers } from '../../kernel/handlers';
import { makeFollowUps } from '../plans/follow-ups.sql';
import { closePromise } from '../promises/end-promise.sql';
import { findPromise } from '../promises/promises.sql';
import { readSetting } from '../shop/shop.sql';
import { stateOf } from './job-view';
import { findJob, insertJobEvent, type JobRow, listJobEvents, updateJob } from './service-jobs.sql';

type Step = ParsedInputOf<(typeof jobsContract)['jobs.step']>['step'];

/** A clock of another counter may be a little ahead. */
const clockToleranceMs = 5 * 60_000;

export const stepCommands: Pick<CommandHandlers<typeof jobsContract>, 'jobs.step'> = {
  'jobs.step': (context, { jobId, version, step }) => {
    const { db } = context;
    const row = findJob(db, jobId) ?? fail('JOB_NOT_FOUND');
    if (row.version !== version) fail('JOB_CHANGED');
    refuseWithoutEvidence(context, step);
    const events = listJobEvents(db, jobId);
    const before = stateOf(row, events);
    const taken = takeStep(before, step, context.today);
    if ('refused' in taken) return fail(taken.refused);
    context.about('job', jobId);
    writeStep(context, row, step, before, taken.job);
    const reason = events.find((event) => event.step === 'give-up')?.detail;
    if (step.step === 'tell') endPromise(context, row, { channel: step.channel, at: step.at }, reason);
    if (step.step === 'collect') {
      endPromise(context, row, { channel: 'in-person', at: context.now }, reason);
      // Nobody asks how something runs that was given back as it came.
      if (taken.job.isRepaired) followUp(context, row);
    }
    return { version: version + 1 };
  },
};

function refuseWithoutEvidence({ now }: CommandContext, step: Step): void {
  if ('at' in step && step.at > now + clockToleranceMs) fail('TOLD_IN_THE_FUTURE');
  if (step.step === 'collect' && signatureLength(step.signature) < SHORTEST_SIGNATURE)
    fail('JOB_SIGNATURE_NEEDED');
  if (step.step === 'move' && step.to === 'workshop' && step.name === null) fail('WORKSHOP_NEEDED');
}

function writeStep(
  { db, now, today, staff, newId }: CommandContext,
  row: JobRow,
  step: Step,
  before: JobState,
  after: JobState,
): void {
  const holderName = after.holder !== 'workshop' ? null : step.step === 'move' ? step.name : row.holder_name;
  updateJob(db, row.id, {
    stage: after.stage,
    holder: after.holder,
    holder_name: holderName,
    is_repaired: after.isRepaired === null ? null : after.isRepaired ? 1 : 0,
    may_open: after.mayOpen ? 1 : 0,
    may_go_abroad: after.mayGoAbroad ? 1 : 0,
    estimate_valid_until: after.estimateValidUntil,
    ...(step.step === 'estimate' && { estimate_minor: step.minor }),
    ...(isDone(after.stage) && !isDone(before.stage) && { ready_at: now }),
    // Asked again is not answered: the days without an answer count from the first time.
    ...(step.step === 'tell' && before.stage !== 'told' && { told_at: step.at }),
    ...(step.step === 'collect' && {
      ended_at: now,
      warranty_end: after.isRepaired ? addMonths(today, readSetting(db, 'jobRules').warrantyMonths) : null,
    }),
    version: row.version + 1,
    updated_at: now,
  });
  const { step: name, ...detail } = step;
  insertJobEvent(db, {
    id: newId(),
    job_id: row.id,
    at: now,
    staff_id: staff.staffId,
    step: name,
    stage: after.stage,
    holder: after.holder,
    holder_name: holderName,
    detail: JSON.stringify({
      ...detail,
      ...(name === 'test' && { phase: phaseOf(before) }),
      ...('signature' in detail && { signature: JSON.stringify(detail.signature) }),
    }),
  });
}

/** What the rules make of a repair that was collected. */
function followUp(context: CommandContext, job: JobRow): void {
  makeFollowUps(context, {
    after: 'repair',
    on: context.today,
    customerId: job.customer_id,
    saleId: null,
    jobId: job.id,
    sellerId: job.intake_by,
    isDiscreet: job.is_discreet === 1,
    goods: [{ category: null, name: job.item_name }],
  });
}

/** The promise of the day ends when the customer was told: kept, or how it came that nothing was repaired. */
function endPromise(
  context: CommandContext,
  job: JobRow,
  told: { channel: string; at: number },
  givenUp: string | undefined,
): void {
  const promise = findPromise(context.db, job.promise_id);
  if (promise?.status !== 'open') return;
  const why = givenUp ? (JSON.parse(givenUp) as { reason: string; note: string | null }) : null;
  const isBroken = why?.reason === 'not-repairable';
  closePromise(context, {
    promiseId: promise.id,
    status: why === null ? 'kept' : isBroken ? 'broken' : 'released',
    outcome: [job.number, why?.note].filter(Boolean).join(' · '),
    brokenReason: isBroken ? why.note || job.number : null,
    told: { channel: told.channel as ToldChannel, at: told.at },
  });
}
