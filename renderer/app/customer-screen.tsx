import { ConsentPanel } from '../features/consents/consent-panel';
import { CustomerPage } from '../features/customers/customer-page';
import { ItemsPanel } from '../features/items/items-panel';
import { NeedsPanel } from '../features/needs/needs-panel';
import { RecommendPanel } from '../features/recommendations/recommend-panel';
import { ReportButton } from '../features/reports/report-button';
import { PurchasesPanel } from '../features/sales/purchases-panel';
import { NextPanel } from '../features/today/next-panel';
import { VipPanel } from '../features/vip/vip-panel';
import type { CustomerPanel } from '../ui/customer-panel';

/** The customer's screen, put together from the features' parts. */
export function CustomerScreen() {
  return <CustomerPage panels={panels} />;
}

/** What is asked for, and what to show for it. */
const Needs: CustomerPanel = (props) => (
  <>
    <NeedsPanel {...props} />
    <RecommendPanel {...props} />
  </>
);

const panels = {
  needs: Needs,
  next: NextPanel,
  consent: ConsentPanel,
  vip: VipPanel,
  report: ReportButton,
  items: ItemsPanel,
  purchases: PurchasesPanel,
};
