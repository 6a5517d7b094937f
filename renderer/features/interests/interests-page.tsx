import { Skeleton, Text, UnstyledButton } from '@mantine/core';
import type { Output } from '@shared/contract';
import { isAllowed } from '@shared/contract/permissions';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { GuidelineHint } from '../../ui/guideline-hint';
import { ButtonLink } from '../../ui/links';
import { Page } from '../../ui/page';
import { Section } from '../../ui/section';
import { InterestItem } from './interest-item';
import { useInterestWords } from './interest-words';
import classes from './interests.module.css';

type Reference = Output<'interests.references'>[number];

/** The register: every reference somebody waits for, and who waits for the one that is chosen. */
export function InterestsPage() {
  const { t } = useWords();
  const { staff } = useCounter();
  const navigate = useNavigate();
  const { productId } = useSearch({ from: '/interests' });
  const references = useAsk('interests.references', {}, ['interests', 'sales', 'products', 'customers']);
  const list = references.data ?? [];
  const chosen = productId ?? list[0]?.product.id;
  return (
    <Page
      title={t('interests.title')}
      subtitle={t('interests.subtitle')}
      actions={
        <>
          <ButtonLink variant="default" to="/allocations">
            {t('interests.pieces')}
          </ButtonLink>
          <ButtonLink variant="default" to="/allocations/criteria">
            {t('allocations.criteria.title')}
          </ButtonLink>
          {isAllowed(staff.role, 'reports.shop') && (
            <ButtonLink variant="default" to="/allocations/fairness">
              {t('allocations.fairness.title')}
            </ButtonLink>
          )}
        </>
      }
    >
      <ErrorNotice error={references.error} onRetry={() => void references.refetch()} />
      {!references.data && !references.error && <Skeleton height={200} />}
      <Text className={classes.guarantee}>{t('interests.guarantee')}</Text>
      <GuidelineHint topic="allocation" />
      {references.data && list.length === 0 && (
        <EmptyState title={t('interests.empty')} hint={t('interests.emptyHint')} />
      )}
      {list.length > 0 && (
        <div className={classes.columns}>
          <Section title={t('interests.references')}>
            {list.map((reference) => (
              <ReferenceRow
                key={reference.product.id}
                reference={reference}
                isChosen={reference.product.id === chosen}
                onChoose={() =>
                  void navigate({ to: '/interests', search: { productId: reference.product.id } })
                }
              />
            ))}
          </Section>
          {chosen && <Waiting productId={chosen} />}
        </div>
      )}
    </Page>
  );
}

interface ReferenceRowProps {
  readonly reference: Reference;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function ReferenceRow({ reference, isChosen, onChoose }: ReferenceRowProps) {
  const { t } = useWords();
  const words = useInterestWords();
  const { product, waiting, offered, served, longestDays, stockCount, openPieces } = reference;
  const facts = [
    t('interests.waitingCount', { count: waiting }),
    longestDays !== null && t('interests.longest', { count: longestDays }),
    offered > 0 && `${offered} × ${t('interests.state.offered')}`,
    served > 0 && t('interests.servedCount', { count: served }),
    stockCount !== null && t('interests.stock', { count: stockCount }),
    openPieces > 0 && t('interests.openPieces', { count: openPieces }),
  ];
  return (
    <UnstyledButton className={classes.reference} aria-pressed={isChosen} onClick={onChoose}>
      <Text fw={600}>{words.product(product)}</Text>
      {product.reference && <Text size="sm">{product.reference}</Text>}
      <Text size="sm" c="dimmed">
        {facts.filter(Boolean).join(' · ')}
      </Text>
    </UnstyledButton>
  );
}

function Waiting({ productId }: { readonly productId: string }) {
  const { t } = useWords();
  const { staff } = useCounter();
  const words = useInterestWords();
  const found = useAsk(
    'interests.forProduct',
    { productId },
    ['interests', 'sales', 'customers', 'staff', 'jobs', 'vip'],
    { keepPrevious: true },
  );
  if (!found.data) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />;
  const { product, interests, waiting } = found.data;
  return (
    <Section
      title={t('interests.list', { product: words.product(product) })}
      actions={
        waiting > 0 &&
        isAllowed(staff.role, 'allocations.write') && (
          <ButtonLink to="/allocations" search={{ productId }}>
            {t('interests.allocate')}
          </ButtonLink>
        )
      }
    >
      <Text size="sm" c="dimmed">
        {t('interests.listOrder')}
      </Text>
      {interests.length === 0 && <EmptyState title={t('interests.none')} />}
      <ul className={classes.list}>
        {interests.map((interest) => (
          <InterestItem key={interest.id} interest={interest} names="customer" />
        ))}
      </ul>
    </Section>
  );
}
