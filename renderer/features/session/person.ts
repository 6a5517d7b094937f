import type { Output } from '@shared/contract';

/** Somebody whose name stands on the lock screen. */
export type Person = Output<'session.people'>[number];
