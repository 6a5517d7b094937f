import type { Permission } from '@shared/contract/permissions';

/** A screen that one can go to from anywhere: its path, and who may. By the word it has in the rail (`shell.…`). */
export const places = {
  today: { to: '/', permission: 'shop.read' },
  customers: { to: '/customers', permission: 'customers.read' },
  needs: { to: '/needs', permission: 'needs.read' },
  catalogue: { to: '/products', permission: 'products.read' },
  sale: { to: '/sale', permission: 'sales.write' },
  jobs: { to: '/jobs', permission: 'jobs.read' },
  closeDay: { to: '/day-close', permission: 'day.read' },
  settings: { to: '/settings', permission: 'shop.read' },
  calendar: { to: '/calendar', permission: 'customers.read' },
  promises: { to: '/promises', permission: 'promises.read' },
  conversations: { to: '/conversations', permission: 'conversations.read' },
  enquiries: { to: '/enquiries', permission: 'enquiries.read' },
  quotations: { to: '/quotations', permission: 'quotations.read' },
  complaints: { to: '/complaints', permission: 'complaints.read' },
  feedback: { to: '/feedback', permission: 'feedback.read' },
  handovers: { to: '/handovers', permission: 'handovers.read' },
  vip: { to: '/vip', permission: 'vip.write' },
  prospects: { to: '/prospects', permission: 'customers.read' },
  interests: { to: '/interests', permission: 'interests.read' },
  allocations: { to: '/allocations', permission: 'interests.read' },
  gifts: { to: '/gifts', permission: 'gifts.read' },
  reviews: { to: '/reviews', permission: 'reviews.read' },
  events: { to: '/events', permission: 'events.read' },
  campaigns: { to: '/campaigns', permission: 'campaigns.read' },
  programmes: { to: '/programmes', permission: 'programmes.read' },
  segments: { to: '/segments', permission: 'segments.read' },
  guidelines: { to: '/guidelines', permission: 'guidelines.read' },
  review: { to: '/review', permission: 'oversight.review' },
  privacy: { to: '/privacy', permission: 'privacy.read' },
  moveIn: { to: '/import', permission: 'imports.run' },
  backups: { to: '/backups', permission: 'backups.read' },
  staff: { to: '/staff', permission: 'staff.read' },
} as const satisfies Record<string, { to: string; permission: Permission }>;

export type PlaceName = keyof typeof places;
