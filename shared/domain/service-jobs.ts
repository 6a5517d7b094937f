/** A service job as a state machine: which step may follow which, and who holds the item after every one of them. */

import type { CivilDate } from './dates';

/** Where a job stands, from the intake to its end. */
export const JOB_STAGES = [
  'received',
  'at-desk',
  'estimated',
  'approved',
  'declined',
  'working',
  'ready',
  'told',
  'collected',
  'returned',
] as const;
export type JobStage = (typeof JOB_STAGES)[number];

/** Who has the item in their hands. */
export const JOB_HOLDERS = ['counter', 'desk', 'workshop', 'customer'] as const;
export type JobHolder = (typeof JOB_HOLDERS)[number];

/** What can be done with a job after its intake. */
export const JOB_STEPS = [
  'send',
  'test',
  'estimate',
  'approve',
  'decline',
  'begin',
  'work',
  'move',
  'finish',
  'give-up',
  'tell',
  'collect',
] as const;
export type JobStepName = (typeof JOB_STEPS)[number];

/** What the customer may complain of, for the desk's eye; their own words stand beside it. */
export const SYMPTOMS = [
  'stopped',
  'fast-slow',
  'power',
  'water',
  'condensation',
  'glass',
  'crown',
  'strap',
  'noise',
  'damage',
  'service',
  'other',
] as const;
export type Symptom = (typeof SYMPTOMS)[number];

/** Outlines on which the condition is marked: a watch, or any other thing with a serial number. */
export const OUTLINES = ['watch', 'thing'] as const;

export const WORK_KINDS = ['work', 'part', 'polish'] as const;
/** Why an item goes back as it came. */
export const GIVE_UP_REASONS = ['declined', 'withdrawn', 'not-repairable', 'no-answer'] as const;
/** How an answer to an estimate reached the shop. */
export const ANSWER_CHANNELS = [
  'in-person',
  'phone',
  'email',
  'sms',
  'whatsapp',
  'wechat',
  'letter',
] as const;

/** What the shop promises about repairs; the manager may change it. */
export interface JobRules {
  /** Months of warranty on the work, from the collection. */
  readonly warrantyMonths: number;
  /** Days the desk usually needs for an estimate. */
  readonly estimateDays: number;
  /** Days after which a ready item is asked about again. */
  readonly readyDays: number;
  /** Days without an answer after which an item goes back. */
  readonly answerDays: number;
}
export const DEFAULT_JOB_RULES: JobRules = {
  warrantyMonths: 12,
  estimateDays: 10,
  readyDays: 7,
  answerDays: 30,
};

/** One water test. Dry air comes before water, or the test itself does the damage. */
export interface WaterTest {
  readonly phase: 'before' | 'after';
  readonly kind: 'dry' | 'wet';
  readonly passed: boolean;
}

/** What the rules need to know of a job. */
export interface JobState {
  readonly stage: JobStage;
  readonly holder: JobHolder;
  /** Null until the work or the giving up has ended. */
  readonly isRepaired: boolean | null;
  readonly mayOpen: boolean;
  readonly mayGoAbroad: boolean;
  readonly wantsPolish: boolean;
  readonly needsWaterTest: boolean;
  readonly estimateValidUntil: CivilDate | null;
  /** Oldest first. */
  readonly tests: readonly WaterTest[];
}

/** A step with what the rules ask of it. */
export type JobStep =
  | { readonly step: 'send' | 'decline' | 'begin' | 'finish' | 'give-up' | 'tell' | 'collect' }
  | { readonly step: 'estimate'; readonly validUntil: CivilDate }
  | { readonly step: 'approve'; readonly mayOpen: boolean; readonly mayGoAbroad: boolean }
  | { readonly step: 'work'; readonly kind: (typeof WORK_KINDS)[number] }
  | { readonly step: 'test'; readonly kind: WaterTest['kind']; readonly passed: boolean }
  | { readonly step: 'move'; readonly to: 'desk' | 'workshop'; readonly isAbroad: boolean };

export const JOB_REFUSALS = [
  'STEP_NOT_NOW',
  'ESTIMATE_EXPIRED',
  'VALID_IN_THE_PAST',
  'OPENING_NOT_ALLOWED',
  'ABROAD_NOT_ALLOWED',
  'POLISH_NOT_ASKED',
  'DRY_TEST_FIRST',
  'WATER_TEST_MISSING',
  'ITEM_NOT_HERE',
] as const;
export type JobRefusal = (typeof JOB_REFUSALS)[number];

/** From which stages a step may be taken. */
const allowedFrom: Readonly<Record<JobStepName, readonly JobStage[]>> = {
  send: ['received'],
  test: ['at-desk', 'estimated', 'approved', 'working'],
  // A second estimate replaces the first, and one found necessary during the work asks the customer again.
  estimate: ['at-desk', 'estimated', 'approved', 'working'],
  approve: ['estimated'],
  decline: ['estimated'],
  begin: ['approved'],
  work: ['working'],
  move: ['at-desk', 'estimated', 'approved', 'declined', 'working'],
  finish: ['working'],
  'give-up': ['received', 'at-desk', 'estimated', 'approved', 'declined', 'working'],
  tell: ['ready', 'told'],
  collect: ['ready', 'told'],
};

/** True when the customer has the item back and the job is over. */
export function isEnded(stage: JobStage): boolean {
  return stage === 'collected' || stage === 'returned';
}

/** True when nothing is left to do but to hand it over. */
export function isDone(stage: JobStage): boolean {
  return stage === 'ready' || stage === 'told' || isEnded(stage);
}

/** The steps that the stage allows, in their order; whether one of them is refused for another reason, `takeStep` says. */
export function stepsFrom(stage: JobStage): JobStepName[] {
  return JOB_STEPS.filter((step) => allowedFrom[step].includes(stage));
}

/** True when the latest test of this phase and kind was passed. */
export function hasPassed(
  tests: readonly WaterTest[],
  phase: WaterTest['phase'],
  kind: WaterTest['kind'],
): boolean {
  return tests.filter((test) => test.phase === phase && test.kind === kind).at(-1)?.passed ?? false;
}

/** A job at its intake: the counter has it in its hands. */
export function openJob(
  terms: Pick<JobState, 'mayOpen' | 'mayGoAbroad' | 'wantsPolish' | 'needsWaterTest'>,
): JobState {
  return {
    ...terms,
    stage: 'received',
    holder: 'counter',
    isRepaired: null,
    estimateValidUntil: null,
    tests: [],
  };
}

/** The job after a step, or why the step may not be taken now. */
export function takeStep(
  job: JobState,
  step: JobStep,
  today: CivilDate,
): { readonly job: JobState } | { readonly refused: JobRefusal } {
  if (!allowedFrom[step.step].includes(job.stage)) return { refused: 'STEP_NOT_NOW' };
  const refused = refusalOf(job, step, today);
  return refused ? { refused } : { job: { ...job, ...changeBy(job, step) } };
}

function refusalOf(job: JobState, step: JobStep, today: CivilDate): JobRefusal | null {
  switch (step.step) {
    case 'estimate':
      return step.validUntil < today ? 'VALID_IN_THE_PAST' : null;
    case 'approve':
      return job.estimateValidUntil !== null && job.estimateValidUntil < today ? 'ESTIMATE_EXPIRED' : null;
    case 'begin':
      if (!job.mayOpen) return 'OPENING_NOT_ALLOWED';
      // Whatever its result: afterwards it tells whether the water was there before us.
      return job.needsWaterTest && !job.tests.some(({ phase }) => phase === 'before')
        ? 'WATER_TEST_MISSING'
        : null;
    case 'work':
      return step.kind === 'polish' && !job.wantsPolish ? 'POLISH_NOT_ASKED' : null;
    case 'test':
      if (job.holder === 'workshop') return 'ITEM_NOT_HERE';
      return step.kind === 'wet' && !hasPassed(job.tests, phaseOf(job), 'dry') ? 'DRY_TEST_FIRST' : null;
    case 'move':
      return step.isAbroad && !job.mayGoAbroad ? 'ABROAD_NOT_ALLOWED' : null;
    case 'finish':
      if (job.holder === 'workshop') return 'ITEM_NOT_HERE';
      return job.needsWaterTest && !isWaterTight(job) ? 'WATER_TEST_MISSING' : null;
    case 'give-up':
      return job.holder === 'workshop' ? 'ITEM_NOT_HERE' : null;
    default:
      return null;
  }
}

function isWaterTight({ tests }: JobState): boolean {
  return hasPassed(tests, 'after', 'dry') && hasPassed(tests, 'after', 'wet');
}

/** Tests of an item whose work has begun are those after it. */
export function phaseOf({ stage }: Pick<JobState, 'stage'>): WaterTest['phase'] {
  return stage === 'working' ? 'after' : 'before';
}

function changeBy(job: JobState, step: JobStep): Partial<JobState> {
  switch (step.step) {
    case 'send':
      return { stage: 'at-desk', holder: 'desk' };
    case 'test':
      return { tests: [...job.tests, { phase: phaseOf(job), kind: step.kind, passed: step.passed }] };
    case 'estimate':
      return { stage: 'estimated', estimateValidUntil: step.validUntil };
    case 'approve':
      return {
        stage: 'approved',
        mayOpen: job.mayOpen || step.mayOpen,
        mayGoAbroad: job.mayGoAbroad || step.mayGoAbroad,
      };
    case 'decline':
      return { stage: 'declined' };
    case 'begin':
      // What was tested after earlier work says nothing about the work that begins.
      return { stage: 'working', tests: job.tests.filter(({ phase }) => phase === 'before') };
    case 'work':
      // Opened again: what was tested before it must be tested anew.
      return { tests: job.tests.filter(({ phase }) => phase === 'before') };
    case 'move':
      return { holder: step.to };
    case 'finish':
      return { stage: 'ready', holder: 'counter', isRepaired: true };
    case 'give-up':
      return { stage: 'ready', holder: 'counter', isRepaired: false };
    case 'tell':
      return { stage: 'told' };
    case 'collect':
      return { stage: job.isRepaired ? 'collected' : 'returned', holder: 'customer' };
  }
}

/** True when the day promised has passed and the item is not ready. */
export function isLateJob(
  { stage, dueOn }: { stage: JobStage; dueOn: CivilDate },
  today: CivilDate,
): boolean {
  return !isDone(stage) && dueOn < today;
}

/** A serial as people compare it: letters and digits only. */
function plainSerial(serial: string): string {
  return serial
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

export type SerialCheck = 'match' | 'differs' | 'noted' | 'none';

/** What was read off the item against what the record says: `noted` where the record said nothing before. */
export function checkSerial(recorded: string | null, seen: string | null): SerialCheck {
  if (!seen || plainSerial(seen) === '') return 'none';
  if (!recorded) return 'noted';
  return plainSerial(recorded) === plainSerial(seen) ? 'match' : 'differs';
}
