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
  'sales.attach': ['advisor', 'manager'],
  // A receipt that is somebody's already changes hands by the manager's, with the reason.
  'sales.move': ['manager'],
  'items.write': ['advisor', 'service', 'manager'],
  'benefits.write': ['manager'],
  'needs.read': ['advisor', 'service', 'manager'],
  'needs.write': ['advisor', 'manager'],
  'promises.read': ['advisor', 'service', 'manager'],
  'promises.write': ['advisor', 'service', 'manager'],
  'plans.read': ['advisor', 'service', 'manager'],
  'plans.write': ['advisor', 'service', 'manager'],
  'plans.rules': ['manager'],
  'duties.move': ['advisor', 'service', 'manager'],
  'duties.print': ['advisor', 'service', 'manager'],
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
  'interests.read': ['advisor', 'service', 'manager'],
  'interests.write': ['advisor', 'manager'],
  'allocations.write': ['advisor', 'manager'],
  // Offering a piece past the order is the manager's, with the reason.
  'allocations.override': ['manager'],
  'allocations.criteria': ['manager'],
  'jobs.read': ['advisor', 'service', 'manager'],
  'jobs.write': ['advisor', 'service', 'manager'],
  'handovers.read': ['advisor', 'service', 'manager'],
  'handovers.write': ['advisor', 'service', 'manager'],
  'gifts.read': ['advisor', 'service', 'manager'],
  'gifts.write': ['advisor', 'service', 'manager'],
  'gifts.manage': ['manager'],
  'reviews.read': ['advisor', 'service', 'manager'],
  'reviews.write': ['advisor', 'manager'],
  'events.read': ['advisor', 'service', 'manager'],
  'events.write': ['advisor', 'service', 'manager'],
  // What an event is, what it may cost, and that it is cancelled: the manager's to say.
  'events.plan': ['manager'],
  'programmes.read': ['advisor', 'service', 'manager'],
  'programmes.write': ['manager'],
  // Ticking an action off.
  'programmes.act': ['advisor', 'service', 'manager'],
  'guidelines.read': ['advisor', 'service', 'manager'],
  'guidelines.write': ['manager'],
  'oversight.review': ['manager'],
  'segments.read': ['advisor', 'manager'],
  'segments.write': ['advisor', 'manager'],
  'campaigns.read': ['advisor', 'manager'],
  'campaigns.respond': ['advisor', 'manager'],
  'campaigns.write': ['manager'],
  'consents.read': ['advisor', 'service', 'manager'],
  'consents.write': ['advisor', 'manager'],
  // Stopping is the customer's right at once, whoever stands at the counter (PDPO s.35G).
  'consents.withdraw': ['advisor', 'service', 'manager'],
  'notices.write': ['manager'],
  'privacy.read': ['advisor', 'service', 'manager'],
  // Whoever the person turns to takes the request in; the 40 days run from then.
  'privacy.record': ['advisor', 'service', 'manager'],
  'privacy.answer': ['manager'],
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
