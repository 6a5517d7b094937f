/** What to do next with the customer at the counter: the law first, then what they asked for, then what might please. */

export const STEP_KINDS = [
  'complaint',
  'oral-consent',
  'privacy-request',
  'promise',
  'enquiry',
  'quotation',
  'offer-hold',
  'allocation',
  'job-late',
  'job-estimate',
  'job-ready',
  'job-uncollected',
  'handover',
  'review',
  'event-tell',
  'event-answer',
  'event-follow-up',
  'campaign-call',
  'conversation-outcome',
  'arrival',
  'need',
  'postponed',
  'follow-up',
  'contact-due',
  'vip',
  'gift',
  'own-event',
  'birthday',
  'date',
  'vip-invite',
  'complement',
  'warranty',
  'care',
  'survey',
  'ask',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** Something that is open with a customer. */
export interface OpenStep {
  readonly kind: StepKind;
  /** Civil date; null where none presses. */
  readonly dueOn: string | null;
}

/**
 * The same steps, the best first: by kind in the order above, a day that comes sooner first within a kind. `ask` (note
 * what they are looking for) is a step only where no need is open, so that it stands last and not beside everything.
 */
export function rankSteps<S extends OpenStep>(steps: readonly S[]): S[] {
  const rank = ({ kind }: OpenStep) => STEP_KINDS.indexOf(kind);
  const day = ({ dueOn }: OpenStep) => dueOn ?? '9999-12-31';
  return [...steps].sort((a, b) => rank(a) - rank(b) || (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
}
