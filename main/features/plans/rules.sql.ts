import type { FollowUpRule } from '@shared/domain/follow-ups';
import type { Insertable, Selectable } from 'kysely';
import type { FollowUpRules } from '../../db/rows';
import { prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';

export type RuleRow = Selectable<FollowUpRules> & { readonly maker: string | null };

/** Adds a version of a rule. */
export function insertRule(db: WritableDb, row: Insertable<FollowUpRules>): void {
  run(db, sqlBuilder.insertInto('follow_up_rules').values(row));
}

/** Every version of every rule, each rule's last one first. */
export function listRuleVersions(db: ReadableDb): RuleRow[] {
  return prepared(
    db,
    `SELECT r.*, s.name AS maker FROM follow_up_rules r LEFT JOIN staff s ON s.id = r.made_by
     ORDER BY r.rule_id, r.version DESC`,
  ).all() as RuleRow[];
}

/** The version of a rule that is in force. */
export function findRule(db: ReadableDb, ruleId: string): RuleRow | undefined {
  return prepared(
    db,
    `SELECT r.*, s.name AS maker FROM follow_up_rules r LEFT JOIN staff s ON s.id = r.made_by
     WHERE r.rule_id = ? ORDER BY r.version DESC LIMIT 1`,
  ).get(ruleId) as RuleRow | undefined;
}

/** The rules in force, as the pure rule reads them. */
export function listRulesInForce(db: ReadableDb): FollowUpRule[] {
  const last = new Map<string, RuleRow>();
  for (const row of listRuleVersions(db)) if (!last.has(row.rule_id)) last.set(row.rule_id, row);
  return [...last.values()].map((row) => ({
    versionId: row.id,
    ruleId: row.rule_id,
    after: row.after as FollowUpRule['after'],
    delay: row.delay,
    unit: row.unit as FollowUpRule['unit'],
    categories: JSON.parse(row.categories) as string[],
    who: row.who as FollowUpRule['who'],
    isOn: row.is_on === 1,
    startsOn: row.starts_on,
  }));
}

/** How many follow-ups of each rule are open. */
export function countOpenByRule(db: ReadableDb): Map<string, number> {
  const rows = prepared(
    db,
    `SELECT r.rule_id, count(*) AS open FROM follow_ups f JOIN follow_up_rules r ON r.id = f.rule_version_id
     WHERE f.status = 'open' GROUP BY r.rule_id`,
  ).all() as { rule_id: string; open: number }[];
  return new Map(rows.map(({ rule_id, open }) => [rule_id, open]));
}

/** One version of a rule. */
export function findRuleVersion(db: ReadableDb, versionId: string): Selectable<FollowUpRules> | undefined {
  return prepared(db, 'SELECT * FROM follow_up_rules WHERE id = ?').get(versionId) as
    | Selectable<FollowUpRules>
    | undefined;
}
