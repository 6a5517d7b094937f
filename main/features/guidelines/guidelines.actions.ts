import type { guidelinesContract } from '@shared/contract/guidelines';
import { type GuidelineShelf, type GuidelineTopic, textFor } from '@shared/domain/guidelines';
import type { ActionHandlers } from '../../kernel/handlers';
import { guidelineSheet } from '../../reports/guideline/guideline';
import { letterShop } from '../../reports/letterhead';
import { statedPrecedence } from './guideline-view';
import { findGuideline, listVersions } from './guidelines.sql';

export const guidelinesActions: ActionHandlers<typeof guidelinesContract> = {
  'guidelines.print': ({ db, devices, today, about, fail }, { guidelineId, version, language }) => {
    const row = findGuideline(db, guidelineId) ?? fail('GUIDELINE_NOT_FOUND');
    const printed =
      listVersions(db, guidelineId).find((one) => one.version === version) ?? fail('GUIDELINE_NOT_FOUND');
    const text = textFor(printed.texts, language) ?? fail('GUIDELINE_NOT_FOUND');
    about('guideline', guidelineId);
    const document = guidelineSheet({
      shop: letterShop(db, text.language),
      number: row.number,
      shelf: row.shelf as GuidelineShelf,
      topic: row.topic as GuidelineTopic,
      version: printed,
      text,
      precedence: statedPrecedence(db).find(({ topic }) => topic === row.topic) ?? null,
      today,
    });
    return { documentId: devices.keepDocument(document) };
  },
};
