import { Badge, Button, Group, Stack, Text, Timeline } from '@mantine/core';
import { isAllowed } from '@shared/contract/permissions';
import type { PrivacyEvent, PrivacyRequest, Refusal } from '@shared/contract/privacy';
import { formatInstant } from '@shared/domain/dates';
import { formatMoney, money } from '@shared/domain/money';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { SidePanel } from '../../ui/dialog';
import { DocumentPreview } from '../../ui/document-preview';
import { ErrorNotice } from '../../ui/error-notice';
import { AnswerDialog } from './answer-dialog';
import { CopyDialog } from './copy-dialog';
import { EraseDialog } from './erase-dialog';
import { NoteDialog, type NoteName } from './note-dialog';
import classes from './privacy.module.css';
import { usePrivacyWords } from './privacy-words';

type Act = NoteName | 'answer' | 'copy' | 'erase' | null;

const stay = () => {};

interface RequestCaseProps {
  readonly requestId: string;
  readonly onClose: () => void;
}

/** The whole request at the side: what was asked, what was done, and what can be done next. */
export function RequestCase({ requestId, onClose }: RequestCaseProps) {
  const { t } = useWords();
  const found = useAsk('privacy.get', { requestId }, ['privacy', 'customers']);
  const [act, setAct] = useState<Act>(null);
  const end = () => setAct(null);
  const { data } = found;
  const title = [t('privacy.panelTitle'), data?.request.number].filter(Boolean).join(' · ');
  return (
    // Escape reaches every dialog that is open: the panel stays while one lies on top of it.
    <SidePanel title={title} isOpen onClose={act === null ? onClose : stay} size={640}>
      <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
      {data && (
        <Stack gap="md">
          <Facts request={data.request} refusal={data.refusal} />
          <Acts request={data.request} onChoose={setAct} />
          <Steps events={data.events} />
          {act === 'answer' && <AnswerDialog request={data.request} onClose={end} />}
          {act === 'copy' && <CopyDialog request={data.request} onClose={end} />}
          {act === 'erase' && data.request.customer && (
            <EraseDialog customerId={data.request.customer.id} onClose={end} />
          )}
          {(act === 'identity' || act === 'step' || act === 'fee') && (
            <NoteDialog note={act} request={data.request} onClose={end} />
          )}
        </Stack>
      )}
    </SidePanel>
  );
}

function Facts({ request, refusal }: { request: PrivacyRequest; refusal: Refusal | null }) {
  const { t, language } = useWords();
  const words = usePrivacyWords();
  const { answer, identity } = request;
  const left = words.left(request);
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Text fw={600}>{t(`privacy.kind.${request.kind}`)}</Text>
        {left && (
          <Badge
            variant="outline"
            color={request.isLate ? 'red' : 'gray'}
            c={request.isLate ? 'var(--danger-text)' : 'var(--mantine-color-text)'}
          >
            {left}
          </Badge>
        )}
      </Group>
      <Text>
        {words.name(request)}
        {request.customer && request.requesterName ? ` · ${request.requesterName}` : ''}
        {request.asksAs !== 'self' && ` · ${t(`privacy.asksAs.${request.asksAs}`)}`}
      </Text>
      <Text className={classes.said}>{request.what}</Text>
      <Text size="sm">
        {t('privacy.receivedLine', {
          date: words.day(request.receivedOn),
          how: t(`privacy.how.${request.receivedHow}`),
          name: request.receivedBy.name,
        })}
        {' · '}
        {t('privacy.dueOn', { date: words.day(request.dueOn) })}
      </Text>
      {request.kind !== 'objection' && (
        <Text size="sm">
          {identity
            ? t('privacy.identityLine', { seen: identity.seen, date: words.day(identity.on) })
            : t('privacy.identityMissing')}
        </Text>
      )}
      {request.kind === 'access' && (
        <Text size="sm">
          {t('privacy.fee')}:{' '}
          {request.feeMinor > 0
            ? formatMoney(money(request.feeMinor, request.currency), language)
            : t('privacy.feeNone')}
        </Text>
      )}
      {answer && (
        <>
          <Text fw={600}>
            {t('privacy.answeredLine', {
              answer: t(`privacy.answerKind.${request.status as 'granted'}`),
              date: words.day(answer.on),
              how: t(`privacy.how.${answer.how}`),
              name: answer.by.name,
            })}
          </Text>
          {refusal && <Text size="sm">{t(`privacy.grounds.${refusal.ground}`)}</Text>}
          <Text className={classes.said}>{answer.words}</Text>
          {answer.copyHanded && <Text size="sm">{answer.copyHanded}</Text>}
          {answer.thirdParties.map(({ name, toldOn }) => (
            <Text key={name} size="sm">
              {t('privacy.thirdPartiesTold', { name, date: words.day(toldOn) })}
            </Text>
          ))}
          {refusal && (
            <Text size="sm" c="dimmed">
              {t('privacy.refusal.keptUntil', { date: words.day(refusal.keepUntil) })}
            </Text>
          )}
        </>
      )}
    </Stack>
  );
}

function Acts({ request, onChoose }: { request: PrivacyRequest; onChoose: (act: Act) => void }) {
  const { t } = useWords();
  const { staff } = useCounter();
  const isOpen = request.status === 'open';
  const mayRecord = isAllowed(staff.role, 'privacy.record');
  const mayAnswer = isAllowed(staff.role, 'privacy.answer');
  const isOnRecord = request.customer !== null;
  const button = (act: NonNullable<Act>, label: string, isMain = false) => (
    <Button variant={isMain ? 'filled' : 'default'} onClick={() => onChoose(act)}>
      {label}
    </Button>
  );
  return (
    <Group gap={6}>
      {isOpen && mayAnswer && button('answer', t('privacy.answerDo'), request.kind !== 'erasure')}
      {isOpen && mayAnswer && isOnRecord && request.kind === 'access' && button('copy', t('privacy.copy.do'))}
      {isOpen &&
        mayAnswer &&
        isOnRecord &&
        request.kind === 'correction' &&
        button('copy', t('privacy.copy.do'))}
      {isOpen &&
        mayAnswer &&
        isOnRecord &&
        request.kind === 'erasure' &&
        button('erase', t('privacy.erase.menu'))}
      {isOpen && mayRecord && request.kind !== 'objection' && button('identity', t('privacy.identityNote'))}
      {isOpen && mayAnswer && request.kind === 'access' && button('fee', t('privacy.setFee'))}
      {mayRecord && button('step', t('privacy.addStep'))}
      {!isOpen && mayAnswer && <LetterButton request={request} />}
    </Group>
  );
}

function LetterButton({ request }: { request: PrivacyRequest }) {
  const { t } = useWords();
  const make = useTell('privacy.letter');
  const [documentId, setDocumentId] = useState<string | null>(null);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPrinter size={18} aria-hidden />}
        loading={make.isPending}
        onClick={() =>
          make.mutate(
            { requestId: request.id, language: request.language },
            { onSuccess: (made) => setDocumentId(made.documentId) },
          )
        }
      >
        {t('privacy.letter')}
      </Button>
      <ErrorNotice error={make.error} />
      <DocumentPreview documentId={documentId} onClose={() => setDocumentId(null)} />
    </>
  );
}

function Steps({ events }: { events: readonly PrivacyEvent[] }) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  return (
    <div>
      <Text fw={600} mb="xs">
        {t('privacy.steps')}
      </Text>
      <Timeline bulletSize={12} lineWidth={1}>
        {events.map((event) => (
          <Timeline.Item key={event.id} title={t(`privacy.stepKind.${event.kind}`)}>
            {event.words && <Text>{event.words}</Text>}
            <Text size="sm" c="dimmed">
              {formatInstant(event.at, language, shop.timeZone)} · {event.by.name}
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
    </div>
  );
}
