/** Asking customers how it was: surveys, what an answer may be, whom to ask when, and the two figures shops look at. */

import { addDays, type CivilDate } from './dates';
import type { Language } from './languages';

export const QUESTION_KINDS = ['nps', 'csat', 'choice', 'words'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export const ASKED_HOW = ['counter', 'paper', 'phone'] as const;
export type AskedHow = (typeof ASKED_HOW)[number];

/** More than five and people stop answering. */
export const MOST_QUESTIONS = 5;
export const MOST_CHOICES = 6;

export type TextByLanguage = Readonly<Record<Language, string>>;

export interface Choice {
  readonly id: string;
  readonly text: TextByLanguage;
}

export interface Question {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly text: TextByLanguage;
  /** Empty except where the kind is `choice`. */
  readonly choices: readonly Choice[];
}

/** Question id to what was answered; a question left out was skipped. */
export type Answers = Readonly<Record<string, number | string>>;

/** True when the value can be an answer to the question. */
export function isAnswerTo(question: Question, value: number | string): boolean {
  const isWithin = (least: number, most: number) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
  switch (question.kind) {
    case 'nps':
      return isWithin(0, 10);
    case 'csat':
      return isWithin(1, 5);
    case 'choice':
      return question.choices.some(({ id }) => id === value);
    case 'words':
      return typeof value === 'string' && value.trim() !== '' && value.length <= 2000;
  }
}

/** True when every answer belongs to a question and can be one to it, and there is one at all. */
export function areAnswersTo(questions: readonly Question[], answers: Answers): boolean {
  const entries = Object.entries(answers);
  return (
    entries.length > 0 &&
    entries.every(([id, value]) => {
      const question = questions.find((one) => one.id === id);
      return question !== undefined && isAnswerTo(question, value);
    })
  );
}

/** The first score of a kind among the answers; null where it was not asked or skipped. */
export function scoreOf(
  questions: readonly Question[],
  answers: Answers,
  kind: 'nps' | 'csat',
): number | null {
  for (const question of questions) {
    const value = answers[question.id];
    if (question.kind === kind && typeof value === 'number') return value;
  }
  return null;
}

/** A detractor, or somebody who was dissatisfied: worth a complaint or a promise, at once. */
export function isLow(nps: number | null, csat: number | null): boolean {
  return (nps !== null && nps <= 6) || (csat !== null && csat <= 2);
}

export interface Nps {
  readonly answers: number;
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
  /** −100 to 100; null where nobody answered. */
  readonly score: number | null;
}

/**
 * Net Promoter Score: the percentage of promoters (9 and 10) minus the percentage of detractors (0 to 6) of all who
 * answered; 7 and 8 are passive and count only below the line. F. F. Reichheld, "The One Number You Need to Grow",
 * Harvard Business Review 81 (12), December 2003, pp. 46–54.
 */
export function npsOf(scores: readonly number[]): Nps {
  const promoters = scores.filter((score) => score >= 9).length;
  const detractors = scores.filter((score) => score <= 6).length;
  const answers = scores.length;
  return {
    answers,
    promoters,
    passives: answers - promoters - detractors,
    detractors,
    score: answers === 0 ? null : (100 * (promoters - detractors)) / answers,
  };
}

export interface Csat {
  readonly answers: number;
  readonly satisfied: number;
  /** Of all answers, those of 4 or 5, in per cent; null where nobody answered. */
  readonly share: number | null;
  readonly mean: number | null;
}

/**
 * Customer satisfaction: the share of answers in the two highest boxes (4 and 5 of 5), with the mean beside it. The
 * two-box share is what most shops report; the mean shows a change among those who are not satisfied, too.
 */
export function csatOf(scores: readonly number[]): Csat {
  const answers = scores.length;
  const satisfied = scores.filter((score) => score >= 4).length;
  return {
    answers,
    satisfied,
    share: answers === 0 ? null : (100 * satisfied) / answers,
    mean: answers === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / answers,
  };
}

/** What a customer is asked about. */
export const OCCASIONS = ['purchase', 'repair'] as const;
export type Occasion = (typeof OCCASIONS)[number];

export interface SurveyRules {
  /** False: nobody is asked because of a purchase. */
  readonly isOn: boolean;
  /** Days after a purchase on which to ask. */
  readonly daysAfter: number;
  /** For how many days after that it still makes sense. */
  readonly withinDays: number;
  /** False: nobody is asked because of a repair. */
  readonly isRepairOn: boolean;
  /** The same, from the day a repaired item was collected. */
  readonly repairDaysAfter: number;
  readonly repairWithinDays: number;
  /** Nobody is asked again so soon. */
  readonly quietDays: number;
  /** Nor for so long when they would rather not answer. */
  readonly declinedQuietDays: number;
}

/** What holds until the manager changes it. */
export const DEFAULT_SURVEY_RULES: SurveyRules = {
  isOn: true,
  daysAfter: 5,
  withinDays: 14,
  isRepairOn: true,
  repairDaysAfter: 3,
  repairWithinDays: 14,
  quietDays: 90,
  declinedQuietDays: 365,
};

/** What the shop asked this customer last. */
export interface Asked {
  readonly on: CivilDate;
  readonly status: 'answered' | 'declined';
}

/** The first day on which a customer may be asked again; null: any day. */
export function quietUntil(asked: readonly Asked[], rules: SurveyRules): CivilDate | null {
  const ends = asked.map(({ on, status }) =>
    addDays(on, status === 'declined' ? Math.max(rules.declinedQuietDays, rules.quietDays) : rules.quietDays),
  );
  return ends.reduce<CivilDate | null>((last, end) => (last === null || end > last ? end : last), null);
}

/** Between which days a purchase or a collection must lie for its customer to be asked today; null: nobody is. */
export function askingWindow(
  today: CivilDate,
  occasion: Occasion,
  rules: SurveyRules,
): { from: CivilDate; to: CivilDate } | null {
  const [isOn, daysAfter, withinDays] =
    occasion === 'purchase'
      ? [rules.isOn, rules.daysAfter, rules.withinDays]
      : [rules.isRepairOn, rules.repairDaysAfter, rules.repairWithinDays];
  if (!isOn) return null;
  const to = addDays(today, -daysAfter);
  return { from: addDays(to, -withinDays), to };
}
