/** The departments between which things are handed over. */

export const DEPARTMENTS = ['counter', 'service', 'management'] as const;
export type Department = (typeof DEPARTMENTS)[number];

const departments = { advisor: 'counter', service: 'service', manager: 'management' } as const;

/** Where somebody of this role works. */
export function departmentOf(role: keyof typeof departments): Department {
  return departments[role];
}
