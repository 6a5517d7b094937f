import type { Topic } from '@shared/contract/topics';

/** What duties are made of: whatever shows them asks again when one of these was touched. */
export const dutyTopics: readonly Topic[] = [
  'needs',
  'promises',
  'complaints',
  'feedback',
  'conversations',
  'enquiries',
  'quotations',
  'jobs',
  'handovers',
  'customers',
  'consents',
  'vip',
  'items',
  'products',
  'sales',
];
