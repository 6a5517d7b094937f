import type { TimelineEntry } from '@shared/contract/timeline';
import { storyFacts, storyTitle, type Translate } from '@shared/words/story-sentences';
import { useWords } from '../../lib/i18n';

/** How an entry of the timeline is said in the language on the screen. */
export function useTimelineWords() {
  const { t, language } = useWords();
  const translate = t as unknown as Translate;
  return {
    title: (entry: TimelineEntry): string => storyTitle(entry, translate, language),
    facts: (entry: TimelineEntry): string | null => storyFacts(entry, translate, language),
  };
}
