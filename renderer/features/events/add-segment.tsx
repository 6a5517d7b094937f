import { NumberInput, Stack } from '@mantine/core';
import type { ShopEvent } from '@shared/contract/event-shapes';
import { mostGuests } from '@shared/domain/events';
import { useState } from 'react';
import { useWords } from '../../lib/i18n';
import { useAction } from '../../lib/use-action';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { NeededNote } from '../../ui/needed-note';
import { ProgressPanel } from '../../ui/progress-panel';
import { SegmentSelect } from '../../ui/segment-select';
import { toast } from '../../ui/toast';

/** So many are asked for one place, where nobody says otherwise: not everybody comes. */
const askedForAPlace = 2;
const usual = 60;

/** The members of a saved segment, up to a number; who may be asked how is seen on the list. */
export function AddSegment({ event, onClose }: { readonly event: ShopEvent; readonly onClose: () => void }) {
  const { t } = useWords();
  const adding = useAction('events.addSegment');
  const [segmentId, setSegmentId] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  const [most, setMost] = useState<number>(
    event.capacity === null ? usual : Math.min(mostGuests, event.capacity * askedForAPlace),
  );
  const add = async () => {
    setMissing(segmentId === null);
    if (!segmentId) return;
    const done = await adding.start({ eventId: event.id, segmentId, most });
    if (!done) return;
    const said = [
      t('events.guests.addedMany', { count: done.added }),
      done.known > 0 && t('events.guests.known', { count: done.known }),
      done.isMore && t('events.guests.isMore'),
    ];
    toast(said.filter(Boolean).join(' '));
    onClose();
  };
  return (
    <Dialog
      title={t('events.guests.addSegment')}
      isOpen
      onClose={() => {
        adding.cancel();
        onClose();
      }}
    >
      <form
        onSubmit={(submitted) => {
          submitted.preventDefault();
          void add();
        }}
      >
        <Stack gap="md">
          <SegmentSelect label={t('events.guests.segment')} value={segmentId} onChange={setSegmentId} />
          {isMissing && segmentId === null && <NeededNote>{t('events.guests.segmentNeeded')}</NeededNote>}
          <NumberInput
            label={t('events.guests.most')}
            description={t('events.guests.mostHint')}
            value={most}
            min={1}
            max={mostGuests}
            allowDecimal={false}
            onChange={(typed) => typeof typed === 'number' && setMost(typed)}
          />
          {adding.startedAt !== null && (
            <ProgressPanel
              step={t('events.guests.looking')}
              progress={adding.progress}
              startedAt={adding.startedAt}
              onCancel={adding.cancel}
            />
          )}
          <FormEnd
            error={adding.error}
            isPending={adding.startedAt !== null}
            submit={t('events.guests.addNow')}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
