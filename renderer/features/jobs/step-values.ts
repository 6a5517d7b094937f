import type { JobStepInput } from '@shared/contract/jobs';
import type { ToldChannel } from '@shared/domain/promises';
import type { ANSWER_CHANNELS, GIVE_UP_REASONS, JobStepName, WORK_KINDS } from '@shared/domain/service-jobs';
import type { Signature } from '@shared/domain/signature';

/** What the dialog of a step holds; each step takes its own part of it. */
export interface StepValues {
  readonly minor: number | null;
  readonly validUntil: string;
  readonly by: string;
  readonly channel: ToldChannel;
  /** As the field holds it; '' for just now. */
  readonly at: string;
  readonly mayOpen: boolean;
  readonly mayGoAbroad: boolean;
  readonly testKind: 'dry' | 'wet';
  readonly passed: boolean;
  readonly workKind: (typeof WORK_KINDS)[number];
  readonly what: string;
  readonly to: 'desk' | 'workshop';
  readonly workshop: string;
  readonly isAbroad: boolean;
  readonly reason: (typeof GIVE_UP_REASONS)[number];
  readonly isProxy: boolean;
  readonly proxy: string;
  readonly hasReceipt: boolean;
  readonly signature: Signature | null;
  readonly note: string;
}

/** What a step cannot do without, and is not there yet. */
export type StepMissing = 'amount' | 'proxy' | 'signature';

/** The step as the operation takes it, or what is missing for it. */
export function stepInput(step: JobStepName, values: StepValues): JobStepInput | StepMissing {
  const { note } = values;
  const at = values.at ? new Date(values.at).getTime() : Date.now();
  const answer = { by: values.by, channel: values.channel as (typeof ANSWER_CHANNELS)[number], at, note };
  switch (step) {
    case 'send':
    case 'begin':
    case 'finish':
      return { step, note };
    case 'test':
      return { step, kind: values.testKind, passed: values.passed, note };
    case 'estimate':
      return values.minor === null
        ? 'amount'
        : { step, minor: values.minor, validUntil: values.validUntil, note };
    case 'approve':
      return { step, ...answer, mayOpen: values.mayOpen, mayGoAbroad: values.mayGoAbroad };
    case 'decline':
      return { step, ...answer };
    case 'work':
      return { step, kind: values.workKind, what: values.what, note };
    case 'move': {
      const isAway = values.to === 'workshop';
      return {
        step,
        to: values.to,
        name: isAway ? values.workshop : null,
        isAbroad: isAway && values.isAbroad,
        note,
      };
    }
    case 'give-up':
      return { step, reason: values.reason, note };
    case 'tell':
      return { step, channel: values.channel, at, note };
    case 'collect': {
      const { signature, isProxy, proxy, hasReceipt } = values;
      if (isProxy && proxy.trim() === '') return 'proxy';
      if (!signature) return 'signature';
      return { step, proxy: isProxy ? proxy : null, hasReceipt, signature, note };
    }
  }
}
