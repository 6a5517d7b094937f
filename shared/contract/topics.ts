/** What can change; a screen that shows one of these asks again when it is touched. */
export const topics = [
  'session',
  'shop',
  'settings',
  'staff',
  'customers',
  'products',
  'sales',
  'items',
  'needs',
  'recommendations',
  'promises',
  'guidelines',
  'oversight',
  'consents',
  'vip',
  'imports',
  'backups',
  'day',
  'audit',
  'views',
  'drafts',
  'updates',
] as const;

export type Topic = (typeof topics)[number];
