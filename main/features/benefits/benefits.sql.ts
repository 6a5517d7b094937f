import type { BenefitNames, BenefitTermsShape } from '@shared/contract/benefits';
import type { BenefitItems } from '@shared/domain/benefits';
import type { Insertable, Selectable } from 'kysely';
import type { BenefitUses, BenefitVersions } from '../../db/rows';
import { one, prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';

export type BenefitUseRow = Selectable<BenefitUses>;

/** One version of a benefit's rule. */
export interface BenefitVersion extends BenefitTermsShape {
  readonly benefitId: string;
  readonly version: number;
  readonly publishedAt: number;
  readonly by: string | null;
}

/** Every version of one benefit, or of all (null): benefits in the order they began, each with its newest version first. */
export function listBenefitVersions(db: ReadableDb, benefitId: string | null): BenefitVersion[] {
  const rows = prepared(
    db,
    `SELECT v.*, s.name AS staff_name FROM benefits b JOIN benefit_versions v ON v.benefit_id = b.id
     LEFT JOIN staff s ON s.id = v.published_by
     WHERE @benefitId IS NULL OR b.id = @benefitId ORDER BY b.created_at, b.id, v.version DESC`,
  ).all({ benefitId }) as (Selectable<BenefitVersions> & { staff_name: string | null })[];
  return rows.map((row) => ({
    benefitId: row.benefit_id,
    version: row.version,
    effectiveOn: row.effective_on,
    names: JSON.parse(row.names) as BenefitNames,
    items: row.items as BenefitItems,
    perYear: row.per_year,
    tiers: JSON.parse(row.tiers) as Record<string, number>,
    isOnRequest: row.is_on_request === 1,
    publishedAt: row.published_at,
    by: row.staff_name,
  }));
}

/** Every benefit with its versions, the newest first. */
export function listBenefits(db: ReadableDb): { id: string; versions: BenefitVersion[] }[] {
  const benefits: { id: string; versions: BenefitVersion[] }[] = [];
  for (const version of listBenefitVersions(db, null)) {
    const last = benefits.at(-1);
    if (last?.id === version.benefitId) last.versions.push(version);
    else benefits.push({ id: version.benefitId, versions: [version] });
  }
  return benefits;
}

/** Begins a benefit; its first version is the caller's to add. */
export function insertBenefit(db: WritableDb, row: { id: string; created_at: number }): void {
  run(db, sqlBuilder.insertInto('benefits').values(row));
}

/** Adds one version. */
export function insertBenefitVersion(
  db: WritableDb,
  {
    id,
    benefitId,
    version,
    ...terms
  }: BenefitTermsShape & { id: string; benefitId: string; version: number },
  { now, staffId }: { now: number; staffId: string | null },
): void {
  const row: Insertable<BenefitVersions> = {
    id,
    benefit_id: benefitId,
    version,
    effective_on: terms.effectiveOn,
    names: JSON.stringify(terms.names),
    items: terms.items,
    per_year: terms.perYear,
    tiers: JSON.stringify(terms.tiers),
    is_on_request: terms.isOnRequest ? 1 : 0,
    published_at: now,
    published_by: staffId,
  };
  run(db, sqlBuilder.insertInto('benefit_versions').values(row));
}

/** Adds one use. */
export function insertBenefitUse(db: WritableDb, row: Insertable<BenefitUses>): void {
  run(db, sqlBuilder.insertInto('benefit_uses').values(row));
}

/** One use, taken back or not. */
export function findBenefitUse(db: ReadableDb, id: string): BenefitUseRow | undefined {
  return one(db, sqlBuilder.selectFrom('benefit_uses').selectAll().where('id', '=', id));
}

/** Takes a use back. */
export function undoBenefitUse(db: WritableDb, id: string, undone: { now: number; staffId: string }): void {
  run(
    db,
    sqlBuilder
      .updateTable('benefit_uses')
      .set({ undone_at: undone.now, undone_by: undone.staffId })
      .where('id', '=', id),
  );
}

/** Uses of one item that stand, with who gave them, the latest first. */
export function listBenefitUses(db: ReadableDb, itemId: string): (BenefitUseRow & { staff_name: string })[] {
  return prepared(
    db,
    `SELECT u.*, s.name AS staff_name FROM benefit_uses u JOIN staff s ON s.id = u.staff_id
     WHERE u.item_id = ? AND u.undone_at IS NULL ORDER BY u.used_on DESC, u.id DESC`,
  ).all(itemId) as (BenefitUseRow & { staff_name: string })[];
}
