import { all, one, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';

/** A new member of staff as stored. */
export interface NewStaff {
  readonly id: string;
  readonly name: string;
  readonly chinese_name: string | null;
  readonly role: string;
  readonly language: string;
  readonly pin_salt: string;
  readonly pin_hash: string;
  readonly pin_must_change: number;
  readonly created_at: number;
  readonly updated_at: number;
}

/** Everybody who works or worked here: the active first, each in the order they joined. */
export function listStaff(db: ReadableDb) {
  return all(
    db,
    sqlBuilder
      .selectFrom('staff')
      .leftJoin('customers', 'customers.id', 'staff.own_customer_id')
      .select([
        'staff.id',
        'staff.name',
        'staff.chinese_name',
        'staff.role',
        'staff.language',
        'staff.pin_locked',
        'staff.pin_must_change',
        'staff.deactivated_at',
        'staff.own_customer_id',
        'customers.number as customer_number',
        'customers.family_name as customer_family_name',
        'customers.given_name as customer_given_name',
        'customers.chinese_name as customer_chinese_name',
      ])
      .orderBy((order) => order('staff.deactivated_at', 'is not', null))
      .orderBy('staff.created_at')
      .orderBy('staff.id'),
  );
}

/** One member of staff, active or not. */
export function findStaff(db: ReadableDb, id: string) {
  return one(db, sqlBuilder.selectFrom('staff').selectAll().where('id', '=', id));
}

/** The active person of this name, upper and lower case alike, other than `exceptId`. */
export function findStaffNamed(db: ReadableDb, name: string, exceptId: string | null) {
  const wanted = name.toLocaleLowerCase();
  const active = all(
    db,
    sqlBuilder.selectFrom('staff').select(['id', 'name']).where('deactivated_at', 'is', null),
  );
  return active.find((row) => row.id !== exceptId && row.name.toLocaleLowerCase() === wanted);
}

/** How many active managers there are beside this person. */
export function countOtherManagers(db: ReadableDb, id: string): number {
  const row = one(
    db,
    sqlBuilder
      .selectFrom('staff')
      .select((select) => select.fn.countAll<number>().as('count'))
      .where('role', '=', 'manager')
      .where('deactivated_at', 'is', null)
      .where('id', '!=', id),
  );
  return row?.count ?? 0;
}

/** Adds somebody. */
export function insertStaff(db: WritableDb, staff: NewStaff): void {
  run(db, sqlBuilder.insertInto('staff').values(staff));
}

/** What may change about somebody. */
export interface StaffChange {
  readonly name?: string;
  readonly chinese_name?: string | null;
  readonly role?: string;
  readonly pin_salt?: string;
  readonly pin_hash?: string;
  readonly pin_must_change?: number;
  readonly pin_locked?: number;
  readonly failed_attempts?: number;
  readonly last_failed_at?: number | null;
  readonly own_customer_id?: string | null;
  readonly deactivated_at?: number | null;
  readonly updated_at: number;
}

/** Changes somebody. */
export function updateStaff(db: WritableDb, id: string, change: StaffChange): void {
  run(db, sqlBuilder.updateTable('staff').set(change).where('id', '=', id));
}

/** The id of the customer with this member number. */
export function findCustomerByNumber(db: ReadableDb, number: string): string | undefined {
  return one(
    db,
    sqlBuilder
      .selectFrom('customers')
      .select('id')
      .where('number', '=', number)
      .where('deleted_at', 'is', null),
  )?.id;
}
