import { addDays, civilDateOf } from '@shared/domain/dates';
import { type AskedBy, answerByOf, momentOf, type Reply } from '@shared/domain/events';
import { asLanguage, type Language } from '@shared/domain/languages';
import { rowInserter } from '../../db/bulk';
import { prepared, type ReadableDb, type WritableDb } from '../../db/sql';
import { newId } from '../../kernel/ids';
import { takeNumber } from '../../kernel/shop-handle';
import { verdictOf } from '../events/permitted.sql';
import { findPromise, makePromise, type PromiseRow, updatePromise } from '../promises/promises.sql';
import { type EventStory, eventStories, ownEventStories, recentEventStories } from './event-stories';
import type { Sample } from './generator/types';

const sampleCounter = 'A';
const timeZone = 'Asia/Hong_Kong';
const dayMs = 86_400_000;
const hourMs = 3_600_000;

interface Person {
  readonly id: string;
  readonly advisor: string;
  readonly language: Language;
}

/** Writes two events of the shop, one that took place and one to come, and a few of the customers' own. */
export function insertEvents(db: WritableDb, now: number): void {
  const manager = prepared(db, `SELECT id FROM staff WHERE role = 'manager' ORDER BY created_at, id LIMIT 1`)
    .pluck()
    .get() as string | undefined;
  if (!manager) return;
  writeEvents(db, eventStories, { now, manager, prefix: 'T00', every: 1 });
  writeOwnEvents(db, now);
}

/**
 * An evening of last week and one that was cancelled: what an advisor finds to do about them. Written after everything that
 * chooses among the events, and about other guests.
 */
export function insertRecentEvents(db: WritableDb, { staff }: Sample, now: number): void {
  const manager = staff.find(({ role }) => role === 'manager')?.id;
  if (manager) writeEvents(db, recentEventStories, { now, manager, prefix: 'T01', every: 2 });
}

interface Around {
  readonly now: number;
  readonly manager: string;
  /** Of the numbers of their conversations: one that no counter has, so that nothing else shares them. */
  readonly prefix: string;
  /** Which of every three customers are asked. */
  readonly every: 1 | 2;
}

function writeEvents(db: WritableDb, stories: readonly EventStory[], around: Around): void {
  let conversations = 0;
  for (const story of stories) conversations += writeEvent(db, story, { ...around, before: conversations });
}

/** One event with its guests; returns how many conversations it took. */
function writeEvent(
  db: WritableDb,
  story: EventStory,
  { now, manager, prefix, every, before }: Around & { readonly before: number },
): number {
  const today = civilDateOf(now, timeZone);
  const startsOn = addDays(today, story.startsIn);
  const startsAt = momentOf(startsOn, story.from, timeZone);
  const madeAt = startsAt - 40 * dayMs;
  const id = newId();
  rowInserter(
    db,
    'events',
  )({
    id,
    number: `EV${takeNumber(db, sampleCounter, 'event')}`,
    kind: story.kind,
    name: story.name,
    place: story.place,
    starts_at: startsAt,
    ends_at: momentOf(startsOn, story.to, timeZone),
    starts_on: startsOn,
    answer_by: answerByOf(startsOn, story.answerDays),
    capacity: story.capacity,
    language: 'en',
    words: story.words,
    currency: 'HKD',
    budget_minor: story.budget * 100,
    spent_minor: story.spent === null ? null : story.spent * 100,
    owner_id: manager,
    unnamed_persons: story.unnamed,
    ...cancelledColumns(story, manager, now),
    made_by: manager,
    made_at: madeAt,
    updated_at: madeAt,
  });
  const people = peopleFor(db, startsOn, story, every);
  let spoken = before;
  for (const [index, person] of people.entries()) {
    const part = story.parts[index % story.parts.length] as EventStory['parts'][number];
    const guest = { eventId: id, story, person, part, startsAt, madeAt, now, spoken, prefix };
    if (writeGuest(db, guest)) spoken += 1;
  }
  return spoken - before;
}

const cancelledAt = ({ daysAgo }: { readonly daysAgo: number }, now: number) => now - daysAgo * dayMs;

function cancelledColumns({ cancelled }: EventStory, manager: string, now: number) {
  if (!cancelled) return {};
  const at = cancelledAt(cancelled, now);
  return { status: 'cancelled', cancelled_at: at, cancelled_by: manager, cancel_reason: cancelled.reason };
}

/**
 * Customers for a list, some of whom bought in the days after it and some who did not, scattered over the shop. Who bought
 * comes first among those who came, as it is with real guests.
 */
function peopleFor(
  db: ReadableDb,
  startsOn: string,
  { guests, buyers }: EventStory,
  every: Around['every'],
): Person[] {
  const columns = `c.id, coalesce(c.primary_advisor_id, '') AS advisor, c.language`;
  const bought = prepared(
    db,
    `SELECT ${columns} FROM (SELECT customer_id, min(sold_on) AS day FROM sales
       WHERE sold_on BETWEEN ? AND ? AND kind = 'sale' AND customer_id IS NOT NULL GROUP BY customer_id
       ORDER BY day, customer_id LIMIT ?) s
     JOIN customers c ON c.id = s.customer_id AND c.primary_advisor_id IS NOT NULL ORDER BY s.day, c.number`,
  ).all(startsOn, addDays(startsOn, 55), buyers) as (Person & { language: string | null })[];
  const others = prepared(
    db,
    `SELECT ${columns} FROM customers c WHERE c.primary_advisor_id IS NOT NULL AND c.deleted_at IS NULL
       AND c.merged_into_id IS NULL ORDER BY c.number LIMIT 600`,
  ).all() as (Person & { language: string | null })[];
  const taken = new Set(bought.map(({ id }) => id));
  const rest = others.filter(({ id }, index) => index % 3 === every && !taken.has(id));
  const all = [...bought, ...rest].slice(0, guests);
  // Buyers among the rest, one in so many.
  const mixed = all.map((_, index) => all[(index * 7) % all.length] as (typeof all)[number]);
  const unique = [...new Map(mixed.map((person) => [person.id, person])).values()];
  return unique.map((person) => ({ ...person, language: asLanguage(person.language) }));
}

interface Guest {
  readonly eventId: string;
  readonly story: EventStory;
  readonly person: Person;
  readonly part: EventStory['parts'][number];
  readonly startsAt: number;
  readonly madeAt: number;
  readonly now: number;
  /** Conversations that were written before. */
  readonly spoken: number;
  readonly prefix: string;
}

/** One guest from the list to what followed; true where a conversation was written. */
function writeGuest(db: WritableDb, guest: Guest): boolean {
  const { eventId, story, person, part, startsAt, madeAt, now, spoken, prefix } = guest;
  const id = newId();
  const steps: { kind: string; at: number; detail: object }[] = [
    { kind: 'added', at: madeAt, detail: { source: 'added' } },
  ];
  const verdict = verdictOf(db, person.id, now);
  const by: AskedBy = verdict.ways[spoken % Math.max(1, verdict.ways.length)] ?? 'in-person';
  const invitedAt = part.isAsked ? startsAt - (28 - (spoken % 6)) * dayMs : null;
  const isInvited = invitedAt !== null && invitedAt < now;
  if (isInvited) {
    steps.push({ kind: 'invited', at: invitedAt, detail: { by } });
    const number = `${prefix}-${String(spoken + 1).padStart(6, '0')}`;
    writeTalk(db, { person, by, at: invitedAt, name: story.name, eventId, number });
  }
  const repliedAt = isInvited && part.reply ? invitedAt + (3 + (spoken % 9)) * dayMs + 2 * hourMs : null;
  const hasReplied = repliedAt !== null && repliedAt < now;
  if (hasReplied)
    steps.push({
      kind: 'replied',
      at: repliedAt,
      detail: { reply: part.reply, persons: part.persons, how: by },
    });
  const toldAt = story.cancelled && part.isTold ? cancelledAt(story.cancelled, now) + 2 * hourMs : null;
  if (toldAt !== null) steps.push({ kind: 'told', at: toldAt, detail: { channel: 'phone' } });
  const hasCome = part.came !== null && startsAt < now;
  if (hasCome)
    steps.push({ kind: 'arrived', at: startsAt + part.late * 60_000, detail: { persons: part.came } });
  const promiseId = hasCome && part.isPromised ? keptPromise(db, guest) : null;
  rowInserter(
    db,
    'event_guests',
  )({
    id,
    event_id: eventId,
    customer_id: person.id,
    number: `G${takeNumber(db, sampleCounter, 'event-guest')}`,
    source: part.isAsked ? 'added' : hasCome ? 'walk-in' : 'added',
    added_by: person.advisor,
    added_at: madeAt,
    invited_at: isInvited ? invitedAt : null,
    invited_channel: isInvited ? by : null,
    reply: hasReplied ? (part.reply as Reply) : null,
    persons: hasReplied ? part.persons : null,
    reply_at: hasReplied ? repliedAt : null,
    reply_how: hasReplied ? by : null,
    arrived_at: hasCome ? startsAt + part.late * 60_000 : null,
    arrived_persons: hasCome ? part.came : null,
    follow_up: promiseId ? 'promise' : hasCome && !part.isWaiting ? 'none' : null,
    promise_id: promiseId,
    told_at: toldAt,
    told_channel: toldAt === null ? null : 'phone',
    note: part.note[person.language],
    updated_at: madeAt,
  });
  const insertStep = rowInserter(db, 'event_steps');
  for (const { kind, at, detail } of steps)
    insertStep({
      id: newId(),
      guest_id: id,
      at,
      staff_id: person.advisor,
      kind,
      detail: JSON.stringify(detail),
    });
  return isInvited;
}

interface Talk {
  readonly person: Person;
  readonly by: AskedBy;
  readonly at: number;
  readonly name: string;
  readonly eventId: string;
  readonly number: string;
}

/** How somebody was asked, in the log of conversations. */
function writeTalk(db: WritableDb, { person, by, at, name, eventId, number }: Talk): void {
  const isInPerson = by === 'in-person';
  rowInserter(
    db,
    'conversations',
  )({
    id: newId(),
    number,
    customer_id: person.id,
    at,
    channel: isInPerson ? 'visit' : by,
    direction: 'out',
    purpose: 'selling',
    goods_class: 'events',
    staff_id: person.advisor,
    words: name,
    outcome: isInPerson || by === 'phone' ? 'talked' : 'sent',
    gate: isInPerson ? null : 'open',
    origin_kind: 'event',
    origin_id: eventId,
    made_by: person.advisor,
    made_at: at,
    updated_at: at,
  });
}

/** A promise made after the evening and kept within days. */
function keptPromise(db: WritableDb, { eventId, story, person, startsAt }: Guest): string {
  const at = startsAt + 18 * hourMs;
  const { promiseId } = makePromise(
    {
      db,
      now: at,
      today: civilDateOf(at, timeZone),
      staff: { staffId: person.advisor },
      newId,
      nextNumber: (kind) => takeNumber(db, sampleCounter, kind),
    },
    {
      customerId: person.id,
      kind: 'call-back',
      what: story.promise[person.language],
      dueOn: addDays(civilDateOf(at, timeZone), 3),
      origin: { kind: 'event', id: eventId },
    },
  );
  updatePromise(db, findPromise(db, promiseId) as PromiseRow, {
    status: 'kept',
    outcome: story.kept[person.language],
    closed_at: at + 2 * dayMs,
    closed_by: person.advisor,
    told_channel: 'phone',
    told_at: at + 2 * dayMs,
    version: 2,
  });
  return promiseId;
}

function writeOwnEvents(db: WritableDb, now: number): void {
  const today = civilDateOf(now, timeZone);
  const people = prepared(
    db,
    `SELECT id, primary_advisor_id AS advisor, language FROM customers WHERE primary_advisor_id IS NOT NULL
       AND deleted_at IS NULL AND merged_into_id IS NULL ORDER BY number LIMIT 200`,
  ).all() as (Person & { language: string | null })[];
  const insert = rowInserter(db, 'customer_events');
  for (const [index, story] of ownEventStories.entries()) {
    const person = people[(index * 13 + 5) % Math.max(1, people.length)];
    if (!person) return;
    const language = asLanguage(person.language);
    insert({
      id: newId(),
      customer_id: person.id,
      kind: story.kind,
      name: story.name[language],
      place: story.place[language],
      held_on: addDays(today, story.heldIn),
      words: story.words[language],
      is_discreet: story.isDiscreet ? 1 : 0,
      owner_id: person.advisor,
      made_by: person.advisor,
      made_at: now - (20 + index) * dayMs,
      updated_at: now - (20 + index) * dayMs,
    });
  }
}
