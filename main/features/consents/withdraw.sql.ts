import type { consentsContract } from '@shared/contract/consents';
import type { ParsedInputOf } from '@shared/contract/define';
import type { CommandContext } from '../../kernel/handlers';
import { everything } from './capture.sql';
import { blankEvent, insertConsentEvent, suppressContacts } from './consents.sql';

type Withdrawal = ParsedInputOf<(typeof consentsContract)['consents.withdraw']>;

/**
 * Writes that a customer said stop, inside the caller's transaction. Without a scope it is everything: then their contacts
 * go on the list that outlives the record.
 */
export function withdrawConsent(
  { db, now, staff, newId }: Pick<CommandContext, 'db' | 'now' | 'staff' | 'newId'>,
  customerId: string,
  scope: Withdrawal['scope'],
  words: Withdrawal['words'],
): void {
  insertConsentEvent(
    db,
    {
      ...blankEvent,
      ...everything,
      id: newId(),
      customer_id: customerId,
      kind: 'withdrawn',
      regime: 'hk-pdpo',
      purpose: scope?.purpose ?? 'all',
      ...(scope?.channels ? { channels: JSON.stringify(scope.channels) } : {}),
      ...(scope?.classes ? { goods_classes: JSON.stringify(scope.classes) } : {}),
      note: words?.trim() || null,
      staff_id: staff.staffId,
      at: now,
    },
    now,
  );
  const isEverything = (scope?.purpose ?? 'all') === 'all' && !scope?.channels && !scope?.classes;
  // Only a whole withdrawal may stop every channel: a suppressed number is suppressed for everything.
  if (isEverything) suppressContacts(db, customerId, 'withdrawn', now);
}
