import type { Feedback } from '@shared/contract/feedback';
import { formatDate, formatInstant } from '@shared/domain/dates';
import type { Question } from '@shared/domain/feedback';
import { useCounter } from '../../lib/counter';
import { customerName } from '../../lib/customer-name';
import { useWords } from '../../lib/i18n';

/** Answers in the language on the screen. */
export function useFeedbackWords() {
  const { t, language } = useWords();
  const { shop } = useCounter();
  return {
    when: (at: number) => formatInstant(at, language, shop.timeZone),
    day: (date: string) => formatDate(date, language),
    /** What was answered, as words; null where the question was skipped. */
    answer: (question: Question, { answers }: Feedback): string | null => {
      const value = answers[question.id];
      if (value === undefined) return null;
      if (question.kind === 'nps') return t('feedback.npsIs', { score: value });
      if (question.kind === 'csat') return t('feedback.csatIs', { score: value });
      if (question.kind === 'words') return String(value);
      return question.choices.find(({ id }) => id === value)?.text[language] ?? String(value);
    },
    /** The purchase or repair they were asked about; null where it was neither. */
    about: ({ about }: Feedback): string | null => about && t(`feedback.about.${about.kind}`, about),
    name: ({ customer }: Feedback): string => customerName(customer, language),
  };
}
