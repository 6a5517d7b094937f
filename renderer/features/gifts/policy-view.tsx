import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import type { Output } from '@shared/contract';
import type { GiftPolicyVersion } from '@shared/contract/gifts';
import { isAllowed } from '@shared/contract/permissions';
import { civilDateOf } from '@shared/domain/dates';
import { CUSTOMARY_OCCASIONS, type CustomaryOccasion } from '@shared/domain/gifts';
import { tierInWords } from '@shared/words/vip';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { MoneyField } from '../../ui/money-field';
import { Section } from '../../ui/section';
import { toast } from '../../ui/toast';
import { useGiftWords } from './gift-words';
import classes from './gifts.module.css';

/** What may be given in a year, by tier, and when a gift is customary: dated versions that the manager writes. */
export function PolicyView() {
  const { t } = useWords();
  const words = useGiftWords();
  const { staff } = useCounter();
  const policy = useAsk('gifts.policy', {}, ['gifts', 'settings']);
  const { data } = policy;
  return (
    <div className={classes.columns}>
      <Section title={t('gifts.policy.heading')}>
        <ErrorNotice error={policy.error} onRetry={() => void policy.refetch()} />
        {data && (
          <Stack gap="md">
            <Text size="sm" c="dimmed">
              {t('gifts.policy.why')}
            </Text>
            <Text>
              {data.inForce.version === 0
                ? t('gifts.policy.initial')
                : t('gifts.policy.inForce', {
                    version: data.inForce.version,
                    date: words.day(data.inForce.effectiveOn),
                  })}
            </Text>
            {data.coming && (
              <Text>
                {t('gifts.policy.coming', {
                  version: data.coming.version,
                  date: words.day(data.coming.effectiveOn),
                })}
              </Text>
            )}
            <Form
              key={data.versions[0]?.version}
              data={data}
              mayChange={isAllowed(staff.role, 'gifts.manage')}
            />
          </Stack>
        )}
      </Section>
      {data && data.versions.length > 1 && <Versions versions={data.versions} />}
    </div>
  );
}

interface FormProps {
  readonly data: Output<'gifts.policy'>;
  readonly mayChange: boolean;
}

function Form({ data, mayChange }: FormProps) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const start = data.coming ?? data.inForce;
  const [limits, setLimits] = useState(start.limits);
  const [customary, setCustomary] = useState(start.customary);
  const [effectiveOn, setDay] = useState(civilDateOf(Date.now(), shop.timeZone));
  const [reason, setReason] = useState('');
  const save = useTell('gifts.savePolicy');
  const limitOf = (tier: string) => limits.tiers[tier] ?? limits.withoutCard;
  const toggle = (occasion: CustomaryOccasion, tier: string, isOn: boolean) =>
    setCustomary({
      ...customary,
      [occasion]: isOn ? [...customary[occasion], tier] : customary[occasion].filter((one) => one !== tier),
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(
          { limits, customary, effectiveOn, reason },
          { onSuccess: ({ version }) => toast(t('gifts.policy.saved', { version })) },
        );
      }}
    >
      <Stack gap="md">
        <Group align="flex-start">
          <MoneyField
            w={170}
            label={t('gifts.policy.withoutCard')}
            readOnly={!mayChange}
            value={limits.withoutCard}
            currency={data.currency}
            onChange={(minor) => setLimits({ ...limits, withoutCard: minor ?? 0 })}
          />
          {data.tiers.map((tier) => (
            <MoneyField
              key={tier}
              w={170}
              label={tierInWords(tier, language)}
              readOnly={!mayChange}
              value={limitOf(tier)}
              currency={data.currency}
              onChange={(minor) => setLimits({ ...limits, tiers: { ...limits.tiers, [tier]: minor ?? 0 } })}
            />
          ))}
        </Group>
        <Text fw={600}>{t('gifts.policy.customary')}</Text>
        <Text size="sm" c="dimmed">
          {t('gifts.policy.customaryWhy')}
        </Text>
        {CUSTOMARY_OCCASIONS.map((occasion) => (
          <Group key={occasion} gap="lg" role="group" aria-label={t(`gifts.occasions.${occasion}`)}>
            <Text w={150}>{t(`gifts.occasions.${occasion}`)}</Text>
            {data.tiers.map((tier) => (
              <Checkbox
                key={tier}
                label={tierInWords(tier, language)}
                disabled={!mayChange}
                checked={customary[occasion].includes(tier)}
                onChange={(event) => toggle(occasion, tier, event.currentTarget.checked)}
              />
            ))}
          </Group>
        ))}
        {mayChange ? (
          <>
            <Group grow align="flex-start">
              <TextInput
                type="date"
                required
                label={t('gifts.policy.from')}
                min={civilDateOf(Date.now(), shop.timeZone)}
                value={effectiveOn}
                onChange={(event) => setDay(event.currentTarget.value)}
              />
              <TextInput
                required
                label={t('gifts.policy.reason')}
                value={reason}
                maxLength={300}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
            </Group>
            <ErrorNotice error={save.error} />
            <Button type="submit" w="fit-content" loading={save.isPending}>
              {t('gifts.policy.save')}
            </Button>
          </>
        ) : (
          <Text size="sm" c="dimmed">
            {t('gifts.policy.managerOnly')}
          </Text>
        )}
      </Stack>
    </form>
  );
}

function Versions({ versions }: { readonly versions: readonly GiftPolicyVersion[] }) {
  const { t, language } = useWords();
  const words = useGiftWords();
  return (
    <Section title={t('gifts.policy.versions')}>
      <ul className={classes.list}>
        {versions
          .filter(({ version }) => version > 0)
          .map(({ version, effectiveOn, reason, by, limits }) => (
            <li key={version} className={classes.gift}>
              <div>
                <Text fw={600}>
                  {t('gifts.policy.versionLine', { version, date: words.day(effectiveOn) })}
                </Text>
                <Text size="sm">{[reason, by].filter(Boolean).join(' · ')}</Text>
                <Text size="sm" c="dimmed">
                  {[
                    `${t('gifts.policy.withoutCard')} ${words.cost(limits.withoutCard)}`,
                    ...Object.entries(limits.tiers).map(
                      ([tier, minor]) => `${tierInWords(tier, language)} ${words.cost(minor)}`,
                    ),
                  ].join(' · ')}
                </Text>
              </div>
            </li>
          ))}
      </ul>
    </Section>
  );
}
