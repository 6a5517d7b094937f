import { addDays } from '@shared/domain/dates';
import { followUpDays } from '@shared/domain/events';
import { prepared } from '../../db/sql';
import type { DutySource } from '../../kernel/parts';
import { permissionsOf } from '../consents/consents.sql';
import { type DueRow, groupOf, limitOf, people, rangeOf, standing, whose } from '../today/due.sql';
import { verdictOf } from './permitted.sql';

/** How many days ahead a customer's own event is shown. */
const ownHorizon = 14;
/** Whoever came is called within this many days. */
const callWithin = 7;
/** A cancelled event is news for so many days after its day. */
const tellFor = 7;

const joined = `FROM events e JOIN event_guests g ON g.event_id = e.id AND g.removed_at IS NULL
  JOIN customers c ON c.id = g.customer_id AND ${standing}`;

/** Guests of a cancelled event who were asked, did not decline, and have not been told. */
export const eventTellDuties: DutySource = (db, scope, moment) => {
  const rows = prepared(
    db,
    `SELECT g.id, g.customer_id, e.starts_on AS due_on, 0 AS is_discreet, count(*) OVER () AS found,
       json_object('event', e.name, 'eventId', e.id) AS params
     ${joined}
     WHERE e.starts_on BETWEEN @from AND @to AND e.status = 'cancelled' AND g.invited_at IS NOT NULL
       AND g.reply IS NOT 'not-coming' AND g.told_at IS NULL AND ${whose(scope, 'e.owner_id')}
     ORDER BY e.starts_on, g.id LIMIT @limit`,
  ).all({ ...rangeOf(moment, { behind: tellFor }), limit: limitOf(moment), ...people(scope) }) as DueRow[];
  return groupOf(db, 'event-tell', rows, moment.today);
};

/**
 * Invitations that nobody answered, from the day by which answers were asked for. Whoever may not be written to or called
 * about it is marked: asked after once more by telephone, an invitation is an offer.
 */
export const eventAnswerDuties: DutySource = (db, scope, moment) => {
  const { today, now } = moment;
  const rows = prepared(
    db,
    `SELECT g.id, g.customer_id, e.answer_by AS due_on, 0 AS is_discreet, count(*) OVER () AS found,
       json_object('event', e.name, 'eventId', e.id, 'heldOn', e.starts_on) AS params
     ${joined}
     WHERE e.starts_on >= @today AND e.status = 'planned' AND e.answer_by BETWEEN @from AND @to AND e.starts_at > @now
       AND g.invited_at IS NOT NULL AND (g.reply IS NULL OR g.reply = 'maybe') AND g.arrived_at IS NULL
       AND ${whose(scope, 'e.owner_id')}
     ORDER BY e.starts_on, g.id LIMIT @limit`,
  ).all({
    today,
    now,
    ...rangeOf(moment, { ahead: 0 }),
    limit: limitOf(moment),
    ...people(scope),
  }) as DueRow[];
  return groupOf(
    db,
    'event-answer',
    rows,
    today,
    ({ customer_id }) => verdictOf(db, customer_id, now).ways.length === 0,
  );
};

/** Guests who came and of whom nobody has decided what follows. */
export const eventFollowUpDuties: DutySource = (db, scope, moment) => {
  const { today, now } = moment;
  // The day of the call, that many days after the event.
  const due = rangeOf(moment, { behind: followUpDays - callWithin, ahead: callWithin });
  const rows = prepared(
    db,
    `SELECT g.id, g.customer_id, date(e.starts_on, '+${callWithin} days') AS due_on, 0 AS is_discreet,
       count(*) OVER () AS found, json_object('event', e.name, 'eventId', e.id, 'note', g.note) AS params
     ${joined}
     WHERE e.starts_on BETWEEN @from AND @to AND e.status = 'planned' AND e.ends_at < @now
       AND g.arrived_at IS NOT NULL AND g.follow_up IS NULL AND ${whose(scope, 'e.owner_id')}
     ORDER BY e.starts_on, g.id LIMIT @limit`,
  ).all({
    from: addDays(due.from, -callWithin),
    to: addDays(due.to, -callWithin),
    now,
    limit: limitOf(moment),
    ...people(scope),
  }) as DueRow[];
  return groupOf(db, 'event-follow-up', rows, today);
};

/**
 * What customers celebrate within two weeks. A discreet one is not on Today at all: that there is something would already
 * say too much. Marked where nobody may be written to about it.
 */
export const ownEventDuties: DutySource = (db, scope, moment) => {
  const { today, now } = moment;
  const rows = prepared(
    db,
    `SELECT o.id, o.customer_id, o.held_on AS due_on, 0 AS is_discreet, count(*) OVER () AS found,
       json_object('event', o.name) AS params
     FROM customer_events o JOIN customers c ON c.id = o.customer_id AND ${standing}
     WHERE o.status = 'noted' AND ${scope.customerId === null ? '' : '+'}o.held_on BETWEEN @from AND @to
       AND o.is_discreet = 0 AND ${whose(scope, 'o.owner_id')}
     ORDER BY o.held_on, o.id LIMIT @limit`,
  ).all({
    ...rangeOf(moment, { ahead: ownHorizon, isOverAfterwards: true }),
    limit: limitOf(moment),
    ...people(scope),
  }) as DueRow[];
  return groupOf(db, 'own-event', rows, today, ({ customer_id }) => {
    const { cells } = permissionsOf(db, customer_id, now);
    return !cells.some(({ allowed, purpose }) => allowed && purpose === 'direct-marketing');
  });
};
