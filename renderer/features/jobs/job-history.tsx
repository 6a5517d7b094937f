import { Text, Timeline } from '@mantine/core';
import type { Job, JobEvent } from '@shared/contract/jobs';
import { useWords } from '../../lib/i18n';
import { Section } from '../../ui/section';
import { DrawnSignature } from '../../ui/signature-pad';
import { useJobWords } from './job-words';

/** Every step, newest first, with who held the item after it: nothing of it can be rewritten. */
export function JobHistory({ job }: { readonly job: Job }) {
  const { t } = useWords();
  const words = useJobWords();
  return (
    <Section title={t('jobs.history')}>
      <Timeline bulletSize={12} lineWidth={1}>
        {[...job.events].reverse().map((event) => (
          <Timeline.Item key={event.id} title={t(`jobs.done.${event.step}`)}>
            <Facts event={event} currency={job.currency} />
            <Text size="sm" fw={500}>
              {words.holder(event)}
            </Text>
            <Text size="sm" c="dimmed">
              {words.instant(event.at)} · {event.by.name}
            </Text>
            {event.signature && <DrawnSignature signature={event.signature} label={t('jobs.signature')} />}
          </Timeline.Item>
        ))}
      </Timeline>
    </Section>
  );
}

/** A step's own facts, as lines. */
function Facts({ event, currency }: { readonly event: JobEvent; readonly currency: string }) {
  const { t } = useWords();
  const words = useJobWords();
  const { step, detail } = event;
  const lines: unknown[] = [];
  if (step === 'test')
    lines.push(
      [
        t(`jobs.test.${detail.phase as 'before'}`),
        t(`jobs.test.${detail.kind as 'dry'}`),
        t(detail.passed ? 'jobs.passed' : 'jobs.failed'),
      ].join(' · '),
    );
  if (step === 'estimate')
    lines.push(
      `${words.money(Number(detail.minor), currency)}, ${t('jobs.validUntil', { date: words.day(String(detail.validUntil)) })}`,
    );
  if (step === 'approve' || step === 'decline')
    lines.push(
      `${detail.by} · ${t(`promises.channel.${detail.channel as 'phone'}`)} · ${words.instant(Number(detail.at))}`,
    );
  if (detail.mayOpen === true) lines.push(t('jobs.alsoOpen'));
  if (detail.mayGoAbroad === true) lines.push(t('jobs.alsoAbroad'));
  if (step === 'work') lines.push(`${t(`jobs.workKinds.${detail.kind as 'work'}`)} · ${detail.what}`);
  if (step === 'move' && detail.isAbroad === true) lines.push(t('jobs.abroad'));
  if (step === 'give-up') lines.push(t(`jobs.reasons.${detail.reason as 'declined'}`));
  if (step === 'tell')
    lines.push(`${t(`promises.channel.${detail.channel as 'phone'}`)} · ${words.instant(Number(detail.at))}`);
  if (step === 'collect') lines.push(detail.proxy ?? t('jobs.collectors.owner'));
  if (step === 'collect') lines.push(t(detail.hasReceipt === true ? 'jobs.hasReceipt' : 'jobs.noReceipt'));
  if (detail.note) lines.push(detail.note);
  return lines.map((line) => (
    <Text size="sm" key={String(line)}>
      {String(line)}
    </Text>
  ));
}
