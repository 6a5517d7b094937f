import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../lib/i18n';
import { GuidelineHint } from '../../ui/guideline-hint';
import { Page } from '../../ui/page';
import { PolicyView } from './policy-view';
import { StockView } from './stock-view';
import { YearView } from './year-view';

const tabs = ['stock', 'year', 'policy'] as const;
type Tab = (typeof tabs)[number];
const views: Readonly<Record<Tab, () => React.ReactNode>> = {
  stock: StockView,
  year: YearView,
  policy: PolicyView,
};

/** What there is to give, who received what this year, and how much may be given. */
export function GiftsPage() {
  const { t } = useWords();
  const [tab, setTab] = useState<Tab>('stock');
  const View = views[tab];
  return (
    <Page
      title={t('gifts.title')}
      subtitle={t('gifts.subtitle')}
      actions={
        <SegmentedControl
          size="md"
          aria-label={t('gifts.tabs.label')}
          value={tab}
          onChange={(value) => setTab(value as Tab)}
          data={tabs.map((value) => ({ value, label: t(`gifts.tabs.${value}`) }))}
        />
      }
    >
      <GuidelineHint topic="gifts" />
      <View />
    </Page>
  );
}
