import { Badge, Button, Group, Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import type { FollowUpRuleShape } from '@shared/contract/plans';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { QuietButton } from '../../ui/quiet-button';
import { Section } from '../../ui/section';
import { planTopics } from './plan-topics';
import { usePlanWords } from './plan-words';
import classes from './plans.module.css';
import { RuleForm } from './rule-form';

type Rule = Output<'plans.rules'>[number];

/** What follows a purchase or a repair, rule by rule, with the versions before. */
export function RulesList({ canChange }: { canChange: boolean }) {
  const { t } = useWords();
  const rules = useAsk('plans.rules', {}, planTopics);
  const [isNew, setNew] = useState(false);
  return (
    <Section
      title={t('plans.settings.rules')}
      actions={
        canChange && (
          <Button variant="default" onClick={() => setNew(true)}>
            {t('plans.settings.newRule')}
          </Button>
        )
      }
    >
      <Text size="sm" c="dimmed" maw={760}>
        {t('plans.settings.rulesWhy')}
      </Text>
      <ErrorNotice error={rules.error} onRetry={() => void rules.refetch()} />
      <ul className={classes.list}>
        {rules.data?.map((rule) => (
          <RuleLine key={rule.ruleId} rule={rule} canChange={canChange} />
        ))}
      </ul>
      {isNew && <RuleForm rule={null} onClose={() => setNew(false)} />}
    </Section>
  );
}

function RuleLine({ rule, canChange }: { rule: Rule; canChange: boolean }) {
  const { t } = useWords();
  const words = usePlanWords();
  const [isEditing, setEditing] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const name = words.rule(rule);
  return (
    <li className={classes.line}>
      <div>
        <Group gap="xs">
          <Text fw={600}>{name}</Text>
          {!rule.isOn && (
            <Badge variant="outline" color="gray">
              {t('plans.settings.off')}
            </Badge>
          )}
        </Group>
        <RuleFacts rule={rule} open={rule.open} />
        {rule.versions.length > 0 && (
          <QuietButton onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
            {t('plans.settings.versions', { count: rule.versions.length })}
          </QuietButton>
        )}
        {isOpen && (
          <ul className={classes.list}>
            {rule.versions.map((before) => (
              <li key={before.version} className={classes.off}>
                <Text size="sm">
                  {t('plans.settings.version', {
                    version: before.version,
                    name: before.madeBy?.name ?? t('plans.settings.builtIn'),
                    date: before.madeBy ? words.dayOf(before.madeAt) : '',
                  }).replace(/[,，]\s*$/, '')}
                </Text>
                <RuleFacts rule={before} open={null} />
              </li>
            ))}
          </ul>
        )}
      </div>
      {canChange && (
        <Button
          variant="default"
          aria-label={`${t('plans.settings.editRule')}: ${name}`}
          onClick={() => setEditing(true)}
        >
          {t('plans.settings.change')}
        </Button>
      )}
      {isEditing && <RuleForm rule={rule} onClose={() => setEditing(false)} />}
    </li>
  );
}

function RuleFacts({ rule, open }: { rule: FollowUpRuleShape; open: number | null }) {
  const { t } = useWords();
  const words = usePlanWords();
  const category = (name: string) => t(`products.categories.${name as 'watch'}`, { defaultValue: name });
  const facts = [
    t(`plans.settings.afterOf.${rule.after}`),
    t(`plans.after.${rule.unit}`, { count: rule.delay }),
    rule.after === 'purchase' &&
      (rule.categories.length === 0
        ? t('plans.settings.allGoods')
        : rule.categories.map(category).join(', ')),
    words.channel(rule.channel),
    t(`plans.settings.whoOf.${rule.who}`),
    t(`plans.purposes.${rule.purpose}`),
    open !== null && open > 0 && t('plans.settings.open', { count: open }),
  ];
  return (
    <Text size="sm" c="dimmed">
      {facts.filter(Boolean).join(' · ')}
    </Text>
  );
}
