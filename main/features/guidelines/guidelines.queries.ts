import type { guidelinesContract } from '@shared/contract/guidelines';
import { versionInForce } from '@shared/domain/guidelines';
import type { QueryHandlers } from '../../kernel/handlers';
import { holdsWords, shownGuidelines, statedPrecedence } from './guideline-view';
import { countUnread, findGuideline, listReaders, listVersions } from './guidelines.sql';

export const guidelinesQueries: QueryHandlers<typeof guidelinesContract> = {
  'guidelines.list': ({ db, staff, today }, { topic, words }) => {
    const all = shownGuidelines(db, topic, { staffId: staff.staffId, today });
    return {
      guidelines: words ? all.filter((one) => holdsWords(one, words)) : all,
      precedence: statedPrecedence(db).filter((one) => topic === null || one.topic === topic),
    };
  },
  'guidelines.versions': ({ db, fail }, { guidelineId }) => {
    if (!findGuideline(db, guidelineId)) fail('GUIDELINE_NOT_FOUND');
    return listVersions(db, guidelineId).map(({ guidelineId: _, texts, ...version }) => ({
      ...version,
      texts: [...texts],
    }));
  },
  'guidelines.readers': ({ db, today, fail }, { guidelineId }) => {
    if (!findGuideline(db, guidelineId)) fail('GUIDELINE_NOT_FOUND');
    const current = versionInForce(listVersions(db, guidelineId), today);
    return current ? listReaders(db, guidelineId, current.version) : [];
  },
  'guidelines.unread': ({ db, staff, today }) => {
    const people = countUnread(db, today);
    return {
      mine: people.find(({ id }) => id === staff.staffId)?.unread ?? 0,
      others: staff.role === 'manager' ? people.filter(({ id }) => id !== staff.staffId) : [],
    };
  },
};
