import { Button, Chip, Group, Text } from '@mantine/core';
import type { EventGuest } from '@shared/contract/event-shapes';
import { isAllowed } from '@shared/contract/permissions';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { useAction } from '../../lib/use-action';
import { DocumentPreview } from '../../ui/document-preview';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { ProgressPanel } from '../../ui/progress-panel';
import { Section } from '../../ui/section';
import { toast } from '../../ui/toast';
import { AddGuest } from './add-guest';
import { AddSegment } from './add-segment';
import type { EventAnswer } from './event-answer';
import classes from './events.module.css';
import { GuestRow } from './guest-row';
import { WriteDialog } from './write-dialog';

const filters = ['all', 'ask', 'in-person', 'open', 'coming', 'came', 'tell'] as const;
type Filter = (typeof filters)[number];

/** Which guests stand so. */
const belongs: Readonly<Record<Filter, (guest: EventGuest) => boolean>> = {
  all: () => true,
  ask: ({ verdict, heldOutOf }) =>
    heldOutOf === null && (verdict?.state === 'may-invite' || verdict?.state === 'resting'),
  'in-person': ({ verdict, heldOutOf }) =>
    heldOutOf === null && (verdict?.state === 'in-person' || verdict?.state === 'no-address'),
  open: ({ invited, reply, arrived }) => invited !== null && reply === null && arrived === null,
  coming: ({ reply }) => reply?.reply === 'coming',
  came: ({ arrived }) => arrived !== null,
  tell: ({ invited, reply, told }) => invited !== null && reply?.reply !== 'not-coming' && told === null,
};

/** Everybody on the list: how they may be asked, what they answered, whether they came. */
export function GuestList({ answer }: { readonly answer: EventAnswer }) {
  const { t } = useWords();
  const { staff } = useCounter();
  const { event, guests } = answer;
  const [filter, setFilter] = useState<Filter>('all');
  const [adding, setAdding] = useState<'segment' | 'one' | null>(null);
  const [writingTo, setWritingTo] = useState<EventGuest | null>(null);
  const paper = usePrinting(event.id);
  const isCancelled = event.stage === 'cancelled';
  const mayWrite = isAllowed(staff.role, 'events.write');
  const isAsking = mayWrite && (event.stage === 'coming' || event.stage === 'on');
  const offered = filters.filter((one) =>
    isCancelled ? one !== 'ask' && one !== 'in-person' : one !== 'tell',
  );
  const shown = guests.filter(belongs[filter]);
  const about = isCancelled ? 'cancellation' : 'invitation';
  return (
    <Section
      title={t('events.guests.title')}
      actions={
        isAsking && (
          <Group gap="sm">
            <Button
              variant="default"
              leftSection={<IconPrinter size={18} aria-hidden />}
              loading={paper.printing.startedAt !== null}
              onClick={() => void paper.print()}
            >
              {t('events.guests.printInvitations')}
            </Button>
            <Button variant="default" onClick={() => setAdding('one')}>
              {t('events.guests.addOne')}
            </Button>
            <Button onClick={() => setAdding('segment')}>{t('events.guests.addSegment')}</Button>
          </Group>
        )
      }
    >
      <PrintProgress printing={paper.printing} />
      <DocumentPreview documentId={paper.documentId} onClose={paper.close} />
      {guests.length === 0 ? (
        <EmptyState title={t('events.guests.empty')} hint={t('events.guests.emptyHint')} />
      ) : (
        <Chip.Group value={filter} onChange={(value) => setFilter(value as Filter)}>
          <Group gap={6} role="radiogroup" aria-label={t('events.guests.filter.label')} mb="sm">
            {offered.map((one) => (
              <Chip key={one} value={one} size="md" variant="outline">
                {t('events.guests.count', {
                  name: t(`events.guests.filter.${one}`),
                  count: guests.filter(belongs[one]).length,
                })}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      )}
      {guests.length > 0 && shown.length === 0 && <Text c="dimmed">{t('events.guests.emptyFilter')}</Text>}
      <ul className={classes.list}>
        {shown.map((guest) => (
          <GuestRow key={guest.id} guest={guest} event={event} onWrite={() => setWritingTo(guest)} />
        ))}
      </ul>
      {adding === 'one' && <AddGuest event={event} guests={guests} onClose={() => setAdding(null)} />}
      {adding === 'segment' && <AddSegment event={event} onClose={() => setAdding(null)} />}
      {writingTo && (
        <WriteDialog
          guest={writingTo}
          about={about}
          next={nextAfter(guests, writingTo, isCancelled ? belongs.tell : belongs.ask)}
          onNext={setWritingTo}
          onClose={() => setWritingTo(null)}
        />
      )}
    </Section>
  );
}

/** Whose turn it is after this guest, in the order of the list. */
function nextAfter(guests: readonly EventGuest[], { id }: EventGuest, waits: (guest: EventGuest) => boolean) {
  const index = guests.findIndex((guest) => guest.id === id);
  const others = [...guests.slice(index + 1), ...guests.slice(0, Math.max(0, index))];
  return others.find(waits) ?? null;
}

/** Prints the invitations that may go by post, and shows them before they go. */
function usePrinting(eventId: string) {
  const { t } = useWords();
  const printing = useAction('events.printInvitations');
  const [documentId, setDocumentId] = useState<string | null>(null);
  const print = async () => {
    const made = await printing.start({ eventId });
    if (!made) return;
    setDocumentId(made.documentId);
    toast(t('events.guests.printed', { count: made.printed }));
  };
  return { printing, print, documentId, close: () => setDocumentId(null) };
}

function PrintProgress({ printing }: Pick<ReturnType<typeof usePrinting>, 'printing'>) {
  const { t } = useWords();
  return (
    <>
      <ErrorNotice error={printing.error} />
      {printing.startedAt !== null && (
        <ProgressPanel
          step={t('events.step.print')}
          progress={printing.progress}
          startedAt={printing.startedAt}
          onCancel={printing.cancel}
        />
      )}
    </>
  );
}
