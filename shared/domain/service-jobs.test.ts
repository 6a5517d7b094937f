import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkSerial,
  hasPassed,
  isDone,
  isEnded,
  isLateJob,
  JOB_HOLDERS,
  type JobState,
  type JobStep,
  openJob,
  stepsFrom,
  takeStep,
} from './service-jobs';

const today = '2026-11-20';
const terms = { mayOpen: true, mayGoAbroad: false, wantsPolish: false, needsWaterTest: false };

const plainStep = (step: 'send' | 'decline' | 'begin' | 'finish' | 'give-up' | 'tell' | 'collect') =>
  fc.constant<JobStep>({ step });
const anyStep: fc.Arbitrary<JobStep> = fc.oneof(
  plainStep('send'),
  plainStep('decline'),
  plainStep('begin'),
  plainStep('finish'),
  plainStep('give-up'),
  plainStep('tell'),
  plainStep('collect'),
  fc
    .constantFrom('2026-11-19', '2026-12-20')
    .map((validUntil): JobStep => ({ step: 'estimate', validUntil })),
  fc
    .tuple(fc.boolean(), fc.boolean())
    .map(([mayOpen, mayGoAbroad]): JobStep => ({ step: 'approve', mayOpen, mayGoAbroad })),
  fc.constantFrom('work', 'part', 'polish').map((kind): JobStep => ({ step: 'work', kind })),
  fc
    .tuple(fc.constantFrom('dry', 'wet'), fc.boolean())
    .map(([kind, passed]): JobStep => ({ step: 'test', kind, passed })),
  fc
    .tuple(fc.constantFrom('desk', 'workshop'), fc.boolean())
    .map(([to, isAbroad]): JobStep => ({ step: 'move', to, isAbroad })),
);
const anyTerms = fc.record({
  mayOpen: fc.boolean(),
  mayGoAbroad: fc.boolean(),
  wantsPolish: fc.boolean(),
  needsWaterTest: fc.boolean(),
});

/** What was really done, with the job before and after each step. */
function run(start: JobState, steps: readonly JobStep[]) {
  const done: { step: JobStep; before: JobState; after: JobState }[] = [];
  let job = start;
  for (const step of steps) {
    const taken = takeStep(job, step, today);
    if ('refused' in taken) continue;
    done.push({ step, before: job, after: taken.job });
    job = taken.job;
  }
  return { job, done };
}

const everyRun = (check: (run_: ReturnType<typeof run>, start: JobState) => void) =>
  fc.assert(
    fc.property(anyTerms, fc.array(anyStep, { minLength: 1, maxLength: 60 }), (given, steps) => {
      const start = openJob(given);
      check(run(start, steps), start);
    }),
    { numRuns: 400 },
  );

describe('a service job', () => {
  it('goes from intake to collection', () => {
    const { job, done } = run(openJob({ ...terms, needsWaterTest: true }), [
      { step: 'send' },
      { step: 'test', kind: 'dry', passed: false },
      { step: 'estimate', validUntil: '2026-12-20' },
      { step: 'approve', mayOpen: false, mayGoAbroad: false },
      { step: 'begin' },
      { step: 'work', kind: 'part' },
      { step: 'test', kind: 'dry', passed: true },
      { step: 'test', kind: 'wet', passed: true },
      { step: 'finish' },
      { step: 'tell' },
      { step: 'collect' },
    ]);
    expect(done).toHaveLength(11);
    expect(job).toMatchObject({ stage: 'collected', holder: 'customer', isRepaired: true });
  });

  it('is refused with the reason', () => {
    const refusal = (job: JobState, step: JobStep, day = today) => takeStep(job, step, day);
    const received = openJob({ ...terms, mayOpen: false });
    expect(refusal(received, { step: 'finish' })).toEqual({ refused: 'STEP_NOT_NOW' });
    const estimated: JobState = {
      ...received,
      stage: 'estimated',
      holder: 'desk',
      estimateValidUntil: today,
    };
    const approve = { step: 'approve', mayOpen: false, mayGoAbroad: false } as const;
    expect(refusal(estimated, approve, '2026-11-21')).toEqual({ refused: 'ESTIMATE_EXPIRED' });
    const approved: JobState = { ...estimated, stage: 'approved' };
    expect(refusal(approved, { step: 'begin' })).toEqual({ refused: 'OPENING_NOT_ALLOWED' });
    const working: JobState = { ...approved, stage: 'working', mayOpen: true, needsWaterTest: true };
    expect(refusal(working, { step: 'work', kind: 'polish' })).toEqual({ refused: 'POLISH_NOT_ASKED' });
    expect(refusal(working, { step: 'test', kind: 'wet', passed: true })).toEqual({
      refused: 'DRY_TEST_FIRST',
    });
    expect(refusal(working, { step: 'finish' })).toEqual({ refused: 'WATER_TEST_MISSING' });
    expect(refusal(working, { step: 'move', to: 'workshop', isAbroad: true })).toEqual({
      refused: 'ABROAD_NOT_ALLOWED',
    });
    expect(refusal({ ...working, holder: 'workshop' }, { step: 'give-up' })).toEqual({
      refused: 'ITEM_NOT_HERE',
    });
  });

  it('always has somebody who holds the item, and the customer exactly when it has ended', () => {
    everyRun(({ done }) => {
      for (const { after } of done) {
        expect(JOB_HOLDERS).toContain(after.holder);
        expect(after.holder === 'customer').toBe(isEnded(after.stage));
        if (after.stage === 'ready' || after.stage === 'told') expect(after.holder).toBe('counter');
      }
    });
  });

  it('is never worked on without an approved estimate and the consent to open', () => {
    everyRun(({ done }) => {
      for (const [index, { step, before }] of done.entries()) {
        if (step.step !== 'begin') continue;
        expect(before.mayOpen).toBe(true);
        const answers = done.slice(0, index).map((one) => one.step.step);
        expect(answers.lastIndexOf('approve')).toBeGreaterThan(answers.lastIndexOf('estimate'));
        expect(answers).toContain('estimate');
      }
    });
  });

  it('is called repaired only after work, and after both tests where water matters', () => {
    everyRun(({ job, done }, start) => {
      if (job.stage === 'collected') expect(done.map(({ step }) => step.step)).toContain('finish');
      if (job.stage === 'returned') expect(done.map(({ step }) => step.step)).toContain('give-up');
      for (const { step, before } of done) {
        if (step.step !== 'finish') continue;
        expect(before.stage).toBe('working');
        if (start.needsWaterTest)
          expect([hasPassed(before.tests, 'after', 'dry'), hasPassed(before.tests, 'after', 'wet')]).toEqual([
            true,
            true,
          ]);
      }
    });
  });

  it('never puts into water what air went through, never polishes unasked, never goes abroad unasked', () => {
    everyRun(({ done }, start) => {
      for (const { step, before } of done) {
        if (step.step === 'test' && step.kind === 'wet')
          expect(before.tests.some(({ kind, passed }) => kind === 'dry' && passed)).toBe(true);
        if (step.step === 'work' && step.kind === 'polish') expect(start.wantsPolish).toBe(true);
        if (step.step === 'move' && step.isAbroad) expect(before.mayGoAbroad).toBe(true);
      }
    });
  });

  it('ends once, and offers a way on everywhere else', () => {
    everyRun(({ job, done }) => {
      expect(stepsFrom(job.stage).length === 0).toBe(isEnded(job.stage));
      expect(done.filter(({ after }) => isEnded(after.stage)).length).toBeLessThanOrEqual(1);
    });
  });

  it('is late only while it is not ready', () => {
    expect(isLateJob({ stage: 'working', dueOn: '2026-11-19' }, today)).toBe(true);
    expect(isLateJob({ stage: 'working', dueOn: today }, today)).toBe(false);
    expect(isLateJob({ stage: 'ready', dueOn: '2026-11-19' }, today)).toBe(false);
    expect(isDone('declined')).toBe(false);
  });
});

it('a serial is compared as people read it', () => {
  expect(checkSerial('AB 12-34', 'ab1234')).toBe('match');
  expect(checkSerial('AB1234', 'AB1235')).toBe('differs');
  expect(checkSerial(null, 'AB1234')).toBe('noted');
  expect(checkSerial('AB1234', ' ')).toBe('none');
});
