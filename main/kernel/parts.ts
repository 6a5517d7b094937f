import type { DayPartName } from '@shared/contract/day';
import type { Permission } from '@shared/contract/permissions';
import type { SearchFieldName, SearchPlace } from '@shared/contract/search';
import type { TimelineKind } from '@shared/contract/timeline';
import type { Duty, DutyKind } from '@shared/contract/today';
import type { ReadableDb } from '../db/sql';

// What a feature contributes to what knows everything: the customer's timeline, Today, the search. The feature keeps the
// SQL beside its own (`timeline.sql.ts`, `duties.sql.ts`, `found.sql.ts`); what knows everything has one line for it.

/** One thing that happened, as its table tells it; `what` is the source's own word, `more` JSON of its figures. */
export interface TimelineRow {
  readonly at: number;
  readonly id: string;
  readonly kind: TimelineKind;
  readonly what: string;
  readonly detail: string | null;
  readonly staff_id: string | null;
  readonly is_discreet: number;
  readonly is_edited: number;
  readonly more: string | null;
}

/** One kind of thing on the timeline. */
export interface TimelineSource {
  readonly kind: TimelineKind;
  /** A SELECT whose columns are those of TimelineRow without `kind`; `@id` is the customer. */
  readonly select: string;
}

/** Whose duties: one member of staff's, the whole shop's (null), or what concerns one customer. */
export interface Scope {
  readonly staffId: string | null;
  readonly customerId: string | null;
}

/** The moment and place duties are asked for. */
export interface Moment {
  readonly now: number;
  /** Civil date in the shop's time zone. */
  readonly today: string;
  readonly timeZone: string;
  /** Only what is due on these days, both included; absent: what Today shows, each kind as far ahead as it looks. */
  readonly window?: DayWindow | undefined;
  /** How many of a kind; absent: as many as Today shows. */
  readonly limit?: number | undefined;
  /** Every one is counted, however many there are: for the day close, which has the time. */
  readonly isCountedWhole?: boolean | undefined;
}

/** Days from one to another, both included. */
export interface DayWindow {
  readonly from: string;
  readonly to: string;
}

/** One heading of Today. */
export interface DutyGroup {
  readonly kind: DutyKind;
  /** How many there are, those beyond the list included; nobody counts beyond MOST_COUNTED unless asked to. */
  readonly total: number;
  readonly duties: Duty[];
}

/** What is due of one kind, the most pressing first. */
export type DutySource = (db: ReadableDb, scope: Scope, moment: Moment) => DutyGroup;

/**
 * Records whose numbers and words find their customer. The feature calls `indexCustomer` in the transaction of every write
 * that changes one of them.
 */
export interface FoundSource {
  /** What a match is called; its words are \`search.field.<field>\`. */
  readonly field: SearchFieldName;
  /** A SELECT of customer_id AS id, number (null where there is none), body, is_discreet and at, without its WHERE. */
  readonly select: string;
  /** The customer's column, for the WHERE. */
  readonly column: string;
}

/**
 * Records of the shop itself that the search box leads to: few, and the newest of them looked through whole; or, where there
 * may be many, found by their whole number alone.
 */
export interface ShopSource {
  /** What it is and where it opens. */
  readonly place: SearchPlace;
  /** Whoever may not open it does not find it. */
  readonly permission: Permission;
  /**
   * A SELECT of id, number (null where there is none), title, words beside it and customer_id (null: nobody's), the newest
   * first. `@language` is the asker's, `@today` the day, `@number` what was typed as a number.
   */
  readonly select: string;
  readonly isByNumber?: true;
}

/** What a feature says at the day close of what was done that day; its words are `day.part.<name>`. */
export interface DayPart {
  readonly name: DayPartName;
  /** By figure, a SELECT of one number (`n`) between the instants `@from` and `@to`. */
  readonly figures: Readonly<Record<string, string>>;
}
