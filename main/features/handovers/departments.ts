import type { Role } from '@shared/contract/permissions';
import { departmentOf } from '@shared/domain/departments';
import type { HandoverRow } from './handovers.sql';

/** True for both sides of a thread, and for the manager, who answers for all of them. */
export function mayWriteIn(
  { from_department, to_department }: Pick<HandoverRow, 'from_department' | 'to_department'>,
  role: Role,
): boolean {
  return role === 'manager' || [from_department, to_department].includes(departmentOf(role));
}
