import type { Output } from '@shared/contract';

/** One programme with its actions and result, as its screens show it. */
export type ProgrammeAnswer = Output<'programmes.get'>;
