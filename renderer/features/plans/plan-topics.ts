import type { Topic } from '@shared/contract/topics';

/** What the contact plan and follow-ups are made of. */
export const planTopics: readonly Topic[] = [
  'plans',
  'conversations',
  'sales',
  'customers',
  'vip',
  'consents',
  'complaints',
  'jobs',
  'promises',
  'staff',
];
