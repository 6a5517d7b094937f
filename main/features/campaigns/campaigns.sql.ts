import type { Insertable, Selectable, Updateable } from 'kysely';
import type { CampaignMakings, Campaigns } from '../../db/rows';
import { one, prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';

export type CampaignRow = Selectable<Campaigns>;
export type MakingRow = Selectable<CampaignMakings>;

/** A campaign with the names it is shown with, and how many were written to and said what. */
export interface ShownCampaignRow extends CampaignRow {
  readonly owner_name: string;
  readonly segment_name: string;
  readonly programme_number: string | null;
  readonly programme_name: string | null;
  readonly programme_status: string | null;
  readonly written: number;
  readonly answered: number;
  readonly refused: number;
  readonly opted_out: number;
  readonly not_reached: number;
}

const counted = (what: string) =>
  `(SELECT count(*) FROM campaign_entries e WHERE e.campaign_id = k.id AND e.dropped_at IS NULL ${what})`;
const shown = `SELECT k.*, o.name AS owner_name, g.name AS segment_name, p.number AS programme_number,
  p.name AS programme_name, p.status AS programme_status, ${counted('')} AS written,
  ${counted(`AND e.response = 'answered'`)} AS answered, ${counted(`AND e.response = 'no'`)} AS refused,
  ${counted(`AND e.response = 'opted-out'`)} AS opted_out, ${counted(`AND e.response = 'not-reached'`)} AS not_reached
  FROM campaigns k JOIN staff o ON o.id = k.owner_id JOIN segments g ON g.id = k.segment_id
  LEFT JOIN programmes p ON p.id = k.programme_id`;

/** Campaigns that run or are prepared, by their day; or those that are closed, the last first. */
export function listCampaigns(db: ReadableDb, show: 'running' | 'closed'): ShownCampaignRow[] {
  const which =
    show === 'closed'
      ? `k.status = 'closed' ORDER BY k.closed_at DESC, k.id DESC`
      : `k.status IN ('draft', 'made') ORDER BY k.starts_on DESC, k.id DESC`;
  return prepared(db, `${shown} WHERE ${which} LIMIT 200`).all() as ShownCampaignRow[];
}

/** The campaigns of a programme, by their day. */
export function listCampaignsOf(db: ReadableDb, programmeId: string): ShownCampaignRow[] {
  return prepared(db, `${shown} WHERE k.programme_id = ? ORDER BY k.starts_on, k.id LIMIT 200`).all(
    programmeId,
  ) as ShownCampaignRow[];
}

/** The campaigns of a programme that is discarded belong to none. */
export function releaseCampaigns(db: WritableDb, programmeId: string): void {
  run(
    db,
    sqlBuilder.updateTable('campaigns').set({ programme_id: null }).where('programme_id', '=', programmeId),
  );
}

/** One campaign with its names and counts. */
export function findShownCampaign(db: ReadableDb, id: string): ShownCampaignRow | undefined {
  return prepared(db, `${shown} WHERE k.id = ?`).get(id) as ShownCampaignRow | undefined;
}

/** One campaign. */
export function findCampaign(db: ReadableDb, id: string): CampaignRow | undefined {
  return one(db, sqlBuilder.selectFrom('campaigns').selectAll().where('id', '=', id));
}

/** Adds a campaign. */
export function insertCampaign(db: WritableDb, row: Insertable<Campaigns>): void {
  run(db, sqlBuilder.insertInto('campaigns').values(row));
}

/** Changes a campaign; its next version's number. */
export function updateCampaign(
  db: WritableDb,
  { id, version }: Pick<CampaignRow, 'id' | 'version'>,
  columns: Updateable<Campaigns>,
): number {
  const next = version + 1;
  run(
    db,
    sqlBuilder
      .updateTable('campaigns')
      .set({ ...columns, version: next })
      .where('id', '=', id),
  );
  return next;
}

/** Every time files with names were made of it, the last first. */
export function listMakings(db: ReadableDb, campaignId: string): (MakingRow & { staff_name: string })[] {
  return prepared(
    db,
    `SELECT m.*, s.name AS staff_name FROM campaign_makings m JOIN staff s ON s.id = m.staff_id
     WHERE m.campaign_id = ? ORDER BY m.at DESC, m.id DESC`,
  ).all(campaignId) as (MakingRow & { staff_name: string })[];
}

/** One making. */
export function findMaking(db: ReadableDb, id: string): MakingRow | undefined {
  return one(db, sqlBuilder.selectFrom('campaign_makings').selectAll().where('id', '=', id));
}

/** Notes that files with names are being made. */
export function insertMaking(db: WritableDb, row: Insertable<CampaignMakings>): void {
  run(db, sqlBuilder.insertInto('campaign_makings').values(row));
}

/** The files are whole: of how many people, how many files, and when. */
export function finishMaking(
  db: WritableDb,
  id: string,
  columns: { readonly people: number; readonly files: number; readonly finished_at: number },
): void {
  run(db, sqlBuilder.updateTable('campaign_makings').set(columns).where('id', '=', id));
}
