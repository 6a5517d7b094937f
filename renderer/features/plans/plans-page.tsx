import { isAllowed } from '@shared/contract/permissions';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { Page } from '../../ui/page';
import { RulesList } from './rules-list';
import { TierPlans } from './tier-plans';

/** How often each tier is contacted, and what follows a purchase or a repair: everybody reads it, a manager changes it. */
export function PlansPage() {
  const { t } = useWords();
  const { staff } = useCounter();
  const canChange = isAllowed(staff.role, 'plans.rules');
  return (
    <Page
      title={t('plans.settings.title')}
      subtitle={t(canChange ? 'plans.settings.why' : 'settings.readOnly')}
    >
      <TierPlans canChange={canChange} />
      <RulesList canChange={canChange} />
    </Page>
  );
}
