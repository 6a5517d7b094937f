import { Button, Stack, Text } from '@mantine/core';
import { isAllowed } from '@shared/contract/permissions';
import type { ContactPlan } from '@shared/contract/plans';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import type { CustomerPanel } from '../../ui/customer-panel';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import { PlanForm } from './plan-form';
import { planTopics } from './plan-topics';
import { usePlanWords } from './plan-words';
import classes from './plans.module.css';

/** When we last spoke, when we shall speak next, and by which plan. */
export const PlanPanel: CustomerPanel = ({ customerId }) => {
  const { t } = useWords();
  const { staff } = useCounter();
  const found = useAsk('plans.forCustomer', { customerId }, planTopics);
  const [isEditing, setEditing] = useState(false);
  const plan = found.data?.plan;
  return (
    <Section
      title={t('plans.title')}
      actions={
        plan &&
        isAllowed(staff.role, 'plans.write') && (
          <Button variant="default" onClick={() => setEditing(true)}>
            {t('plans.edit')}
          </Button>
        )
      }
    >
      <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
      {plan && <Standing plan={plan} />}
      {plan && isEditing && (
        <PlanForm customerId={customerId} plan={plan} onClose={() => setEditing(false)} />
      )}
    </Section>
  );
};

function Standing({ plan }: { plan: ContactPlan }) {
  const { t } = useWords();
  const words = usePlanWords();
  const quiet = [
    plan.cadence && `${t('plans.how')}: ${words.channel(plan.channel ?? plan.preferred.channel)}`,
    plan.cadence && plan.hours && `${t('plans.hours')}: ${plan.hours}`,
  ].filter(Boolean);
  return (
    <Stack gap={4}>
      <Text>
        {t('plans.last')} <strong>{words.last(plan)}</strong>
        {plan.nextOn && (
          <>
            {' · '}
            <span className={plan.isOverdue ? classes.late : ''}>
              {plan.isOverdue
                ? t('plans.late', { date: words.day(plan.nextOn) })
                : `${t('plans.next')} ${words.day(plan.nextOn)}`}
            </span>
          </>
        )}
      </Text>
      <Text size="sm">{words.plan(plan)}</Text>
      {quiet.length > 0 && (
        <Text size="sm" c="dimmed">
          {quiet.join(' · ')}
        </Text>
      )}
      {plan.note && (
        <Text size="sm" c="dimmed">
          {plan.note}
        </Text>
      )}
      {plan.pauses.length > 0 && (
        <Text size="sm" className={classes.late}>
          {t('plans.pauses', {
            reasons: plan.pauses.map((pause) => t(`conversations.obstacle.${pause}`)).join(', '),
          })}
        </Text>
      )}
      {plan.needsConsent && (
        <Text size="sm" c="dimmed">
          {t('plans.needsConsent')}
        </Text>
      )}
    </Stack>
  );
}
