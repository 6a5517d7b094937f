import type { Feedback, feedbackContract } from '@shared/contract/feedback';
import { type AskedHow, isLow, quietUntil } from '@shared/domain/feedback';
import type { QueryHandlers } from '../../kernel/handlers';
import { obstaclesFor } from '../conversations/gate.sql';
import { customerOf, namesOf } from '../customers/cards.sql';
import { findStandingCustomer } from '../customers/customers.sql';
import { readSetting } from '../shop/shop.sql';
import { surveyDuties } from './duties.sql';
import { listAsked, listFeedback, type ShownFeedbackRow } from './feedback.sql';
import { occasionsOf } from './occasions';
import { dayOf } from './occasions.sql';
import { listSurveys } from './surveys.sql';
import { trend } from './trend';

const mostOfOne = 50;

export const feedbackQueries: QueryHandlers<typeof feedbackContract> = {
  'feedback.surveys': ({ db }, { withRetired }) => listSurveys(db, withRetired),

  'feedback.ask': (context, { customerId }) => {
    const { db, shop, now, today, fail } = context;
    const customer = findStandingCustomer(db, customerId) ?? fail('CUSTOMER_NOT_FOUND');
    const asked = listAsked(db, customer.id, shop.timeZone);
    const until = quietUntil(asked, readSetting(db, 'surveyRules'));
    return {
      person: { ...namesOf(customer), language: customer.language },
      quietUntil: until !== null && until > today ? until : null,
      hasDeclined: asked[0]?.status === 'declined',
      obstacles: obstaclesFor(db, customer.id, now),
      occasions: occasionsOf(context, customer.id).map(({ row, isDue }) => ({
        kind: row.kind,
        id: row.id,
        number: row.number,
        on: dayOf(row, shop.timeZone),
        isDue,
      })),
      surveys: listSurveys(db, false),
    };
  },

  'feedback.forCustomer': ({ db, shop, now, today, fail }, { customerId }) => {
    const customer = findStandingCustomer(db, customerId) ?? fail('CUSTOMER_NOT_FOUND');
    const scope = { staffId: null, customerId: customer.id };
    return {
      isAskDue: surveyDuties(db, scope, { now, today, timeZone: shop.timeZone }).total > 0,
      feedback: listFeedback(db, { customerId: customer.id, isLow: false, limit: mostOfOne }).map(feedbackOf),
    };
  },

  'feedback.list': ({ db }, { show, limit }) => {
    const rows = listFeedback(db, { customerId: null, isLow: show === 'low', limit });
    return { total: rows[0]?.found ?? 0, feedback: rows.map(feedbackOf) };
  },

  'feedback.trend': trend,
};

function feedbackOf(row: ShownFeedbackRow): Feedback {
  return {
    id: row.id,
    customer: customerOf(row),
    at: row.at,
    askedBy: { id: row.asked_by, name: row.asker_name },
    servedBy: { id: row.served_by, name: row.server_name },
    how: row.how as AskedHow,
    status: row.status as Feedback['status'],
    about: aboutOf(row),
    survey: { name: row.survey_name, version: row.survey_version },
    questions: JSON.parse(row.questions) as Feedback['questions'],
    answers: JSON.parse(row.answers) as Feedback['answers'],
    nps: row.nps,
    csat: row.csat,
    isLow: isLow(row.nps, row.csat),
    followUp: row.follow_kind
      ? {
          kind: row.follow_kind as 'complaint' | 'promise' | 'none',
          number: row.follow_number,
          words: row.follow_words,
          at: row.follow_at ?? row.at,
          by: { id: row.follow_by ?? '', name: row.follow_name ?? '' },
        }
      : null,
  };
}

function aboutOf({ job_number, receipt_number }: ShownFeedbackRow): Feedback['about'] {
  if (job_number !== null) return { kind: 'repair', number: job_number };
  return receipt_number === null ? null : { kind: 'purchase', number: receipt_number };
}
