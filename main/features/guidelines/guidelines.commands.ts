import type { ParsedInputOf } from '@shared/contract/define';
import type { guidelinesContract } from '@shared/contract/guidelines';
import { versionInForce } from '@shared/domain/guidelines';
import type { CommandHandlers } from '../../kernel/handlers';
import {
  findGuideline,
  type GuidelineVersion,
  insertGuideline,
  insertPrecedence,
  insertRead,
  insertVersion,
  listVersions,
} from './guidelines.sql';

export const guidelinesCommands: CommandHandlers<typeof guidelinesContract> = {
  'guidelines.publish': (context, input) => {
    const { db, now, today, staff, newId, nextNumber, about, fail } = context;
    const before =
      input.guidelineId === null
        ? null
        : (findGuideline(db, input.guidelineId) ?? fail('GUIDELINE_NOT_FOUND'));
    const [newest] = before ? listVersions(db, before.id) : [];
    if (new Set(input.texts.map(({ language }) => language)).size !== input.texts.length)
      fail('LANGUAGE_TWICE');
    // A version that counted before it was written would put yesterday's conduct under a rule nobody could have read.
    if (input.effectiveOn < today || (newest && input.effectiveOn < newest.effectiveOn))
      fail('EFFECTIVE_IN_THE_PAST');
    if (newest && isSame(newest, input.texts)) fail('GUIDELINE_UNCHANGED');
    if (newest && input.changeNote === '') fail('CHANGE_NOTE_NEEDED');
    const guideline = before ?? {
      id: newId(),
      number: `G${nextNumber('guideline')}`,
      shelf: input.shelf,
      topic: input.topic,
      created_at: now,
    };
    if (!before) insertGuideline(db, guideline);
    const version = (newest?.version ?? 0) + 1;
    about('guideline', guideline.id, before ? ['version'] : ['guideline']);
    insertVersion(
      db,
      {
        guidelineId: guideline.id,
        version,
        effectiveOn: input.effectiveOn,
        changeNote: input.changeNote || null,
        texts: input.texts,
      },
      { now, staffId: staff.staffId },
    );
    // Who publishes it has read it.
    insertRead(db, { guidelineId: guideline.id, version, staffId: staff.staffId, now });
    return { guidelineId: guideline.id, number: guideline.number, version };
  },

  'guidelines.confirm': ({ db, now, today, staff, about, fail }, { guidelineId, version }) => {
    if (!findGuideline(db, guidelineId)) fail('GUIDELINE_NOT_FOUND');
    // Confirming what is no longer in force would say that the new text was read.
    if (versionInForce(listVersions(db, guidelineId), today)?.version !== version)
      fail('GUIDELINE_NOT_IN_FORCE');
    about('guideline', guidelineId);
    insertRead(db, { guidelineId, version, staffId: staff.staffId, now });
    return null;
  },

  'guidelines.setPrecedence': ({ db, now, staff, about }, stated) => {
    about('guideline topic', stated.topic);
    insertPrecedence(db, stated, { now, staffId: staff.staffId });
    return null;
  },
};

type NewTexts = ParsedInputOf<(typeof guidelinesContract)['guidelines.publish']>['texts'];

function isSame({ texts }: GuidelineVersion, next: NewTexts): boolean {
  return (
    texts.length === next.length &&
    next.every(({ language, title, body }) =>
      texts.some((one) => one.language === language && one.title === title && one.body === body),
    )
  );
}
