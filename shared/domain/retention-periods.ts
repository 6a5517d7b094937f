/** How long what is kept (Cap. 486, s. 26 and DPP2(2)): no longer than its purpose needs. */

/** What a period is set for. */
export const RETENTION_KINDS = [
  'idle-customers',
  'notes',
  'conversations',
  'drafts',
  'look-ups',
  'requests',
  'opt-outs',
  'consent-evidence',
] as const;
export type RetentionKind = (typeof RETENTION_KINDS)[number];

export interface RetentionDefault {
  /** Null: kept without end. */
  readonly months: number | null;
  /** What the law asks for at least; the manager can set nothing shorter. */
  readonly atLeastMonths: number | null;
  /** Where the number comes from: the law says it, or we infer it and the shop decides. */
  readonly basis: 'law' | 'inference';
}

/**
 * What comes with the app. Only `requests` (log of refusals, s. 27) and `opt-outs` (unsubscribe requests, Cap. 593) have a
 * period in law; the others are inferences: seven years as business records are kept (Inland Revenue Ordinance, s. 51C), six as
 * a claim in contract can be brought (Limitation Ordinance, s. 4).
 */
export const RETENTION_DEFAULTS: Readonly<Record<RetentionKind, RetentionDefault>> = {
  'idle-customers': { months: 84, atLeastMonths: null, basis: 'inference' },
  notes: { months: 84, atLeastMonths: null, basis: 'inference' },
  conversations: { months: 84, atLeastMonths: null, basis: 'inference' },
  drafts: { months: 3, atLeastMonths: null, basis: 'inference' },
  'look-ups': { months: 24, atLeastMonths: null, basis: 'inference' },
  requests: { months: 48, atLeastMonths: 48, basis: 'law' },
  'opt-outs': { months: null, atLeastMonths: 36, basis: 'law' },
  'consent-evidence': { months: 72, atLeastMonths: null, basis: 'inference' },
};

/** True where the law lets the shop keep it for so short a time; null months are always long enough. */
export function isLongEnough(kind: RetentionKind, months: number | null): boolean {
  const least = RETENTION_DEFAULTS[kind].atLeastMonths;
  return months === null || least === null || months >= least;
}
