import type { Feedback, feedbackContract } from '@shared/contract/feedback';
import { endOfDay, startOfDay } from '@shared/domain/dates';
import { type AskedHow, csatOf, isLow, npsOf, quietUntil } from '@shared/domain/feedback';
import type { QueryHandlers } from '../../kernel/handlers';
import { customerOf, namesOf } from '../customers/cards.sql';
import { findStandingCustomer } from '../customers/customers.sql';
import { readSetting } from '../shop/shop.sql';
import { surveyDuties } from './duties.sql';
import { listAsked, listFeedback, listScored, type ScoredRow, type ShownFeedbackRow } from './feedback.sql';
import { listSurveys } from './surveys.sql';

const mostOfOne = 50;

export const feedbackQueries: QueryHandlers<typeof feedbackContract> = {
  'feedback.surveys': ({ db }, { withRetired }) => listSurveys(db, withRetired),

  'feedback.ask': ({ db, shop, today, fail }, { customerId }) => {
    const customer = findStandingCustomer(db, customerId) ?? fail('CUSTOMER_NOT_FOUND');
    const asked = listAsked(db, customer.id, shop.timeZone);
    const until = quietUntil(asked, readSetting(db, 'surveyRules'));
    return {
      person: { ...namesOf(customer), language: customer.language },
      quietUntil: until !== null && until > today ? until : null,
      hasDeclined: asked[0]?.status === 'declined',
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

  'feedback.trend': ({ db, shop }, { from, to }) => {
    const rows = listScored(db, startOfDay(from, shop.timeZone), endOfDay(to, shop.timeZone));
    const answered = rows.filter(({ status }) => status === 'answered');
    const months = [...new Set(answered.map(({ month }) => month))].sort();
    const people = new Map(answered.map((row) => [row.served_by, row.served_name]));
    return {
      ...scoresOf(answered),
      asked: rows.length,
      declined: rows.length - answered.length,
      months: months.map((month) => ({
        month,
        ...scoresOf(answered.filter((row) => row.month === month)),
      })),
      people: [...people]
        .map(([id, name]) => ({ id, name, ...scoresOf(answered.filter((row) => row.served_by === id)) }))
        .sort((a, b) => b.nps.answers - a.nps.answers || (a.name < b.name ? -1 : 1)),
    };
  },
};

function scoresOf(rows: readonly ScoredRow[]) {
  return {
    nps: npsOf(rows.flatMap(({ nps }) => nps ?? [])),
    csat: csatOf(rows.flatMap(({ csat }) => csat ?? [])),
  };
}

function feedbackOf(row: ShownFeedbackRow): Feedback {
  return {
    id: row.id,
    customer: customerOf(row),
    at: row.at,
    askedBy: { id: row.asked_by, name: row.asker_name },
    servedBy: { id: row.served_by, name: row.server_name },
    how: row.how as AskedHow,
    status: row.status as Feedback['status'],
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
