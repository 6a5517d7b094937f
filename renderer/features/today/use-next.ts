import type { Duty } from '@shared/contract/today';
import { type OpenStep, rankSteps } from '@shared/domain/next-step';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { fullProductName } from '../../lib/product-name';
import { dutyTopics } from './duty-topics';
import { useDutyWords } from './duty-words';

/** Something worth doing with this customer: a duty, or what the shop could offer. */
export interface NextStep extends OpenStep {
  readonly duty: Duty | null;
  /** Names for the words of this kind. */
  readonly product: string;
}

/** What is open with a customer, the best first; null until everything was asked. */
export function useNext(customerId: string): NextStep[] | null {
  const { language } = useWords();
  const { product } = useDutyWords('');
  const facts = useAsk('today.forCustomer', { customerId }, dutyTopics);
  const vip = useAsk('vip.forCustomer', { customerId }, ['vip', 'sales', 'customers', 'settings']);
  const offers = useAsk('recommendations.forCustomer', { customerId, needId: null, limit: 4 }, [
    'recommendations',
    'items',
    'sales',
    'products',
    'consents',
  ]);
  if (!facts.data) return null;
  const steps: NextStep[] = facts.data.duties.map((duty) => ({
    kind: duty.kind,
    dueOn: duty.dueOn,
    duty,
    product: product(duty),
  }));
  const add = (kind: NextStep['kind'], product = '') =>
    steps.push({ kind, dueOn: null, duty: null, product });
  if (vip.data?.eligible) add('vip-invite');
  // Nobody is offered anything while their complaint is open.
  const isPaused = facts.data.duties.some(({ kind }) => kind === 'complaint');
  const complement = offers.data?.shortlist.find(
    ({ product: offered, reasons, recorded }) =>
      recorded === null &&
      (offered.stockCount ?? 1) > 0 &&
      reasons.some(({ code }) => code === 'COMPLEMENTS_OWNED'),
  );
  if (complement && !isPaused) add('complement', fullProductName(complement.product, language));
  if (facts.data.openNeeds === 0) add('ask');
  return rankSteps(steps);
}
