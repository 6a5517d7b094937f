import type { ReviewMeeting } from '@shared/contract/reviews';
import { formatDate } from '@shared/domain/dates';
import { customerName } from '../../lib/customer-name';
import { useWords } from '../../lib/i18n';

/** Review meetings in the language on the screen. */
export function useReviewWords() {
  const { language } = useWords();
  const day = (date: string) => formatDate(date, language);
  return {
    day,
    name: (customer: ReviewMeeting['customer']): string => customerName(customer, language),
    when: ({ heldOn, plannedOn, plannedTime }: ReviewMeeting): string =>
      [formatDate(heldOn ?? plannedOn, language, { weekday: true }), heldOn === null ? plannedTime : null]
        .filter(Boolean)
        .join(' · '),
    people: ({ ourPeople, theirPeople }: ReviewMeeting): string =>
      [ourPeople.map(({ name }) => name).join(', '), theirPeople].filter(Boolean).join(' · '),
  };
}
