import { type TimelineEntry, timelineContract } from '@shared/contract/timeline';
import { defineFeature } from '../../kernel/handlers';
import type { TimelineRow } from '../../kernel/parts';
import { findStandingCustomer, listStaffNames } from '../customers/customers.sql';
import { listTimeline, type TimelineCursor } from './timeline.sql';

export const timelineFeature = defineFeature(timelineContract, {
  'timeline.forCustomer': ({ db }, { customerId, kinds, cursor, limit }) => {
    const id = findStandingCustomer(db, customerId)?.id ?? customerId;
    const rows = listTimeline(db, id, kinds, readCursor(cursor), limit);
    const staffNames = listStaffNames(db);
    const last = rows.at(-1);
    return {
      entries: rows.map((row) => entryOf(row, staffNames)),
      next: last && rows.length === limit ? JSON.stringify([last.at, last.id]) : null,
    };
  },
});

function entryOf(row: TimelineRow, staffNames: ReadonlyMap<string, string>): TimelineEntry {
  return {
    at: row.at,
    kind: row.kind,
    id: row.id,
    title: titleOf(row),
    params: paramsOf(row),
    detail: row.detail,
    by: row.staff_id ? { id: row.staff_id, name: staffNames.get(row.staff_id) ?? '' } : null,
    isDiscreet: row.is_discreet === 1,
    isEdited: row.is_edited === 1,
  };
}

/** A key under `story`: the kind, and what of it happened. */
function titleOf({ kind, what }: TimelineRow): string {
  const word = what.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return `${kind}.${word}`;
}

function paramsOf({ kind, more }: TimelineRow): TimelineEntry['params'] {
  if (!more) return {};
  const figures = JSON.parse(more) as Record<string, string | number> | string[];
  if (kind === 'edit') return { fields: (figures as string[]).join(' ') };
  return figures as Record<string, string | number>;
}

/** A cursor nobody made reads as the beginning. */
function readCursor(cursor: string | null): TimelineCursor | null {
  if (!cursor) return null;
  try {
    const [at, id] = JSON.parse(cursor) as [unknown, unknown];
    return typeof at === 'number' && typeof id === 'string' ? { at, id } : null;
  } catch {
    return null;
  }
}
