import { addDays, daysBetween } from '@shared/domain/dates';
import { salesDays } from '@shared/domain/events';
import { prepared, type ReadableDb } from '../../db/sql';

interface SaleOfGuest {
  readonly customer_id: string;
  readonly has_come: number;
  readonly sold_on: string | null;
  readonly kind: string | null;
  readonly total_minor: number | null;
}

/** What one group of guests bought in the days after the event. */
export interface SalesOfGroup {
  readonly customers: number;
  readonly buyers: number;
  readonly receipts: number;
  readonly netMinor: number;
  readonly weeks: number[];
}

/**
 * Purchases less returns in the sixty days from the event on, in the event's currency: of those who came, and of those
 * who were asked and did not. Walk-ins are left out: nobody like them is in the other group.
 */
export function salesAfter(
  db: ReadableDb,
  { eventId, startsOn, currency }: { eventId: string; startsOn: string; currency: string },
): { came: SalesOfGroup; stayedAway: SalesOfGroup } {
  const rows = prepared(
    db,
    `SELECT g.customer_id, g.arrived_at IS NOT NULL AS has_come, s.sold_on, s.kind, s.total_minor
     FROM event_guests g LEFT JOIN sales s ON s.customer_id = g.customer_id AND s.deleted_at IS NULL
       AND s.currency = @currency AND s.sold_on BETWEEN @from AND @to
     WHERE g.event_id = @eventId AND g.removed_at IS NULL AND g.source <> 'walk-in' AND g.invited_at IS NOT NULL`,
  ).all({ eventId, currency, from: startsOn, to: addDays(startsOn, salesDays) }) as SaleOfGuest[];
  return {
    came: groupOf(
      rows.filter(({ has_come }) => has_come === 1),
      startsOn,
    ),
    stayedAway: groupOf(
      rows.filter(({ has_come }) => has_come === 0),
      startsOn,
    ),
  };
}

const weekCount = Math.ceil((salesDays + 1) / 7);

function groupOf(rows: readonly SaleOfGuest[], startsOn: string): SalesOfGroup {
  const weeks = Array.from({ length: weekCount }, () => 0);
  const net = new Map<string, number>();
  for (const { customer_id, sold_on, total_minor } of rows) {
    net.set(customer_id, (net.get(customer_id) ?? 0) + (total_minor ?? 0));
    if (sold_on !== null) {
      const week = Math.floor(daysBetween(startsOn, sold_on) / 7);
      weeks[week] = (weeks[week] ?? 0) + (total_minor ?? 0);
    }
  }
  return {
    customers: net.size,
    // Whoever brought everything back bought nothing.
    buyers: [...net.values()].filter((minor) => minor > 0).length,
    receipts: rows.filter(({ kind }) => kind === 'sale').length,
    netMinor: [...net.values()].reduce((sum, minor) => sum + minor, 0),
    weeks,
  };
}
