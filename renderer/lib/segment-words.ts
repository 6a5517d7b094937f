import type { SegmentRule } from '@shared/domain/segments';
import { segmentInWords } from '@shared/words/segment-sentences';
import { useAsk } from './ask';
import { useCounter } from './counter';
import { useWords } from './i18n';

/** Says a segment in one sentence, in the language on the screen. */
export function useSegmentWords(): (rule: SegmentRule) => string {
  const { language } = useWords();
  const { shop } = useCounter();
  const staff = useAsk('staff.list', {}, ['staff']);
  return (rule) =>
    segmentInWords(rule, language, {
      currency: shop.currency,
      staff: (id) => {
        const person = staff.data?.find((one) => one.id === id);
        return (language !== 'en' && person?.chineseName) || person?.name || '…';
      },
    });
}
