import { addDays, addMonths, type CivilDate } from '@shared/domain/dates';

/** The period the board looks at. */
export const PERIODS = ['all', 'month', 'quarter', 'year', 'own'] as const;
export type PeriodName = (typeof PERIODS)[number];

export interface Period {
  readonly name: PeriodName;
  /** Of a period of one's own; '' for no end on that side. */
  readonly from: string;
  readonly to: string;
}

export const everything: Period = { name: 'all', from: '', to: '' };

/** Its days; null for no end on that side. */
export function daysOf(
  { name, from, to }: Period,
  today: CivilDate,
): { from: CivilDate | null; to: CivilDate | null } {
  switch (name) {
    case 'all':
      return { from: null, to: null };
    case 'month':
      return { from: addDays(today, -30), to: today };
    case 'quarter':
      return { from: addDays(today, -90), to: today };
    case 'year':
      return { from: addMonths(today, -12), to: today };
    case 'own':
      return { from: from || null, to: to || null };
  }
}
