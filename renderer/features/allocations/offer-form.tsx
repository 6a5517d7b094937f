import { Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { AllocationPlace } from '@shared/contract/allocations';
import { addDays, civilDateOf } from '@shared/domain/dates';
import { TOLD_CHANNELS, type ToldChannel } from '@shared/domain/promises';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { type Draft, useDraft } from '../../lib/drafts';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { toast } from '../../ui/toast';
import { useAllocationWords } from './allocation-words';

interface OfferFormProps {
  readonly allocationId: string;
  readonly place: AllocationPlace;
  /** Who is next in line: this one, this one once more, another one who is passed over, or nobody. */
  readonly next: 'this' | 'again' | AllocationPlace | null;
  readonly onClose: () => void;
}

interface Values {
  readonly how: ToldChannel;
  readonly words: string;
  readonly holdUntil: string;
  readonly reason: string;
}

/** Who, how, until when; past the order also why. Nothing is sent by it. */
export function OfferForm(props: OfferFormProps) {
  const settings = useAsk('shop.settings', {}, ['settings']);
  // The usual hold is in the form from the beginning, or somebody would change it twice.
  return settings.data ? <Form {...props} usualDays={settings.data.holdRules.usualDays} /> : null;
}

function Form({ usualDays, ...props }: OfferFormProps & { readonly usualDays: number }) {
  const { place, next, allocationId, onClose } = props;
  const { t } = useWords();
  const { shop } = useCounter();
  const words = useAllocationWords();
  const draft = useDraft<Values>('allocations.offer', `${allocationId} ${place.interestId}`, {
    how: 'phone',
    words: '',
    holdUntil: addDays(civilDateOf(Date.now(), shop.timeZone), usualDays),
    reason: '',
  });
  const title =
    next === 'this'
      ? 'allocations.offerTo'
      : next === 'again'
        ? 'allocations.hold.againTo'
        : place.wasOffered
          ? 'allocations.hold.againPast'
          : 'allocations.offerPast';
  return (
    <Dialog title={t(title, { name: words.name(place.customer) })} isOpen onClose={onClose}>
      {draft.start && <Fields {...props} draft={draft} start={draft.start} />}
    </Dialog>
  );
}

interface FieldsProps extends OfferFormProps {
  readonly draft: Draft<Values>;
  readonly start: Values;
}

function Fields({ allocationId, place, next, onClose, draft, start }: FieldsProps) {
  const { t } = useWords();
  const { shop } = useCounter();
  const said = useAllocationWords();
  const [values, setValues] = useState(start);
  const offer = useTell('allocations.offer');
  const override = useTell('allocations.override');
  const again = useTell('allocations.offerAgain');
  const change = (part: Partial<Values>) => {
    const now = { ...values, ...part };
    setValues(now);
    draft.keep(now);
  };
  const isInOrder = next === 'this';
  const save = () => {
    const { how, words, holdUntil, reason } = values;
    const input = { allocationId, interestId: place.interestId, how, words: words || null, holdUntil };
    const onSuccess = () => {
      draft.clear();
      toast(t('allocations.offered'));
      onClose();
    };
    if (isInOrder) offer.mutate(input, { onSuccess });
    else if (next === 'again') again.mutate({ ...input, reason }, { onSuccess });
    else override.mutate({ ...input, reason }, { onSuccess });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack gap="md">
        {!isInOrder && (
          <>
            <Text>
              {next === 'again'
                ? t('allocations.hold.againWhy')
                : next
                  ? t('allocations.overrideWhy', {
                      next: next.isDiscreet ? t('allocations.discreet') : said.name(next.customer),
                    })
                  : t('allocations.overrideNobody')}
            </Text>
            <Textarea
              data-autofocus
              required
              label={t(next === 'again' ? 'allocations.hold.againReason' : 'allocations.overrideReason')}
              value={values.reason}
              maxLength={500}
              autosize
              minRows={2}
              onChange={(event) => change({ reason: event.currentTarget.value })}
            />
          </>
        )}
        <Group grow align="flex-start">
          <Select
            label={t('allocations.how')}
            value={values.how}
            allowDeselect={false}
            data={TOLD_CHANNELS.map((value) => ({ value, label: t(`promises.channel.${value}`) }))}
            onChange={(how) => how && change({ how: how as ToldChannel })}
          />
          <TextInput
            type="date"
            required
            label={t('allocations.holdUntil')}
            min={civilDateOf(Date.now(), shop.timeZone)}
            value={values.holdUntil}
            onChange={(event) => change({ holdUntil: event.currentTarget.value })}
          />
        </Group>
        <Textarea
          label={t('allocations.words')}
          value={values.words}
          maxLength={500}
          autosize
          onChange={(event) => change({ words: event.currentTarget.value })}
        />
        <MayTell place={place} how={values.how} />
        <FormEnd
          error={offer.error ?? override.error ?? again.error}
          isPending={offer.isPending || override.isPending || again.isPending}
          submit={t('allocations.doOffer')}
          onCancel={onClose}
          isRestored={draft.isRestored}
        />
      </Stack>
    </form>
  );
}

/** Telling somebody who asked to be told answers their own request; anybody else is approached by the rules of contact. */
function MayTell({ place, how }: { readonly place: AllocationPlace; readonly how: ToldChannel }) {
  const { t } = useWords();
  const isWarned = !place.wantsToBeTold && how !== 'in-person';
  return (
    <div>
      <Text size="sm" role="status" c={isWarned ? 'var(--warning-text)' : 'dimmed'}>
        {t(place.wantsToBeTold ? 'allocations.askedToBeTold' : 'allocations.notAskedToBeTold')}
      </Text>
      <Text size="sm" c="dimmed">
        {t('allocations.sendsNothing')}
      </Text>
    </div>
  );
}
