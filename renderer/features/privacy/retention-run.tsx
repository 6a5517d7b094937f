import { Alert, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import type { Progress } from '@shared/contract/errors';
import { formatInstant } from '@shared/domain/dates';
import type { RetentionKind } from '@shared/domain/retention-periods';
import { useState } from 'react';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { useAction } from '../../lib/use-action';
import { ErrorNotice } from '../../ui/error-notice';
import { ProgressPanel } from '../../ui/progress-panel';
import { Section } from '../../ui/section';
import { toast } from '../../ui/toast';
import { usePrivacyWords } from './privacy-words';

type Listed = Output<'privacy.retentionList'>;

/** First the list, which changes nothing; then what was ticked goes, with progress and a way to stop. */
export function RetentionRun() {
  const { t } = useWords();
  const list = useAction('privacy.retentionList');
  const [listed, setListed] = useState<Listed | null>(null);
  const look = async () => {
    setListed(null);
    setListed(await list.start({}));
  };
  const isNothing =
    listed !== null && listed.customers.total === 0 && listed.others.every(({ count }) => count === 0);
  return (
    <Section
      title={t('privacy.retention.outlived')}
      actions={
        <Button variant="default" onClick={() => void look()} disabled={list.startedAt !== null}>
          {t('privacy.retention.list')}
        </Button>
      }
    >
      <ErrorNotice error={list.error} />
      {list.startedAt !== null && (
        <Running action={list} word="privacy.retention.listing" startedAt={list.startedAt} />
      )}
      {isNothing && <Text role="status">{t('privacy.retention.nothing')}</Text>}
      {listed && !isNothing && <Choose listed={listed} onDone={() => setListed(null)} />}
    </Section>
  );
}

interface RunningProps {
  readonly action: { readonly progress: Progress | null; cancel(): void };
  readonly word: 'privacy.retention.listing' | 'privacy.retention.removing';
  readonly startedAt: number;
}

function Running({ action, word, startedAt }: RunningProps) {
  const { t } = useWords();
  const step = action.progress?.step ?? '';
  const kind = /^privacy\.retention\.kinds\.(.+)$/.exec(step)?.[1] as RetentionKind | undefined;
  return (
    <ProgressPanel
      step={kind ? t(word, { kind: t(`privacy.retention.kinds.${kind}`) }) : t('privacy.erase.tidy')}
      progress={action.progress}
      startedAt={startedAt}
      onCancel={action.cancel}
    />
  );
}

function Choose({ listed, onDone }: { listed: Listed; onDone: () => void }) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const words = usePrivacyWords();
  const run = useAction('privacy.retentionRun');
  const free = listed.customers.shown.filter(({ heldBy }) => heldBy === null);
  const [customerIds, setCustomers] = useState<readonly string[]>(free.map(({ id }) => id));
  const due = listed.others.filter(({ count }) => count > 0);
  const [kinds, setKinds] = useState<readonly RetentionKind[]>(due.map(({ kind }) => kind));
  const start = async () => {
    const done = await run.start({ customerIds: [...customerIds], kinds: [...kinds] });
    if (!done) return;
    toast(
      [
        t(done.isWhole ? 'privacy.retention.done' : 'privacy.retention.cancelled'),
        done.skipped > 0 && t('privacy.retention.skipped', { count: done.skipped }),
      ]
        .filter(Boolean)
        .join(' '),
    );
    onDone();
  };
  const toggle = <T extends string>(all: readonly T[], one: T, isOn: boolean) =>
    isOn ? [...all, one] : all.filter((other) => other !== one);
  return (
    <Stack gap="md">
      {listed.customers.total > 0 && (
        <div>
          <Text fw={600}>{t('privacy.retention.customers', { count: listed.customers.total })}</Text>
          {listed.customers.total > listed.customers.shown.length && (
            <Text size="sm" c="dimmed">
              {t('privacy.retention.shown', { count: listed.customers.shown.length })}
            </Text>
          )}
          <Stack gap="xs" mt="xs">
            {listed.customers.shown.map((customer) => (
              <Checkbox
                key={customer.id}
                checked={customerIds.includes(customer.id)}
                disabled={customer.heldBy !== null}
                onChange={(event) =>
                  setCustomers(toggle(customerIds, customer.id, event.currentTarget.checked))
                }
                label={`${customer.name} · ${customer.number}`}
                description={
                  customer.heldBy
                    ? t(`privacy.retention.held.${customer.heldBy}`)
                    : t('privacy.retention.last', {
                        date: formatInstant(customer.lastAt, language, shop.timeZone),
                      })
                }
              />
            ))}
          </Stack>
        </div>
      )}
      {due.map(({ kind, before, count }) => (
        <Checkbox
          key={kind}
          checked={kinds.includes(kind)}
          onChange={(event) => setKinds(toggle(kinds, kind, event.currentTarget.checked))}
          label={t(`privacy.retention.kinds.${kind}`)}
          description={t('privacy.retention.before', { count, date: words.day(before) })}
        />
      ))}
      <Alert color="red" variant="outline">
        <Text fw={600}>{t('privacy.retention.runConfirm')}</Text>
        <Text size="sm">{t('privacy.retention.stays')}</Text>
      </Alert>
      <ErrorNotice error={run.error} />
      {run.startedAt !== null ? (
        <Running action={run} word="privacy.retention.removing" startedAt={run.startedAt} />
      ) : (
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t('common.cancel')}
          </Button>
          <Button color="red" disabled={customerIds.length + kinds.length === 0} onClick={() => void start()}>
            {t('privacy.retention.run')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
