import type { Input, Output } from '@shared/contract';

/** The purchase or repair that a customer is asked about. */
export type AskedAbout = NonNullable<Input<'feedback.record'>['occasion']>;

/** What a dialog chooses from, the one the rule asks about first. */
export type OfferedOccasion = Output<'feedback.ask'>['occasions'][number];

/** As a line of a list holds it, and back. */
export const keyOf = ({ kind, id }: AskedAbout): string => `${kind} ${id}`;
