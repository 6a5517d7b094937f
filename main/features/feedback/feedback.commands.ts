import type { ParsedInputOf } from '@shared/contract/define';
import type { feedbackContract } from '@shared/contract/feedback';
import { areAnswersTo, isLow, scoreOf } from '@shared/domain/feedback';
import { fail } from '../../kernel/errors';
import type { CommandContext, CommandHandlers } from '../../kernel/handlers';
import { openComplaint } from '../complaints/complaints.sql';
import { findStandingCustomer } from '../customers/customers.sql';
import { makePromise } from '../promises/promises.sql';
import { findFeedback, hasFollowUp, insertFeedback, insertFollowUp } from './feedback.sql';
import { occasionsOf } from './occasions';
import { findOccasion, type OccasionRow } from './occasions.sql';
import {
  currentVersion,
  findSurvey,
  findSurveyVersion,
  insertSurvey,
  insertSurveyVersion,
  listSurveys,
  updateSurvey,
} from './surveys.sql';

export const feedbackCommands: CommandHandlers<typeof feedbackContract> = {
  'feedback.record': (context, { customerId, versionId, how, language, answers, occasion }) => {
    const survey = findSurveyVersion(context.db, versionId) ?? fail('SURVEY_NOT_FOUND');
    if (!areAnswersTo(survey.questions, answers)) fail('FEEDBACK_ANSWERS');
    const nps = scoreOf(survey.questions, answers, 'nps');
    const csat = scoreOf(survey.questions, answers, 'csat');
    const id = standing(context, customerId);
    const feedbackId = insertFeedback(context, {
      customerId: id,
      versionId,
      how,
      language,
      answers,
      nps,
      csat,
      occasion: occasionOf(context, id, occasion),
    });
    context.about('feedback', feedbackId);
    return { feedbackId, isLow: isLow(nps, csat) };
  },

  'feedback.decline': (context, { customerId, versionId, how, language, occasion }) => {
    if (!findSurveyVersion(context.db, versionId)) fail('SURVEY_NOT_FOUND');
    const nothing = { answers: null, nps: null, csat: null };
    const id = standing(context, customerId);
    const feedbackId = insertFeedback(context, {
      customerId: id,
      versionId,
      how,
      language,
      ...nothing,
      occasion: occasionOf(context, id, occasion),
    });
    context.about('feedback', feedbackId);
    return null;
  },

  'feedback.followUp': (context, { feedbackId, step }) => {
    const { db, now, staff, newId, about } = context;
    const feedback = findFeedback(db, feedbackId) ?? fail('FEEDBACK_NOT_FOUND');
    if (hasFollowUp(db, feedbackId)) fail('FEEDBACK_FOLLOWED');
    about('feedback', feedbackId, [step.kind]);
    const made = followWith(context, feedback.id, feedback.customer_id, step);
    insertFollowUp(db, {
      id: newId(),
      feedback_id: feedbackId,
      at: now,
      staff_id: staff.staffId,
      kind: step.kind,
      ref_id: made?.id ?? null,
      number: made?.number ?? null,
      words: step.kind === 'none' ? step.words : null,
    });
    return { number: made?.number ?? null };
  },

  'feedback.saveSurvey': ({ db, now, staff, newId, about }, { surveyId, version, name, questions }) => {
    const id = surveyId ?? newId();
    const before = surveyId === null ? 0 : currentVersion(db, id);
    if (surveyId !== null && !findSurvey(db, id)) fail('SURVEY_NOT_FOUND');
    if (surveyId !== null && before !== version) fail('SURVEY_CHANGED');
    about('survey', id, ['name', 'questions']);
    if (surveyId === null) insertSurvey(db, { id, name, created_at: now });
    else updateSurvey(db, id, { name });
    insertSurveyVersion(db, {
      id: newId(),
      survey_id: id,
      version: before + 1,
      questions: JSON.stringify(questions),
      made_at: now,
      made_by: staff.staffId,
    });
    return { surveyId: id, version: before + 1 };
  },

  'feedback.retireSurvey': ({ db, now, about }, { surveyId, isRetired }) => {
    if (!findSurvey(db, surveyId)) fail('SURVEY_NOT_FOUND');
    if (isRetired && listSurveys(db, false).every(({ id }) => id === surveyId)) fail('SURVEY_LAST');
    about('survey', surveyId, ['retired_at']);
    updateSurvey(db, surveyId, { retired_at: isRetired ? now : null });
    return null;
  },
};

type Step = ParsedInputOf<(typeof feedbackContract)['feedback.followUp']>['step'];

/** Opens the case or makes the promise; nothing where nothing is to be done. */
function followWith(
  context: CommandContext,
  feedbackId: string,
  customerId: string,
  step: Step,
): { id: string; number: string } | null {
  if (step.kind === 'complaint') {
    const made = openComplaint(context, { ...step.terms, customerId, source: 'feedback' });
    return { id: made.complaintId, number: made.number };
  }
  if (step.kind === 'promise') {
    const origin = { kind: 'feedback' as const, id: feedbackId };
    const made = makePromise(context, { ...step.terms, customerId, origin });
    return { id: made.promiseId, number: made.number };
  }
  return null;
}

type Asked = ParsedInputOf<(typeof feedbackContract)['feedback.record']>['occasion'];

/** What the answer is about: what was chosen, else what the rule asks about now, else the last purchase or repair. */
function occasionOf(context: CommandContext, customerId: string, chosen: Asked): OccasionRow | null {
  if (chosen === null) return occasionsOf(context, customerId)[0]?.row ?? null;
  const row = findOccasion(context.db, chosen);
  return row?.customer_id === customerId ? row : fail('OCCASION_NOT_FOUND');
}

function standing({ db }: CommandContext, customerId: string): string {
  const customer = findStandingCustomer(db, customerId);
  return customer && customer.deleted_at === null ? customer.id : fail('CUSTOMER_NOT_FOUND');
}
