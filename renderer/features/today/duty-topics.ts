import type { Topic } from '@shared/contract/topics';

/** What duties are made of: whatever shows them asks again when one of these was touched. */
export const dutyTopics: readonly Topic[] = [
  'needs',
  'promises',
  'plans',
  'duties',
  'conversations',
  'complaints',
  'feedback',
  'enquiries',
  'quotations',
  'interests',
  'jobs',
  'handovers',
  'gifts',
  'reviews',
  'events',
  'campaigns',
  'privacy',
  'customers',
  'consents',
  'vip',
  'items',
  'products',
  'sales',
];
