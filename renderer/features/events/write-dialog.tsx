import { Button, Group, SegmentedControl, Skeleton, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { Output } from '@shared/contract';
import type { EventGuest } from '@shared/contract/event-shapes';
import { INVITATION_WAYS, type InvitationWay } from '@shared/domain/events';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { DocumentPreview } from '../../ui/document-preview';
import { ErrorNotice } from '../../ui/error-notice';
import { FormEnd } from '../../ui/form-end';
import { useEventWords } from './event-words';

interface WriteDialogProps {
  readonly guest: EventGuest;
  readonly about: 'invitation' | 'cancellation';
  /** Whose turn it is afterwards; null where everybody was written to. */
  readonly next: EventGuest | null;
  readonly onNext: (guest: EventGuest) => void;
  readonly onClose: () => void;
}

type Written = Output<'events.write'>;

/** The invitation, or the word that it is cancelled, to one guest after the other. */
export function WriteDialog({ guest, about, next, onNext, onClose }: WriteDialogProps) {
  const { t } = useWords();
  const words = useEventWords();
  const [written, setWritten] = useState<{ guestId: string; made: Written } | null>(null);
  const name = words.name(guest);
  const title = t(about === 'invitation' ? 'events.invitation.title' : 'events.invitation.tellTitle', {
    name,
  });
  const isWritten = written?.guestId === guest.id;
  return (
    <Dialog title={title} isOpen size={640} onClose={onClose}>
      {isWritten && written ? (
        <Done
          name={name}
          made={written.made}
          next={next && words.name(next)}
          onNext={() => next && onNext(next)}
          onClose={onClose}
        />
      ) : (
        <Ways
          key={guest.id}
          guest={guest}
          about={about}
          onWritten={(made) => setWritten({ guestId: guest.id, made })}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}

interface PartProps extends Pick<WriteDialogProps, 'guest' | 'about' | 'onClose'> {
  readonly onWritten: (made: Written) => void;
}

function Ways({ guest, about, onWritten, onClose }: PartProps) {
  const { t } = useWords();
  const words = useEventWords();
  // Who was asked already, and who only has to be told, may be written to by any way that has an address.
  const ways = guest.verdict && guest.verdict.ways.length > 0 ? guest.verdict.ways : INVITATION_WAYS;
  const [way, setWay] = useState<InvitationWay>(ways[0] ?? 'whatsapp');
  const preview = useAsk('events.preview', { guestId: guest.id, way, about }, [
    'conversations',
    'customers',
    'consents',
    'settings',
    'events',
  ]);
  return (
    <Stack gap="md">
      <SegmentedControl
        aria-label={t('events.invitation.way')}
        value={way}
        onChange={(value) => setWay(value as InvitationWay)}
        data={ways.map((one) => ({ value: one, label: words.how(one) }))}
      />
      <ErrorNotice error={preview.error} onRetry={() => void preview.refetch()} />
      {!preview.data && !preview.error && <Skeleton height={220} />}
      {preview.data && (
        <Letter
          key={way}
          guest={guest}
          about={about}
          way={way}
          preview={preview.data}
          onWritten={onWritten}
          onClose={onClose}
        />
      )}
    </Stack>
  );
}

interface LetterProps extends PartProps {
  readonly way: InvitationWay;
  readonly preview: Output<'events.preview'>;
}

function Letter({ guest, about, way, preview, onWritten, onClose }: LetterProps) {
  const { t } = useWords();
  const words = useEventWords();
  const write = useTell('events.write');
  const [subject, setSubject] = useState(preview.subject);
  const [body, setBody] = useState(preview.body);
  const [gateReason, setGateReason] = useState('');
  const { gate, notice, address, language } = preview;
  const isCall = way === 'phone';
  return (
    <form
      onSubmit={(submitted) => {
        submitted.preventDefault();
        write.mutate({ guestId: guest.id, way, about, subject, body, gateReason }, { onSuccess: onWritten });
      }}
    >
      <Stack gap="md">
        {address && (
          <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
            {t('events.invitation.to', { address })}
          </Text>
        )}
        {(way === 'email' || way === 'letter') && (
          <TextInput
            label={t('events.invitation.subject')}
            lang={language}
            value={subject}
            maxLength={200}
            onChange={(typed) => setSubject(typed.currentTarget.value)}
          />
        )}
        <Textarea
          data-autofocus
          label={t(isCall ? 'events.invitation.script' : 'events.invitation.text')}
          lang={language}
          value={body}
          maxLength={8000}
          autosize
          minRows={4}
          maxRows={12}
          onChange={(typed) => setBody(typed.currentTarget.value)}
        />
        {notice && (
          <Text size="sm" c="dimmed">
            {t(isCall ? 'events.invitation.noticeSay' : 'events.invitation.notice', { notice })}
          </Text>
        )}
        {gate?.state === 'closed' && gate.reason && (
          <Text size="sm" c="var(--danger-text)">
            {t('events.verdict.in-person', { reason: t(`consents.reason.${gate.reason as 'NEVER_ASKED'}`) })}
          </Text>
        )}
        {gate?.state === 'needs-reason' && (
          <TextInput
            required
            label={t('events.invitation.reason')}
            description={t('events.invitation.reasonHint', { why: words.obstacles(gate.obstacles) })}
            value={gateReason}
            maxLength={300}
            onChange={(typed) => setGateReason(typed.currentTarget.value)}
          />
        )}
        <FormEnd
          error={write.error}
          isPending={write.isPending}
          submit={t(`conversations.go.${way}`)}
          onCancel={onClose}
        />
      </Stack>
    </form>
  );
}

interface DoneProps {
  readonly name: string;
  readonly made: Written;
  readonly next: string | null;
  readonly onNext: () => void;
  readonly onClose: () => void;
}

function Done({ name, made, next, onNext, onClose }: DoneProps) {
  const { t } = useWords();
  const [documentId, setDocumentId] = useState(made.documentId);
  return (
    <Stack gap="md">
      <Text role="status">{t('events.invitation.sent', { name })}</Text>
      <Textarea
        readOnly
        label={t('events.invitation.copy')}
        value={made.text}
        autosize
        minRows={3}
        maxRows={8}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('common.close')}
        </Button>
        {next && (
          <Button data-autofocus onClick={onNext}>
            {t('events.invitation.next', { name: next })}
          </Button>
        )}
      </Group>
      <DocumentPreview documentId={documentId} onClose={() => setDocumentId(null)} />
    </Stack>
  );
}
