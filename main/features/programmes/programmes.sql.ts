import type { Insertable, Selectable, Updateable } from 'kysely';
import type { ProgrammeActions, Programmes } from '../../db/rows';
import { one, prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';

export type ProgrammeRow = Selectable<Programmes>;
export type ActionRow = Selectable<ProgrammeActions>;

/** A programme with the names it is shown with and what its actions come to. */
export interface ShownProgrammeRow extends ProgrammeRow {
  readonly owner_name: string;
  readonly starter_name: string | null;
  /** Of the segment as it is called now; what it was called at the start is the programme's own. */
  readonly current_segment: string;
  readonly spent: number;
  readonly actions: number;
  readonly done: number;
  readonly late: number;
}

const shown = `SELECT p.*, o.name AS owner_name, b.name AS starter_name, g.name AS current_segment,
    coalesce((SELECT sum(a.spent_minor) FROM programme_actions a WHERE a.programme_id = p.id), 0) AS spent,
    (SELECT count(*) FROM programme_actions a WHERE a.programme_id = p.id) AS actions,
    (SELECT count(*) FROM programme_actions a WHERE a.programme_id = p.id AND a.done_at IS NOT NULL) AS done,
    (SELECT count(*) FROM programme_actions a WHERE a.programme_id = p.id AND a.done_at IS NULL AND a.due_on < @today)
      AS late
  FROM programmes p JOIN staff o ON o.id = p.owner_id LEFT JOIN staff b ON b.id = p.started_by
  JOIN segments g ON g.id = p.segment_id`;

/** Adds a draft. */
export function insertProgramme(db: WritableDb, row: Insertable<Programmes>): void {
  run(db, sqlBuilder.insertInto('programmes').values(row));
}

/** Changes columns of one; what is frozen at the start refuses to change afterwards. */
export function updateProgramme(db: WritableDb, id: string, columns: Updateable<Programmes>): void {
  run(db, sqlBuilder.updateTable('programmes').set(columns).where('id', '=', id));
}

/** Removes a draft and its actions. */
export function deleteDraft(db: WritableDb, id: string): void {
  run(db, sqlBuilder.deleteFrom('programme_actions').where('programme_id', '=', id));
  run(db, sqlBuilder.deleteFrom('programmes').where('id', '=', id));
}

/** One programme. */
export function findProgramme(db: ReadableDb, id: string): ProgrammeRow | undefined {
  return one(db, sqlBuilder.selectFrom('programmes').selectAll().where('id', '=', id));
}

/** One programme with its names. */
export function findShownProgramme(db: ReadableDb, id: string, today: string): ShownProgrammeRow | undefined {
  return prepared(db, `${shown} WHERE p.id = @id`).get({ id, today }) as ShownProgrammeRow | undefined;
}

/** Programmes by how they stand, the newest first. */
export function listProgrammes(db: ReadableDb, status: string, today: string): ShownProgrammeRow[] {
  return prepared(db, `${shown} WHERE p.status = @status ORDER BY p.made_at DESC, p.id DESC LIMIT 100`).all({
    status,
    today,
  }) as ShownProgrammeRow[];
}

/** Programmes that were copied from this one. */
export function listSuccessors(db: ReadableDb, id: string) {
  return prepared(
    db,
    `SELECT id, number, name FROM programmes WHERE predecessor_id = ? ORDER BY made_at, id`,
  ).all(id) as { id: string; number: string; name: string }[];
}

/** An action with its names. */
export interface ShownActionRow extends ActionRow {
  readonly owner_name: string;
  readonly doer_name: string | null;
  readonly event_name: string | null;
  readonly campaign_number: string | null;
  readonly campaign_name: string | null;
  readonly campaign_status: string | null;
  readonly programme_name: string;
}

const shownActions = `SELECT a.*, o.name AS owner_name, d.name AS doer_name, e.name AS event_name,
    k.number AS campaign_number, k.name AS campaign_name, k.status AS campaign_status, p.name AS programme_name
  FROM programme_actions a JOIN programmes p ON p.id = a.programme_id JOIN staff o ON o.id = a.owner_id
  LEFT JOIN staff d ON d.id = a.done_by LEFT JOIN events e ON e.id = a.event_id
  LEFT JOIN campaigns k ON k.id = a.campaign_id`;

/** The actions of a programme by their day. */
export function listActions(db: ReadableDb, programmeId: string): ShownActionRow[] {
  return prepared(db, `${shownActions} WHERE a.programme_id = ? ORDER BY a.due_on, a.made_at, a.id`).all(
    programmeId,
  ) as ShownActionRow[];
}

/** Actions of running programmes that are not done and due by a day; of one owner, or of all. */
export function listDueActions(db: ReadableDb, by: string, ownerId: string | null): ShownActionRow[] {
  return prepared(
    db,
    `${shownActions} WHERE a.done_at IS NULL AND a.due_on <= @by AND p.status = 'running'
       AND (@ownerId IS NULL OR a.owner_id = @ownerId) ORDER BY a.due_on, a.id LIMIT 20`,
  ).all({ by, ownerId }) as ShownActionRow[];
}

/** One action. */
export function findAction(db: ReadableDb, id: string): ActionRow | undefined {
  return one(db, sqlBuilder.selectFrom('programme_actions').selectAll().where('id', '=', id));
}

/** The action that a campaign is. */
export function findActionOfCampaign(db: ReadableDb, campaignId: string): ActionRow | undefined {
  return one(
    db,
    sqlBuilder.selectFrom('programme_actions').selectAll().where('campaign_id', '=', campaignId),
  );
}

/** Takes a campaign from the action that it was. */
export function detachCampaign(db: WritableDb, campaignId: string): void {
  run(
    db,
    sqlBuilder
      .updateTable('programme_actions')
      .set({ campaign_id: null })
      .where('campaign_id', '=', campaignId),
  );
}

/** Adds an action. */
export function insertAction(db: WritableDb, row: Insertable<ProgrammeActions>): void {
  run(db, sqlBuilder.insertInto('programme_actions').values(row));
}

/** Changes columns of one action. */
export function updateAction(db: WritableDb, id: string, columns: Updateable<ProgrammeActions>): void {
  run(db, sqlBuilder.updateTable('programme_actions').set(columns).where('id', '=', id));
}

/** Takes an action off the list. */
export function deleteAction(db: WritableDb, id: string): void {
  run(db, sqlBuilder.deleteFrom('programme_actions').where('id', '=', id));
}
