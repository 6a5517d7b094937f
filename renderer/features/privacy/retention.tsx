import { Button, Group, NumberInput, Stack, Text, Textarea } from '@mantine/core';
import type { Output } from '@shared/contract';
import type { RetentionRule } from '@shared/contract/retention-periods';
import { formatInstant } from '@shared/domain/dates';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';
import { FormEnd } from '../../ui/form-end';
import { Section } from '../../ui/section';
import { toast } from '../../ui/toast';
import classes from './privacy.module.css';
import { usePrivacyWords } from './privacy-words';
import { RetentionRun } from './retention-run';

/** How long what is kept, with the reason; then the list of what has outlived it. */
export function Retention() {
  const { t } = useWords();
  const found = useAsk('privacy.retentionRules', {}, ['privacy', 'staff']);
  const [editing, setEditing] = useState<RetentionRule | null>(null);
  return (
    <Stack gap="lg">
      <Text>{t('privacy.retention.intro')}</Text>
      <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
      <RetentionRun />
      <Section title={t('privacy.retention.periods')}>
        {found.data?.rules.map((rule) => (
          <Rule key={rule.kind} rule={rule} onEdit={() => setEditing(rule)} />
        ))}
      </Section>
      {found.data && found.data.runs.length > 0 && <Runs runs={found.data.runs} />}
      {editing && <RuleDialog rule={editing} onClose={() => setEditing(null)} />}
    </Stack>
  );
}

function Rule({ rule, onEdit }: { rule: RetentionRule; onEdit: () => void }) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const words = usePrivacyWords();
  return (
    <div className={classes.rule}>
      <div>
        <Text fw={600}>{t(`privacy.retention.kinds.${rule.kind}`)}</Text>
        <Text size="sm">{t(`privacy.retention.why.${rule.kind}`)}</Text>
        <Text size="sm" c="dimmed">
          {t(`privacy.retention.basis.${rule.basis}`)}{' '}
          {rule.made
            ? t('privacy.retention.version', {
                version: rule.version,
                date: formatInstant(rule.made.at, language, shop.timeZone),
                name: rule.made.by,
                reason: rule.reason,
              })
            : t('privacy.retention.ours')}
        </Text>
      </div>
      <Text fw={600}>{words.months(rule.months)}</Text>
      <Button
        variant="default"
        onClick={onEdit}
        aria-label={`${t('privacy.retention.change')}: ${t(`privacy.retention.kinds.${rule.kind}`)}`}
      >
        {t('privacy.retention.change')}
      </Button>
    </div>
  );
}

function RuleDialog({ rule, onClose }: { rule: RetentionRule; onClose: () => void }) {
  const { t } = useWords();
  const words = usePrivacyWords();
  const set = useTell('privacy.setRetention');
  const [months, setMonths] = useState<number | null>(rule.months);
  const [reason, setReason] = useState('');
  return (
    <Dialog title={t(`privacy.retention.kinds.${rule.kind}`)} isOpen onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          set.mutate(
            { kind: rule.kind, months, reason },
            {
              onSuccess: () => {
                toast(t('privacy.retention.saved'));
                onClose();
              },
            },
          );
        }}
      >
        <Stack gap="md">
          <NumberInput
            data-autofocus
            label={t('privacy.retention.period')}
            description={[
              t('privacy.retention.periodHint'),
              rule.atLeastMonths !== null &&
                t('privacy.retention.atLeast', { period: words.months(rule.atLeastMonths) }),
            ]
              .filter(Boolean)
              .join(' · ')}
            value={months ?? ''}
            min={1}
            max={1200}
            allowDecimal={false}
            onChange={(typed) => setMonths(typed === '' ? null : Number(typed))}
          />
          <Textarea
            required
            label={t('privacy.retention.reason')}
            value={reason}
            maxLength={500}
            autosize
            minRows={2}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <FormEnd error={set.error} isPending={set.isPending} submit={t('common.save')} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}

function Runs({ runs }: { runs: Output<'privacy.retentionRules'>['runs'] }) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  return (
    <Section title={t('privacy.retention.runs')}>
      <ul className={classes.list}>
        {runs.map((run) => (
          <li key={run.id} className={classes.request}>
            <div>
              <Text>
                {t('privacy.retention.runLine', {
                  date: formatInstant(run.at, language, shop.timeZone),
                  name: run.by,
                })}
              </Text>
              <Group gap="md">
                {Object.entries(run.removed).map(([kind, count]) => (
                  <Text key={kind} size="sm">
                    {t(`privacy.retention.kinds.${kind as 'notes'}`)}: {count}
                  </Text>
                ))}
              </Group>
            </div>
            <Text size="sm" c="dimmed">
              {t(`privacy.retention.outcome.${run.outcome}`)}
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  );
}
