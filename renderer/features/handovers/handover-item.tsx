import { Badge, Button, Group, Text, Textarea } from '@mantine/core';
import type { Handover } from '@shared/contract/handovers';
import { formatDate, formatInstant } from '@shared/domain/dates';
import { IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { customerName } from '../../lib/customer-name';
import { type Draft, useDraft } from '../../lib/drafts';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { TextLink } from '../../ui/links';
import { toast } from '../../ui/toast';
import classes from './handovers.module.css';

interface HandoverItemProps {
  readonly handover: Handover;
  /** True where the list is not the customer's own page. */
  readonly showsCustomer?: boolean;
}

/** One hand-over: who asks whom for what by when, the thread that both sides see, and a place for the next line of it. */
export function HandoverItem({ handover, showsCustomer = false }: HandoverItemProps) {
  const { t, language } = useWords();
  const [isUncovered, setUncovered] = useState(false);
  const [isOpen, setOpen] = useState(handover.closedAt === null);
  const isCovered = handover.isDiscreet && !isUncovered;
  return (
    <li className={classes.handover}>
      {showsCustomer && (
        <TextLink to="/customers/$customerId" params={{ customerId: handover.customer.id }}>
          {customerName(handover.customer, language)}
        </TextLink>
      )}
      {isCovered ? (
        <Group gap="sm">
          <Text fw={600}>
            <IconEyeOff size={16} aria-hidden /> {t('handovers.covered')}
          </Text>
          <Button variant="default" onClick={() => setUncovered(true)}>
            {t('handovers.uncover')}
          </Button>
        </Group>
      ) : (
        <Text fw={600}>{handover.subject}</Text>
      )}
      <Facts handover={handover} isCovered={isCovered} />
      {!isCovered && (
        <>
          {handover.closedAt !== null && (
            <Button variant="subtle" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
              {t('handovers.threadShow', { count: handover.messages.length })}
            </Button>
          )}
          {isOpen && <Thread handover={handover} />}
          {isOpen && handover.mayAnswer && <Answer key={String(handover.closedAt)} handover={handover} />}
        </>
      )}
    </li>
  );
}

function Facts({ handover, isCovered }: { readonly handover: Handover; readonly isCovered: boolean }) {
  const { t, language } = useWords();
  const { from, to, dueTime, isLate } = handover;
  const date = formatDate(handover.dueOn, language);
  return (
    <Group gap="xs">
      {isLate && (
        <Badge color="red" variant="outline" c="var(--danger-text)">
          {t('handovers.late')}
        </Badge>
      )}
      <Text size="sm">
        {t('handovers.fromTo', {
          from: t(`handovers.department.${from}`),
          to: t(`handovers.department.${to}`),
        })}
      </Text>
      <Text size="sm" className={isLate ? classes.late : ''}>
        {dueTime === null ? t('handovers.dueOn', { date }) : t('handovers.dueAt', { date, time: dueTime })}
      </Text>
      <Text size="sm" c="dimmed">
        {handover.number}
      </Text>
      {handover.item && !isCovered && (
        <Text size="sm" c="dimmed">
          {t('handovers.aboutItem', { item: handover.item.name })}
        </Text>
      )}
      {handover.job && (
        <TextLink size="sm" to="/jobs/$jobId" params={{ jobId: handover.job.id }}>
          {t('handovers.aboutJob', { number: handover.job.number })}
        </TextLink>
      )}
    </Group>
  );
}

function Thread({ handover }: { readonly handover: Handover }) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  return (
    <ol className={classes.thread} aria-label={t('handovers.thread', { number: handover.number })}>
      {handover.messages.map((message) => (
        <li key={message.id}>
          <Text size="sm" c="dimmed">
            {t('handovers.said', {
              name: message.by.name,
              department: t(`handovers.department.${message.department}`),
              what: t(`handovers.line.${message.kind}`),
            })}
            {` · ${formatInstant(message.at, language, shop.timeZone)}`}
          </Text>
          <Text>{message.body}</Text>
        </li>
      ))}
    </ol>
  );
}

/** The next line of the thread; of a closed one, why it is opened again. */
function Answer({ handover }: { readonly handover: Handover }) {
  const subject = `${handover.id}${handover.closedAt === null ? '' : ' closed'}`;
  const draft = useDraft<{ body: string }>('handovers.answer', subject, { body: '' });
  if (!draft.start) return null;
  return <AnswerFields handover={handover} draft={draft} start={draft.start.body} />;
}

interface AnswerFieldsProps {
  readonly handover: Handover;
  readonly draft: Draft<{ body: string }>;
  readonly start: string;
}

function AnswerFields({ handover, draft, start }: AnswerFieldsProps) {
  const { t } = useWords();
  const answer = useTell('handovers.answer');
  const reopen = useTell('handovers.reopen');
  const [body, setBody] = useState(start);
  const isClosed = handover.closedAt !== null;
  const handoverId = handover.id;
  const done = (message: string) => ({
    onSuccess: () => {
      draft.clear();
      setBody('');
      toast(message);
    },
  });
  const send = (closes: boolean) =>
    answer.mutate(
      { handoverId, body, closes },
      done(closes ? t('handovers.closed', { number: handover.number }) : t('handovers.answered')),
    );
  const isEmpty = body.trim() === '';
  return (
    <>
      <Textarea
        label={t(isClosed ? 'handovers.reopenReason' : 'handovers.answer')}
        value={body}
        maxLength={1000}
        autosize
        minRows={1}
        maw={720}
        onChange={(event) => {
          setBody(event.currentTarget.value);
          draft.keep({ body: event.currentTarget.value });
        }}
      />
      <ErrorNotice error={answer.error ?? reopen.error} />
      <Group gap="xs" mt="xs">
        {isClosed ? (
          <Button
            variant="default"
            disabled={isEmpty}
            onClick={() => reopen.mutate({ handoverId, reason: body }, done(t('handovers.reopened')))}
          >
            {t('handovers.reopen')}
          </Button>
        ) : (
          <>
            <Button variant="default" disabled={isEmpty} onClick={() => send(false)}>
              {t('handovers.answerSend')}
            </Button>
            <Button disabled={isEmpty} onClick={() => send(true)}>
              {t('handovers.answerClose')}
            </Button>
          </>
        )}
      </Group>
    </>
  );
}
