import type { TimelineEntry } from '@shared/contract/timeline';
import type { TimelineRow } from '../../kernel/parts';

/** A row as the contract shows it; `staffNames` are those of everybody who ever worked here, by id. */
export function entryOf(row: TimelineRow, staffNames: ReadonlyMap<string, string>): TimelineEntry {
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
