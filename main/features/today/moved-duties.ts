import type { Duty, DutyKind, PutAside } from '@shared/contract/today';
import { isSameOccurrence, isSnoozed } from '@shared/domain/duties';
import type { ReadableDb } from '../../db/sql';
import type { DutyGroup, Moment, Scope } from '../../kernel/parts';
import { limitOf } from './due.sql';
import { countMoves, findMove, listAssigned, type MoveRow } from './duty-moves.sql';

/** Duties as they stand after what was put off and given to colleagues. */
export interface MovedDuties {
  readonly groups: DutyGroup[];
  readonly putAside: PutAside[];
}

/** More than this was never put off at once; a list only shows so many more rows for it. */
const mostMoves = 200;
/** What one colleague is looked up for; older gifts than these were done long ago. */
const mostAssigned = 50;

type Gather = (db: ReadableDb, scope: Scope, moment: Moment, only?: ReadonlySet<DutyKind>) => DutyGroup[];

/**
 * The one place in which snoozing and reassigning hold, for every kind of duty: what was put off is left out until its
 * day (a legal deadline only while it has not come), what was given to a colleague stands on theirs.
 */
export function applyMoves(db: ReadableDb, scope: Scope, moment: Moment, gather: Gather): MovedDuties {
  const moves = countMoves(db, moment.today, mostMoves);
  const limit = limitOf(moment);
  const found = gather(db, scope, { ...moment, limit: limit + moves });
  const putAside: PutAside[] = [];
  const groups =
    moves === 0
      ? found
      : found.map((group) => {
          const duties: Duty[] = [];
          for (const duty of group.duties) {
            const stands = standingOf(db, duty, moment);
            if (stands.isPutAside) putAside.push(stands.putAside);
            else if (isFor(scope, stands.move)) duties.push(withColleague(duty, stands.move));
          }
          return { ...group, total: group.total - (group.duties.length - duties.length), duties };
        });
  if (scope.staffId !== null) addAssigned(db, scope.staffId, moment, gather, { groups, putAside });
  return {
    groups: groups
      .map((group) => ({ ...group, duties: group.duties.slice(0, limit) }))
      .filter(({ duties }) => duties.length > 0),
    putAside: putAside.sort((a, b) => (a.until < b.until ? -1 : 1)),
  };
}

type Standing =
  | { readonly isPutAside: true; readonly putAside: PutAside; readonly move: MoveRow }
  | { readonly isPutAside: false; readonly move: MoveRow | undefined };

function standingOf(db: ReadableDb, duty: Duty, { today }: Moment): Standing {
  const move = findMove(db, duty.kind, duty.id);
  if (!move || !isSameOccurrence(duty.kind, move.due_on, duty.dueOn))
    return { isPutAside: false, move: undefined };
  if (move.snoozed_until === null || !isSnoozed(duty.kind, duty.dueOn, move.snoozed_until, today))
    return { isPutAside: false, move };
  const putAside = { duty: withColleague(duty, move), until: move.snoozed_until, reason: move.reason };
  return { isPutAside: true, putAside, move };
}

function isFor({ staffId }: Scope, move: MoveRow | undefined): boolean {
  return staffId === null || !move?.assigned_to || move.assigned_to === staffId;
}

function withColleague(duty: Duty, move: MoveRow | undefined): Duty {
  if (!move?.assigned_to) return duty;
  return { ...duty, assignedTo: { id: move.assigned_to, name: move.colleague ?? '' } };
}

/** What a colleague gave me stands among mine, whoever's customer it is. */
function addAssigned(
  db: ReadableDb,
  staffId: string,
  moment: Moment,
  gather: Gather,
  { groups, putAside }: MovedDuties,
): void {
  const given = listAssigned(db, staffId, mostAssigned);
  for (const customerId of new Set(given.map(({ customer_id }) => customer_id))) {
    // Who is not on record has no customer to begin with: then the kinds of what was given are looked through.
    const kinds = new Set(
      given.filter((move) => move.customer_id === customerId).map(({ duty_kind }) => duty_kind as DutyKind),
    );
    for (const theirs of gather(db, { staffId: null, customerId }, moment, kinds)) {
      for (const duty of theirs.duties) {
        if (!given.some((move) => move.duty_kind === duty.kind && move.duty_id === duty.id)) continue;
        const mine = groups.findIndex(({ kind }) => kind === duty.kind);
        const group = groups[mine];
        const isKnown =
          group?.duties.some(({ id }) => id === duty.id) ||
          putAside.some((one) => one.duty.kind === duty.kind && one.duty.id === duty.id);
        const stands = standingOf(db, duty, moment);
        if (!group || isKnown || stands.move?.assigned_to !== staffId) continue;
        if (stands.isPutAside) putAside.push(stands.putAside);
        else
          groups[mine] = {
            ...group,
            total: group.total + 1,
            duties: [...group.duties, withColleague(duty, stands.move)].sort(byDay),
          };
      }
    }
  }
}

const lastDay = '9999-12-31';

function byDay(a: Duty, b: Duty): number {
  const [first, second] = [a.dueOn ?? lastDay, b.dueOn ?? lastDay];
  return first === second ? 0 : first < second ? -1 : 1;
}
