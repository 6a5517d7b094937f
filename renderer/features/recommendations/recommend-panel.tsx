import { Group, Select, Skeleton, Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import { isAllowed } from '@shared/contract/permissions';
import type { Outcome } from '@shared/contract/recommendations';
import { civilDateOf, formatDate } from '@shared/domain/dates';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { setCurrentNeed, useCurrentNeed } from '../../lib/current-need';
import { useWords } from '../../lib/i18n';
import { fullProductName } from '../../lib/product-name';
import { useSingleKeys } from '../../lib/single-keys';
import { useIsPainted } from '../../ui/after-paint';
import type { CustomerPanel } from '../../ui/customer-panel';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { QuietButton } from '../../ui/quiet-button';
import { Section } from '../../ui/section';
import { RecommendationCard, type Recommended } from './recommendation-card';
import classes from './recommendations.module.css';
import { useOutcome } from './use-outcome';

const noNeed = 'none';

/** What to show this customer now, and why; a tap or a key notes what came of it. */
export const RecommendPanel: CustomerPanel = ({ customerId }) => {
  const { t } = useWords();
  const { staff } = useCounter();
  const navigate = useNavigate();
  const frame = useRef<HTMLDivElement>(null);
  const { needId, choices, isReady } = useWhatFor(customerId);
  const list = useAsk(
    'recommendations.forCustomer',
    { customerId, needId },
    ['recommendations', 'needs', 'products', 'sales', 'items', 'consents', 'customers'],
    { enabled: isReady },
  );
  const outcome = useOutcome(customerId, needId);
  const mayWrite = isAllowed(staff.role, 'needs.write');
  const entries = list.data?.shortlist ?? [];

  const tell = (entry: Recommended, step: Outcome) => {
    if (step === 'bought') {
      const links = {
        ...(needId ? { needId } : {}),
        ...(entry.recorded ? { recommendationId: entry.recorded.id } : {}),
      };
      void navigate({ to: '/sale', search: { customerId, productId: entry.product.id, ...links } });
    } else outcome.record(entry, step);
  };
  useSingleKeys(
    mayWrite
      ? Object.fromEntries(
          entries.slice(0, 9).map((entry, index) => [String(index + 1), () => tell(entry, 'shown')]),
        )
      : {},
  );
  const chosen = useCurrentNeed(customerId);
  useEffect(() => {
    if (chosen) frame.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  return (
    <div ref={frame}>
      <Section
        part="recommendations"
        title={t('recommendations.panel')}
        actions={
          choices.length > 1 && (
            <Select
              aria-label={t('recommendations.chooseNeed')}
              data={choices}
              value={needId ?? noNeed}
              onChange={(value) => setCurrentNeed(customerId, value === noNeed ? null : value)}
              allowDeselect={false}
              w={320}
            />
          )
        }
      >
        <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
        {!list.data && !list.error && <Skeleton height={120} />}
        {list.data?.usesHistory === false && (
          <Text size="sm" mb="xs">
            {t('recommendations.noHistory')}
          </Text>
        )}
        {list.data && entries.length === 0 && (
          <EmptyState title={t('recommendations.none')} hint={t('recommendations.noneHint')} />
        )}
        {mayWrite && entries.length > 0 && (
          <Text size="sm" c="dimmed">
            {t('recommendations.keysHint')}
          </Text>
        )}
        {list.data && <Cards entries={entries} mayWrite={mayWrite} onOutcome={tell} />}
        {list.data && list.data.earlier.length > 0 && <Earlier rows={list.data.earlier} />}
      </Section>
    </div>
  );
};

/** As many as are in sight on a usual screen, with what stands above them. */
const drawnFirst = 3;
/** What a card takes on a usual screen. */
const usualHeight = 155;

interface CardsProps {
  readonly entries: readonly Recommended[];
  readonly mayWrite: boolean;
  readonly onOutcome: (entry: Recommended, step: Outcome) => void;
}

/** The first of them at once; the others, out of sight, when these and what stands around them have been painted. */
function Cards({ entries, mayWrite, onOutcome }: CardsProps) {
  const { staff } = useCounter();
  const isPainted = useIsPainted();
  const drawn = isPainted ? entries : entries.slice(0, drawnFirst);
  return (
    <ol
      className={classes.list}
      style={{ paddingBottom: (entries.length - drawn.length) * usualHeight || undefined }}
    >
      {drawn.map((entry, index) => (
        <RecommendationCard
          key={entry.product.id}
          entry={entry}
          number={index + 1}
          mayWrite={mayWrite}
          maySell={isAllowed(staff.role, 'sales.write')}
          onOutcome={(step) => onOutcome(entry, step)}
        />
      ))}
    </ol>
  );
}

/** What the list is for: the need that is being talked about, the newest open one, or the customer as such. */
function useWhatFor(customerId: string) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const needs = useAsk('needs.forCustomer', { customerId }, ['needs', 'products', 'customers', 'sales']);
  const chosen = useCurrentNeed(customerId);
  const open = (needs.data?.open ?? []).map(({ need }) => need);
  const known = open.find(({ id }) => id === chosen);
  // A discreet need is shown only when somebody chose it.
  const usual = open.find(({ isDiscreet, status }) => !isDiscreet && status === 'open');
  const needId = chosen === null ? null : ((known ?? usual)?.id ?? null);
  const label = (need: (typeof open)[number]) => {
    const date = formatDate(civilDateOf(need.at, shop.timeZone), language);
    if (need.isDiscreet) return `${t('recommendations.coveredNeed')} (${date})`;
    const category =
      need.category && t(`needs.categories.${need.category as 'watch'}`, { defaultValue: need.category });
    return `${[category, need.brand, need.reference].filter(Boolean).join(' ') || t('needs.anything')} (${date})`;
  };
  return {
    needId,
    isReady: needs.data !== undefined,
    choices: [
      ...open.map((need) => ({ value: need.id, label: label(need) })),
      { value: noNeed, label: t('recommendations.forNothing') },
    ],
  };
}

function Earlier({ rows }: { rows: Output<'recommendations.forCustomer'>['earlier'] }) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <QuietButton onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
        {t('recommendations.earlier')}
      </QuietButton>
      {isOpen && (
        <ul className={classes.earlier}>
          {rows.map((row) => (
            <li key={row.id}>
              <Text size="sm">{fullProductName(row.product, language)}</Text>
              <Group gap="xs" wrap="nowrap">
                <Text size="sm" c="dimmed">
                  {t(`recommendations.state.${row.outcome}`, {
                    date: formatDate(civilDateOf(row.at, shop.timeZone), language),
                  })}
                </Text>
              </Group>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
