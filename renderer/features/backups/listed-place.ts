import type { Output } from '@shared/contract';

/** A place and what lies there now. */
export type ListedPlace = Output<'backups.list'>[number];
