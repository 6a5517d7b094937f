import { addDays, civilDateOf, startOfDay } from '@shared/domain/dates';
import {
  type ActionKind,
  compareShares,
  drawHeldOut,
  type GoalKind,
  lotMethod,
} from '@shared/domain/programmes';
import { rowInserter } from '../../db/bulk';
import { prepared, type ReadableDb, type WritableDb } from '../../db/sql';
import { newId } from '../../kernel/ids';
import { takeNumber } from '../../kernel/shop-handle';
import { insertMembers } from '../programmes/members.sql';
import { updateProgramme } from '../programmes/programmes.sql';
import { insertSegment } from '../segments/segments.sql';

const sampleCounter = 'A';
const timeZone = 'Asia/Hong_Kong';
const dayMs = 86_400_000;
const hourMs = 3_600_000;
/** However large the sample, a programme is about no more than this. */
const mostMembers = 500;
const heldOutPercent = 20;

interface Story {
  readonly name: string;
  readonly words: string;
  readonly segment: string;
  readonly rule: object;
  readonly goal: { readonly kind: GoalKind; readonly days: number; readonly target: number };
  readonly startedDaysAgo: number;
  readonly budget: number;
  readonly actions: readonly {
    readonly kind: ActionKind;
    readonly what: string;
    /** Days from the start. */
    readonly day: number;
    readonly outcome: string | null;
    readonly spent: number;
  }[];
  readonly lesson: string | null;
}

const closed: Story = {
  name: 'Back within half a year · 半年內再見',
  words:
    'Customers who bought once and stay away are rung before they forget us. We expect one in five more of them to come back.',
  segment: 'Bought at least once',
  rule: { groups: [{ any: [{ kind: 'purchases', not: false, atLeast: 1, atMost: null, months: null }] }] },
  goal: { kind: 'repeat', days: 180, target: 3000 },
  startedDaysAgo: 240,
  budget: 60_000,
  actions: [
    {
      kind: 'call',
      what: 'Ring everybody in the programme and ask how the watch runs',
      day: 20,
      outcome: 'Reached seven in ten',
      spent: 0,
    },
    {
      kind: 'campaign',
      what: 'Letter with the free strap fitting',
      day: 45,
      outcome: 'Forty came for the fitting',
      spent: 21_400,
    },
    { kind: 'gift', what: 'Polishing cloth with every fitting', day: 60, outcome: null, spent: 9_800 },
  ],
  lesson:
    'The call did it, not the letter: those who came back named the call. Next time ring within three weeks and leave the letter out. 有用的是電話，不是信。',
};

const running: Story = {
  name: 'Spring, one by one · 逐位迎春',
  words: 'A small evening and a call afterwards, instead of the large mailing of last year.',
  segment: 'Bought at least twice',
  rule: { groups: [{ any: [{ kind: 'purchases', not: false, atLeast: 2, atMost: null, months: null }] }] },
  goal: { kind: 'spend', days: 120, target: 1_800_00 },
  startedDaysAgo: 34,
  budget: 40_000,
  actions: [
    {
      kind: 'campaign',
      what: 'A card to everybody in the programme',
      // Longer ago than a selling contact weighs on the next one.
      day: 3,
      outcome: 'Sent',
      spent: 6_200,
    },
    { kind: 'event', what: 'The evening of the spring colours', day: 46, outcome: null, spent: 0 },
    { kind: 'call', what: 'Ring whoever came, within a week', day: 53, outcome: null, spent: 0 },
  ],
  lesson: null,
};

/** Writes one programme that is closed, with its result and lesson, and one that runs. */
export function insertProgrammes(db: WritableDb, now: number): void {
  const manager = prepared(db, `SELECT id FROM staff WHERE role = 'manager' ORDER BY created_at, id LIMIT 1`)
    .pluck()
    .get() as string | undefined;
  if (!manager) return;
  writeProgramme(db, closed, { now, manager, eventId: null });
  const event = prepared(db, `SELECT id FROM events WHERE starts_at > ? ORDER BY starts_on LIMIT 1`)
    .pluck()
    .get(now) as string | undefined;
  writeProgramme(db, running, { now, manager, eventId: event ?? null });
}

interface Around {
  readonly now: number;
  readonly manager: string;
  /** The event that the programme's evening is. */
  readonly eventId: string | null;
}

function writeProgramme(db: WritableDb, story: Story, { now, manager, eventId }: Around): void {
  const today = civilDateOf(now, timeZone);
  const startsOn = addDays(today, -story.startedDaysAgo);
  const startedAt = startOfDay(startsOn, timeZone) + 11 * hourMs;
  const members = membersAt(db, startedAt);
  if (members.length < 10) return;
  const madeAt = startedAt - 3 * dayMs;
  const segmentId = newId();
  const rule = JSON.stringify(story.rule);
  insertSegment(db, {
    id: segmentId,
    name: story.segment,
    rule,
    made_by: manager,
    made_at: madeAt,
    updated_at: madeAt,
  });
  const id = newId();
  rowInserter(
    db,
    'programmes',
  )({
    id,
    number: `PR${takeNumber(db, sampleCounter, 'programme')}`,
    name: story.name,
    words: story.words,
    goal_kind: story.goal.kind,
    goal_days: story.goal.days,
    goal_target: story.goal.target,
    segment_id: segmentId,
    held_out_percent: heldOutPercent,
    currency: 'HKD',
    budget_minor: story.budget * 100,
    owner_id: manager,
    ends_on: addDays(startsOn, story.goal.days),
    made_by: manager,
    made_at: madeAt,
    updated_at: madeAt,
  });
  writeActions(db, id, story, { startedAt, manager, eventId, now });
  const seed = seedFor(db, story, { members, startedAt, eventId });
  insertMembers(db, id, members, drawHeldOut(members, heldOutPercent, seed));
  updateProgramme(db, id, {
    status: 'running',
    segment_name: story.segment,
    segment_rule: rule,
    seed,
    method: lotMethod,
    starts_on: startsOn,
    started_at: startedAt,
    started_by: manager,
    version: 2,
  });
  if (story.lesson !== null)
    updateProgramme(db, id, {
      status: 'closed',
      lesson: story.lesson,
      closed_at: startedAt + (story.goal.days + 12) * dayMs,
      closed_by: manager,
      version: 3,
    });
}

/** Whoever had bought by then, scattered over the shop. */
function membersAt(db: ReadableDb, startedAt: number): string[] {
  return prepared(
    db,
    `SELECT id FROM (SELECT c.id, c.number FROM customers c WHERE c.deleted_at IS NULL AND c.merged_into_id IS NULL
       ORDER BY c.number LIMIT 4000) c JOIN customer_totals t ON t.customer_id = c.id AND t.first_sale_at < ?
     ORDER BY c.number LIMIT ?`,
  )
    .pluck()
    .all(startedAt, mostMembers) as string[];
}

interface Draw {
  readonly members: readonly string[];
  readonly startedAt: number;
  readonly eventId: string | null;
}

/** So many lots are tried for a story: the sample's shop had a good year, and asked nobody whom it held out. */
const mostTries = 3000;

/** The first seed whose lot tells the story: the closed programme helped, and no held-out customer was asked to the evening. */
function seedFor(db: ReadableDb, { goal }: Story, { members, startedAt, eventId }: Draw): number {
  const bought = buyersAfter(db, members, startedAt, goal.days);
  const asked = new Set(
    prepared(db, 'SELECT customer_id FROM event_guests WHERE event_id = ? AND invited_at IS NOT NULL')
      .pluck()
      .all(eventId ?? '') as string[],
  );
  for (let seed = 1; seed < mostTries; seed += 1) {
    const drawn = drawHeldOut(members, heldOutPercent, seed);
    if (goal.kind === 'spend') {
      if (![...drawn].some((id) => asked.has(id))) return seed;
      continue;
    }
    const hits = (isHeldOut: boolean) =>
      members.filter((id) => drawn.has(id) === isHeldOut && bought.has(id)).length;
    const { verdict } = compareShares(
      { hits: hits(false), of: members.length - drawn.size },
      { hits: hits(true), of: drawn.size },
    );
    if (verdict === 'more') return seed;
  }
  return 1;
}

function buyersAfter(
  db: ReadableDb,
  members: readonly string[],
  startedAt: number,
  days: number,
): Set<string> {
  const net = prepared(
    db,
    `SELECT coalesce(sum(total_minor), 0) FROM sales WHERE customer_id = ? AND sold_at >= ? AND sold_on <= ?
       AND deleted_at IS NULL`,
  ).pluck();
  const lastDay = addDays(civilDateOf(startedAt, timeZone), days);
  return new Set(members.filter((id) => (net.get(id, startedAt, lastDay) as number) > 0));
}

function writeActions(
  db: WritableDb,
  programmeId: string,
  { actions }: Story,
  { startedAt, manager, eventId, now }: Around & { readonly startedAt: number },
): void {
  const insert = rowInserter(db, 'programme_actions');
  for (const { kind, what, day, outcome, spent } of actions) {
    const at = startedAt + day * dayMs;
    const isDone = at < now;
    insert({
      id: newId(),
      programme_id: programmeId,
      kind,
      what,
      due_on: civilDateOf(at, timeZone),
      owner_id: manager,
      event_id: kind === 'event' ? eventId : null,
      done_at: isDone ? at : null,
      done_by: isDone ? manager : null,
      outcome: isDone ? outcome : null,
      spent_minor: isDone && spent > 0 ? spent * 100 : null,
      made_at: startedAt,
      updated_at: isDone ? at : startedAt,
    });
  }
}
