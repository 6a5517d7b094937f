import { Button, NumberInput, SegmentedControl, Skeleton, Stack, Text } from '@mantine/core';
import { isAllowed } from '@shared/contract/permissions';
import type { ReviewDue } from '@shared/contract/reviews';
import type { ReviewRules } from '@shared/domain/reviews';
import { tierInWords } from '@shared/words/vip';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { TextLink } from '../../ui/links';
import { Page } from '../../ui/page';
import { Section } from '../../ui/section';
import { toast } from '../../ui/toast';
import { PlanForm } from './plan-form';
import { ReviewItem } from './review-item';
import { useReviewWords } from './review-words';
import classes from './reviews.module.css';

const shows = ['due', 'planned', 'held', 'cancelled'] as const;
type Show = (typeof shows)[number];
type Scope = 'mine' | 'shop';

/** With whom a review meeting is due, what is planned, what was held; and how often, by tier. */
export function ReviewsPage() {
  const { t } = useWords();
  const [show, setShow] = useState<Show>('due');
  const [scope, setScope] = useState<Scope>('shop');
  return (
    <Page
      title={t('reviews.title')}
      subtitle={t('reviews.subtitle')}
      actions={
        <>
          <SegmentedControl
            size="md"
            aria-label={t('reviews.show.label')}
            value={show}
            onChange={(value) => setShow(value as Show)}
            data={shows.map((value) => ({ value, label: t(`reviews.show.${value}`) }))}
          />
          <SegmentedControl
            size="md"
            aria-label={t('reviews.scope.label')}
            value={scope}
            onChange={(value) => setScope(value as Scope)}
            data={(['mine', 'shop'] as const).map((value) => ({ value, label: t(`reviews.scope.${value}`) }))}
          />
        </>
      }
    >
      <div className={classes.columns}>
        {show === 'due' ? <Due scope={scope} /> : <Meetings show={show} scope={scope} />}
        <Cadence />
      </div>
    </Page>
  );
}

function Meetings({ show, scope }: { readonly show: Exclude<Show, 'due'>; readonly scope: Scope }) {
  const { t } = useWords();
  const list = useAsk('reviews.list', { show, scope }, ['reviews', 'customers', 'staff'], {
    keepPrevious: true,
  });
  const { reviews = [], total = 0 } = list.data ?? {};
  return (
    <div>
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      {!list.data && !list.error && <Skeleton height={200} />}
      {list.data && reviews.length === 0 && (
        <EmptyState title={t(`reviews.empty.${show}`)} hint={t('reviews.emptyHint')} />
      )}
      <ul className={classes.list}>
        {reviews.map((review) => (
          <ReviewItem key={review.id} review={review} showsCustomer />
        ))}
      </ul>
      {total > reviews.length && (
        <Text c="dimmed">{t('reviews.more', { count: total - reviews.length })}</Text>
      )}
    </div>
  );
}

function Due({ scope }: { readonly scope: Scope }) {
  const { t } = useWords();
  const list = useAsk('reviews.due', { scope }, ['reviews', 'customers', 'vip', 'settings'], {
    keepPrevious: true,
  });
  const [planning, setPlanning] = useState<string | null>(null);
  const { due = [], total = 0 } = list.data ?? {};
  return (
    <div>
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      {!list.data && !list.error && <Skeleton height={200} />}
      {list.data && due.length === 0 && (
        <EmptyState title={t('reviews.empty.due')} hint={t('reviews.emptyHint')} />
      )}
      <ul className={classes.list}>
        {due.map((one) => (
          <DueLine key={one.customer.id} due={one} onPlan={() => setPlanning(one.customer.id)} />
        ))}
      </ul>
      {total > due.length && <Text c="dimmed">{t('reviews.more', { count: total - due.length })}</Text>}
      {planning && <PlanForm customerId={planning} onClose={() => setPlanning(null)} />}
    </div>
  );
}

function DueLine({ due, onPlan }: { readonly due: ReviewDue; readonly onPlan: () => void }) {
  const { t, language } = useWords();
  const words = useReviewWords();
  const { staff } = useCounter();
  const name = words.name(due.customer);
  return (
    <li className={classes.review}>
      <div>
        <TextLink to="/customers/$customerId" params={{ customerId: due.customer.id }}>
          {name}
        </TextLink>
        <Text size="sm" c="dimmed">
          {[
            t('reviews.dueOn', { date: words.day(due.dueOn) }),
            due.tier && tierInWords(due.tier, language),
            due.lastHeldOn
              ? t('reviews.lastHeld', { date: words.day(due.lastHeldOn) })
              : t('reviews.neverMet'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      {isAllowed(staff.role, 'reviews.write') && (
        <Button variant="default" aria-label={`${t('reviews.plan')}: ${name}`} onClick={onPlan}>
          {t('reviews.plan')}
        </Button>
      )}
    </li>
  );
}

/** How often, by tier: the manager's own numbers. */
function Cadence() {
  const { t } = useWords();
  const settings = useAsk('shop.settings', {}, ['settings']);
  return (
    <Section title={t('reviews.rules.heading')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('reviews.rules.why')}
      </Text>
      <ErrorNotice error={settings.error} />
      {settings.data && (
        <CadenceForm
          key={JSON.stringify(settings.data.reviewRules)}
          kept={settings.data.reviewRules}
          tiers={settings.data.vipTiers.map(({ code }) => code)}
        />
      )}
    </Section>
  );
}

function CadenceForm({ kept, tiers }: { readonly kept: ReviewRules; readonly tiers: readonly string[] }) {
  const { t, language } = useWords();
  const { staff } = useCounter();
  const mayChange = isAllowed(staff.role, 'shop.write');
  const [months, setMonths] = useState<Readonly<Record<string, number>>>(kept.months);
  const save = useTell('shop.saveSettings');
  const isChanged = JSON.stringify(months) !== JSON.stringify(kept.months);
  const change = (tier: string, typed: number | '') => {
    const { [tier]: _, ...others } = months;
    setMonths(typed === '' ? others : { ...others, [tier]: typed });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ reviewRules: { months } }, { onSuccess: () => toast(t('reviews.rules.saved')) });
      }}
    >
      <Stack gap="sm">
        {tiers.map((tier) => (
          <NumberInput
            key={tier}
            label={t('reviews.rules.months', { tier: tierInWords(tier, language) })}
            readOnly={!mayChange}
            value={months[tier] ?? ''}
            min={1}
            max={60}
            clampBehavior="strict"
            allowDecimal={false}
            hideControls
            onChange={(typed) => change(tier, typed === '' ? '' : Number(typed))}
          />
        ))}
        <ErrorNotice error={save.error} />
        {mayChange ? (
          <Button type="submit" w="fit-content" disabled={!isChanged} loading={save.isPending}>
            {t('common.save')}
          </Button>
        ) : (
          <Text size="sm" c="dimmed">
            {t('reviews.rules.managerOnly')}
          </Text>
        )}
      </Stack>
    </form>
  );
}
