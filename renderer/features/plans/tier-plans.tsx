import { Button, Group, Stack, Switch, Text, TextInput } from '@mantine/core';
import type { Output } from '@shared/contract';
import type { Cadence } from '@shared/domain/plans';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';
import { FormEnd } from '../../ui/form-end';
import { Section } from '../../ui/section';
import { toast } from '../../ui/toast';
import { AimField, CadenceFields, WayField } from './cadence-fields';
import { planTopics } from './plan-topics';
import { usePlanWords } from './plan-words';
import classes from './plans.module.css';

type Tier = Output<'plans.tiers'>[number];

/** The plan of each tier, with how many members it has and how many of them are due. */
export function TierPlans({ canChange }: { canChange: boolean }) {
  const { t } = useWords();
  const tiers = useAsk('plans.tiers', {}, [...planTopics, 'settings']);
  return (
    <Section title={t('plans.settings.tiers')}>
      <Text size="sm" c="dimmed" maw={760}>
        {t('plans.settings.tiersWhy')}
      </Text>
      <ErrorNotice error={tiers.error} onRetry={() => void tiers.refetch()} />
      {tiers.data?.length === 0 && <Text mt="sm">{t('plans.settings.noTiers')}</Text>}
      <ul className={classes.list}>
        {tiers.data?.map((tier) => (
          <TierLine key={tier.tier} tier={tier} canChange={canChange} />
        ))}
      </ul>
    </Section>
  );
}

function TierLine({ tier, canChange }: { tier: Tier; canChange: boolean }) {
  const { t } = useWords();
  const words = usePlanWords();
  const [isEditing, setEditing] = useState(false);
  const { plan } = tier;
  const name = words.tier(tier.tier);
  const facts = [
    t('plans.settings.members', { count: tier.members }),
    plan?.cadence && t('plans.settings.due', { count: tier.due }),
    plan && t('plans.settings.setBy', { name: plan.madeBy.name, date: words.dayOf(plan.madeAt) }),
  ].filter(Boolean);
  return (
    <li className={classes.line}>
      <div>
        <Text>
          <strong>{name}</strong>{' '}
          {plan?.cadence
            ? [
                words.cadence(plan.cadence),
                words.channel(plan.channel),
                plan.hours,
                t(`plans.purposes.${plan.purpose}`),
              ]
                .filter(Boolean)
                .join(' · ')
            : t('plans.settings.noPlan')}
        </Text>
        <Text size="sm" c="dimmed">
          {facts.join(' · ')}
        </Text>
      </div>
      {canChange && (
        <Button
          variant="default"
          aria-label={`${t('plans.settings.change')}: ${t('plans.settings.setTier', { tier: name })}`}
          onClick={() => setEditing(true)}
        >
          {t('plans.settings.change')}
        </Button>
      )}
      {isEditing && <TierForm tier={tier} onClose={() => setEditing(false)} />}
    </li>
  );
}

const usual: Cadence = { every: 3, unit: 'months' };

function TierForm({ tier: { tier, plan }, onClose }: { tier: Tier; onClose: () => void }) {
  const { t } = useWords();
  const words = usePlanWords();
  const save = useTell('plans.saveTier');
  const [isOn, setOn] = useState(plan === null || plan.cadence !== null);
  const [cadence, setCadence] = useState(plan?.cadence ?? usual);
  const [channel, setChannel] = useState(plan?.channel ?? null);
  const [hours, setHours] = useState(plan?.hours ?? '');
  const [purpose, setPurpose] = useState(plan?.purpose ?? 'selling');
  return (
    <Dialog title={t('plans.settings.setTier', { tier: words.tier(tier) })} isOpen onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(
            { tier, cadence: isOn ? cadence : null, channel, hours, purpose },
            {
              onSuccess: () => {
                toast(t('plans.saved'));
                onClose();
              },
            },
          );
        }}
      >
        <Stack gap="md">
          <Group mih={44}>
            <Switch
              size="md"
              label={t('plans.settings.byPlan')}
              checked={isOn}
              onChange={(event) => setOn(event.currentTarget.checked)}
            />
          </Group>
          {isOn && (
            <>
              <CadenceFields label={t('plans.everyLabel')} value={cadence} onChange={setCadence} />
              <WayField value={channel} onChange={setChannel} />
              <TextInput
                label={t('plans.hoursLabel')}
                description={t('plans.hoursOfTier')}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                value={hours}
                maxLength={200}
                onChange={(event) => setHours(event.currentTarget.value)}
              />
              <AimField value={purpose} onChange={setPurpose} />
            </>
          )}
          <FormEnd
            error={save.error}
            isPending={save.isPending}
            submit={t('plans.save')}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
