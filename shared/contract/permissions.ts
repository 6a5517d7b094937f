/** The roles of a shop. Head office comes later. */
export const roles = ['advisor', 'service', 'manager'] as const;
export type Role = (typeof roles)[number];

/**
 * The one table of who may do what: permission → roles. What is not listed is denied.
 * Enforced by the dispatcher in main; the screens read it only to hide what would be refused.
 */
export const permissionTable = {
  'shop.read': ['advisor', 'service', 'manager'],
  'shop.write': ['manager'],
  'staff.read': ['advisor', 'service', 'manager'],
  'staff.write': ['manager'],
  'own.write': ['advisor', 'service', 'manager'],
  'customers.read': ['advisor', 'service', 'manager'],
  'customers.write': ['advisor', 'service', 'manager'],
  'customers.merge': ['advisor', 'manager'],
  'customers.reassign': ['manager'],
  'customers.remove': ['manager'],
  'products.read': ['advisor', 'service', 'manager'],
  'products.write': ['manager'],
  'sales.read': ['advisor', 'service', 'manager'],
  'sales.write': ['advisor', 'manager'],
  'items.write': ['advisor', 'service', 'manager'],
  'benefits.write': ['manager'],
  'needs.read': ['advisor', 'service', 'manager'],
  'needs.write': ['advisor', 'manager'],
  'promises.read': ['advisor', 'service', 'manager'],
  'promises.write': ['advisor', 'service', 'manager'],
  'complaints.read': ['advisor', 'service', 'manager'],
  'complaints.write': ['advisor', 'service', 'manager'],
  'feedback.read': ['advisor', 'service', 'manager'],
  'feedback.write': ['advisor', 'service', 'manager'],
  'surveys.write': ['manager'],
  'conversations.read': ['advisor', 'service', 'manager'],
  'conversations.write': ['advisor', 'service', 'manager'],
  'conversations.review': ['manager'],
  'templates.write': ['manager'],
  'enquiries.read': ['advisor', 'service', 'manager'],
  'enquiries.write': ['advisor', 'service', 'manager'],
  'quotations.read': ['advisor', 'service', 'manager'],
  'quotations.write': ['advisor', 'manager'],
  'jobs.read': ['advisor', 'service', 'manager'],
  'jobs.write': ['advisor', 'service', 'manager'],
  'handovers.read': ['advisor', 'service', 'manager'],
  'handovers.write': ['advisor', 'service', 'manager'],
  'guidelines.read': ['advisor', 'service', 'manager'],
  'guidelines.write': ['manager'],
  'oversight.review': ['manager'],
  'consents.read': ['advisor', 'service', 'manager'],
  'consents.write': ['advisor', 'manager'],
  // Stopping is the customer's right at once, whoever stands at the counter (PDPO s.35G).
  'consents.withdraw': ['advisor', 'service', 'manager'],
  'notices.write': ['manager'],
  'vip.write': ['advisor', 'manager'],
  'reports.customer': ['advisor', 'service', 'manager'],
  'reports.shop': ['manager'],
  'imports.run': ['manager'],
  'exports.run': ['manager'],
  'day.read': ['advisor', 'service', 'manager'],
  'day.close': ['manager'],
  'backups.read': ['advisor', 'service', 'manager'],
  'backups.run': ['manager'],
  'backups.restore': ['manager'],
  'audit.read': ['manager'],
  'updates.run': ['manager'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissionTable;

/** True when the role holds the permission. */
export function isAllowed(role: Role, permission: Permission): boolean {
  return (permissionTable[permission] as readonly Role[]).includes(role);
}
