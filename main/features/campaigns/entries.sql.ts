import type { Insertable, Selectable, Updateable } from 'kysely';
import type { CampaignEntries } from '../../db/rows';
import { one, prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';
import { type CustomerOfRow, customerColumns } from '../customers/cards.sql';
import { soldAfter } from '../sales/after.sql';

export type EntryRow = Selectable<CampaignEntries>;

/** An entry with whose it is and what they bought. */
export interface ShownEntryRow extends EntryRow, CustomerOfRow {
  readonly advisor_name: string;
  readonly campaign_number: string;
  readonly campaign_name: string;
  readonly channel: string;
  readonly status: string;
  readonly bought_minor: number;
  readonly found: number;
}

const bought = soldAfter('e.customer_id', 'e.at', 'k.sales_days');
const shown = `SELECT e.*, ${customerColumns}, a.name AS advisor_name, k.number AS campaign_number,
  k.name AS campaign_name, k.channel, k.status, ${bought} AS bought_minor, count(*) OVER () AS found
  FROM campaign_entries e JOIN campaigns k ON k.id = e.campaign_id JOIN customers c ON c.id = e.customer_id
  JOIN staff a ON a.id = e.advisor_id`;

/** Whose an entry is: the customer's advisors now, and whoever it was given to. */
const mine = `(@staffId IS NULL OR e.advisor_id = @staffId OR c.primary_advisor_id = @staffId
  OR c.secondary_advisor_id = @staffId)`;

export interface EntryFilter {
  readonly campaignId: string;
  /** Only this advisor's customers; null: everybody. */
  readonly staffId: string | null;
  readonly show: 'all' | 'waiting' | 'answered' | 'bought';
  readonly currency: string;
  readonly limit: number;
}

/** Who was written to in a campaign; `found` counts those beyond the limit, too. */
export function listEntries(
  db: ReadableDb,
  { campaignId, staffId, show, currency, limit }: EntryFilter,
): ShownEntryRow[] {
  const which = {
    all: '',
    waiting: 'AND e.response IS NULL',
    answered: 'AND e.response IS NOT NULL',
    bought: `AND ${bought} > 0`,
  }[show];
  return prepared(
    db,
    `${shown} WHERE e.campaign_id = @campaignId AND e.dropped_at IS NULL AND ${mine} ${which}
     ORDER BY coalesce(e.response_at, 0) DESC, e.id LIMIT @limit`,
  ).all({ campaignId, staffId, currency, limit }) as ShownEntryRow[];
}

/** What a customer was sent in campaigns, the last first. */
export function listEntriesOf(db: ReadableDb, customerId: string, currency: string): ShownEntryRow[] {
  return prepared(
    db,
    `${shown} WHERE e.customer_id = @customerId AND e.dropped_at IS NULL ORDER BY e.at DESC, e.id LIMIT 50`,
  ).all({ customerId, currency }) as ShownEntryRow[];
}

/** How many of those written to bought, and what that came to. */
export function sumBought(
  db: ReadableDb,
  campaignId: string,
  currency: string,
): { bought: number; amountMinor: number } {
  return prepared(
    db,
    `SELECT coalesce(sum(minor > 0), 0) AS bought, coalesce(sum(minor) FILTER (WHERE minor > 0), 0) AS amountMinor FROM (
       SELECT DISTINCT e.customer_id, ${bought} AS minor FROM campaign_entries e JOIN campaigns k ON k.id = e.campaign_id
       WHERE e.campaign_id = @campaignId AND e.dropped_at IS NULL)`,
  ).get({ campaignId, currency }) as { bought: number; amountMinor: number };
}

/** True where this record, or one merged into it, has it already. */
export function hasEntry(db: ReadableDb, campaignId: string, customerId: string): boolean {
  return (
    prepared(
      db,
      `SELECT 1 FROM campaign_entries WHERE campaign_id = @campaignId AND asked_id = @customerId
       UNION ALL SELECT 1 FROM campaign_entries WHERE customer_id = @customerId AND +campaign_id = @campaignId LIMIT 1`,
    ).get({ campaignId, customerId }) !== undefined
  );
}

/** Everybody who has it: of whom somebody else at the same address is a duplicate. */
export function listWrittenCustomers(db: ReadableDb, campaignId: string): string[] {
  return prepared(db, 'SELECT customer_id FROM campaign_entries WHERE campaign_id = ? AND dropped_at IS NULL')
    .pluck()
    .all(campaignId) as string[];
}

/** Entries whose file was not written yet, in the order in which they were claimed. */
export function listToWrite(db: ReadableDb, campaignId: string): EntryRow[] {
  return prepared(
    db,
    `SELECT * FROM campaign_entries WHERE campaign_id = ? AND written_at IS NULL AND dropped_at IS NULL ORDER BY id`,
  ).all(campaignId) as EntryRow[];
}

/** Entries that one making claimed and that went out. */
export function listMade(db: ReadableDb, campaignId: string, makingId: string): EntryRow[] {
  return prepared(
    db,
    'SELECT * FROM campaign_entries WHERE campaign_id = ? AND making_id = ? AND dropped_at IS NULL ORDER BY id',
  ).all(campaignId, makingId) as EntryRow[];
}

/** Entries that were made, and of which nobody said yet that they went out. */
export function listUnsent(db: ReadableDb, campaignId: string): EntryRow[] {
  return prepared(
    db,
    `SELECT e.* FROM campaign_entries e JOIN conversations t ON t.id = e.conversation_id
     WHERE e.campaign_id = ? AND e.written_at IS NOT NULL AND e.dropped_at IS NULL AND t.outcome IS NULL ORDER BY e.id`,
  ).all(campaignId) as EntryRow[];
}

/** How many were claimed and are not in a file yet. */
export function countToWrite(db: ReadableDb, campaignId: string): number {
  return prepared(
    db,
    `SELECT count(*) FROM campaign_entries WHERE campaign_id = ? AND written_at IS NULL AND dropped_at IS NULL`,
  )
    .pluck()
    .get(campaignId) as number;
}

/** One entry. */
export function findEntry(db: ReadableDb, id: string): EntryRow | undefined {
  return one(db, sqlBuilder.selectFrom('campaign_entries').selectAll().where('id', '=', id));
}

/** Claims somebody: from now on nobody else writes to them in this campaign. */
export function insertEntry(db: WritableDb, row: Insertable<CampaignEntries>): void {
  run(db, sqlBuilder.insertInto('campaign_entries').values(row));
}

/** Changes one entry. */
export function updateEntry(db: WritableDb, id: string, columns: Updateable<CampaignEntries>): void {
  run(db, sqlBuilder.updateTable('campaign_entries').set(columns).where('id', '=', id));
}
