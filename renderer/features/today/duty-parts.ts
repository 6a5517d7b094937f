import type { DutyKind } from '@shared/contract/today';
import type { PartName } from '../../lib/parts';

/** The part of the customer's screen where a duty is done. */
export const dutyParts = {
  complaint: 'complaints',
  'oral-consent': 'consent',
  promise: 'promises',
  enquiry: 'enquiries',
  quotation: 'quotations',
  'job-late': 'jobs',
  'job-estimate': 'jobs',
  'job-ready': 'jobs',
  handover: 'handovers',
  'conversation-outcome': 'conversations',
  need: 'needs',
  arrival: 'recommendations',
  postponed: 'needs',
  vip: 'vip',
  birthday: 'needs',
  date: 'needs',
  warranty: 'items',
  care: 'items',
  survey: 'feedback',
} as const satisfies Record<DutyKind, PartName>;
