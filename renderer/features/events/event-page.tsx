import { Button, Group, Menu, Skeleton, Text } from '@mantine/core';
import { isAllowed } from '@shared/contract/permissions';
import { IconDots, IconPrinter } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { DocumentPreview } from '../../ui/document-preview';
import { ErrorNotice } from '../../ui/error-notice';
import { ButtonLink } from '../../ui/links';
import { Page } from '../../ui/page';
import { toast, toastError } from '../../ui/toast';
import { AfterSection } from './after-section';
import { CancelEvent } from './cancel-event';
import type { EventAnswer } from './event-answer';
import { EventFigures } from './event-figures';
import { EventForm } from './event-form';
import { useEventWords } from './event-words';
import classes from './events.module.css';
import { GuestList } from './guest-list';
import { SalesSection } from './sales-section';

/** One event: how many are expected, who they are and how they may be asked, and what came of it. */
export function EventPage() {
  const { eventId } = useParams({ from: '/events/$eventId' });
  const { t } = useWords();
  const words = useEventWords();
  const answer = useAsk('events.get', { eventId }, [
    'events',
    'customers',
    'consents',
    'conversations',
    'complaints',
    'jobs',
    'settings',
    'promises',
    'programmes',
  ]);
  const { data } = answer;
  if (!data)
    return (
      <Page title={t('events.title')}>
        <ErrorNotice error={answer.error} onRetry={() => void answer.refetch()} />
        {!answer.error && <Skeleton height={240} />}
      </Page>
    );
  const { event } = data;
  return (
    <Page
      title={event.name}
      subtitle={`${words.when(event)} · ${event.place}`}
      actions={<Actions answer={data} />}
    >
      <ErrorNotice error={answer.error} onRetry={() => void answer.refetch()} />
      <Text size="sm" c="dimmed">
        {[event.number, t(`events.kinds.${event.kind}`), event.owner.name].join(' · ')}
      </Text>
      {event.stage === 'cancelled' && <Cancelled answer={data} />}
      <EventFigures answer={data} />
      {event.stage === 'past' && <AfterSection answer={data} />}
      <GuestList answer={data} />
      {event.stage === 'past' && <SalesSection eventId={event.id} />}
    </Page>
  );
}

function Actions({ answer: { event } }: { readonly answer: EventAnswer }) {
  const { t, language } = useWords();
  const { staff } = useCounter();
  const list = useTell('events.guestList');
  const [documentId, setDocumentId] = useState<string | null>(null);
  const [doing, setDoing] = useState<'edit' | 'cancel' | null>(null);
  const mayPlan = isAllowed(staff.role, 'events.plan') && event.stage !== 'cancelled';
  return (
    <>
      {event.stage !== 'cancelled' && (
        <ButtonLink
          to="/events/$eventId/door"
          params={{ eventId: event.id }}
          variant={event.stage === 'on' ? 'filled' : 'default'}
        >
          {t('events.guests.door')}
        </ButtonLink>
      )}
      <Button
        variant="default"
        leftSection={<IconPrinter size={18} aria-hidden />}
        loading={list.isPending}
        onClick={() =>
          list.mutate(
            { eventId: event.id, language },
            { onSuccess: (made) => setDocumentId(made.documentId), onError: toastError },
          )
        }
      >
        {t('events.guests.list')}
      </Button>
      {mayPlan && (
        <Menu position="bottom-end" width={220}>
          <Menu.Target>
            <Button variant="default" px="sm" aria-label={t('common.moreAbout', { what: event.name })}>
              <IconDots size={20} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setDoing('edit')}>{t('events.edit')}</Menu.Item>
            {event.stage !== 'past' && (
              <Menu.Item onClick={() => setDoing('cancel')}>{t('events.cancel.do')}</Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      {doing === 'edit' && <EventForm event={event} onClose={() => setDoing(null)} />}
      {doing === 'cancel' && <CancelEvent event={event} onClose={() => setDoing(null)} />}
      <DocumentPreview documentId={documentId} onClose={() => setDocumentId(null)} />
    </>
  );
}

function Cancelled({ answer: { event, guests } }: { readonly answer: EventAnswer }) {
  const { t } = useWords();
  const { staff } = useCounter();
  const reinstate = useTell('events.reinstate');
  const asked = guests.filter(({ invited, reply }) => invited && reply?.reply !== 'not-coming');
  const toTell = asked.filter(({ told }) => !told).length;
  const mayReinstate = isAllowed(staff.role, 'events.plan') && toTell === asked.length;
  return (
    <div className={classes.banner}>
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Text fw={600}>{t('events.cancel.banner', { reason: event.cancelReason ?? '' })}</Text>
          <Text size="sm">
            {toTell > 0 ? t('events.cancel.toTell', { count: toTell }) : t('events.cancel.allTold')}
          </Text>
        </div>
        {mayReinstate && (
          <Button
            variant="default"
            loading={reinstate.isPending}
            onClick={() =>
              reinstate.mutate(
                { eventId: event.id },
                { onSuccess: () => toast(t('events.cancel.reinstated')), onError: toastError },
              )
            }
          >
            {t('events.cancel.reinstate')}
          </Button>
        )}
      </Group>
    </div>
  );
}
