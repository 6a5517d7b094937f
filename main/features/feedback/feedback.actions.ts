import type { feedbackContract } from '@shared/contract/feedback';
import type { ActionHandlers } from '../../kernel/handlers';
import { letterShop } from '../../reports/letterhead';
import { surveyForm } from '../../reports/survey-form/survey-form';
import { findSurveyVersion } from './surveys.sql';

export const feedbackActions: ActionHandlers<typeof feedbackContract> = {
  'feedback.printForm': ({ db, devices, about, fail }, { versionId, language, paper }) => {
    const survey = findSurveyVersion(db, versionId) ?? fail('SURVEY_NOT_FOUND');
    about('survey', survey.id, ['survey form']);
    const document = surveyForm({ survey, shop: letterShop(db, language), language, paper });
    return { documentId: devices.keepDocument(document) };
  },
};
