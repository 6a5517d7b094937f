import type { Output } from '@shared/contract';

/** One event with its guests, as its screens show it. */
export type EventAnswer = Output<'events.get'>;
