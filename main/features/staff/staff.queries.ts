import type { Role } from '@shared/contract/permissions';
import type { staffContract } from '@shared/contract/staff';
import type { QueryHandlers } from '../../kernel/handlers';
import { listStaff } from './staff.sql';

export const staffQueries: QueryHandlers<typeof staffContract> = {
  'staff.list': ({ db }) =>
    listStaff(db).map((row) => ({
      id: row.id,
      name: row.name,
      chineseName: row.chinese_name,
      role: row.role as Role,
      language: row.language,
      isActive: row.deactivated_at === null,
      isPinLocked: row.pin_locked === 1,
      pinMustChange: row.pin_must_change === 1,
      ownCustomerId: row.own_customer_id,
      ownCustomerName: ownCustomerName(row),
    })),
};

type ListedStaff = ReturnType<typeof listStaff>[number];

function ownCustomerName(row: ListedStaff): string | null {
  if (!row.own_customer_id) return null;
  const latin = [row.customer_family_name, row.customer_given_name].filter(Boolean).join(' ');
  return [row.customer_number, row.customer_chinese_name ?? latin].filter(Boolean).join(' · ');
}
