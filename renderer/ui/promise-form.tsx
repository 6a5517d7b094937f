import { Checkbox, Select, Stack, Textarea, TextInput } from '@mantine/core';
import type { Input } from '@shared/contract';
import type { ShopPromise } from '@shared/contract/promises';
import { addDays, civilDateOf } from '@shared/domain/dates';
import { PROMISE_KINDS, type PromiseKind } from '@shared/domain/promises';
import { useTell } from '../lib/ask';
import { useCounter } from '../lib/counter';
import { type Draft, useDraft, useDraftValues } from '../lib/drafts';
import { useFirstField } from '../lib/first-field';
import { useWords } from '../lib/i18n';
import { Dialog } from './dialog';
import { DueFields } from './due-fields';
import { FormEnd } from './form-end';
import { StaffSelect } from './staff-select';
import { toast } from './toast';

interface PromiseFormProps {
  readonly customerId: string;
  /** Null for a new one. */
  readonly promise: ShopPromise | null;
  /** The record that a new one comes from; absent: the counter. */
  readonly origin?: Input<'promises.make'>['origin'];
  readonly onClose: () => void;
}

interface Values {
  readonly kind: PromiseKind;
  readonly what: string;
  readonly dueOn: string;
  readonly dueTime: string;
  readonly ownerId: string;
  readonly isDiscreet: boolean;
  readonly reason: string;
}

/** Tomorrow is what people say at a counter when they say nothing. */
const usualDays = 1;

/** What was promised, by when, and who keeps it: words, Enter, done. */
export function PromiseForm({ customerId, promise, origin, onClose }: PromiseFormProps) {
  const { t } = useWords();
  const { staff, shop } = useCounter();
  const initial: Values = {
    kind: promise?.kind ?? 'call-back',
    what: promise?.what ?? '',
    dueOn: promise?.dueOn ?? addDays(civilDateOf(Date.now(), shop.timeZone), usualDays),
    dueTime: promise?.dueTime ?? '',
    ownerId: promise?.owner.id ?? staff.id,
    isDiscreet: promise?.isDiscreet ?? false,
    reason: '',
  };
  const draft = useDraft<Values>('promises.promise', promise?.id ?? origin?.id ?? customerId, initial);
  return (
    <Dialog title={t(promise ? 'promises.edit' : 'promises.new')} isOpen onClose={onClose}>
      {draft.start && (
        <Fields
          customerId={customerId}
          promise={promise}
          origin={origin}
          draft={draft}
          start={draft.start}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}

interface FieldsProps extends PromiseFormProps {
  readonly draft: Draft<Values>;
  readonly start: Values;
}

function Fields({ customerId, promise, origin, draft, start, onClose }: FieldsProps) {
  const { t } = useWords();
  const [values, change] = useDraftValues(draft, start);
  const saving = useSavePromise({ customerId, promise, origin }, () => {
    draft.clear();
    onClose();
  });
  const begin = useFirstField<HTMLTextAreaElement>();
  const isLater = promise !== null && values.dueOn > promise.dueOn;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        saving.save(values);
      }}
    >
      <Stack gap="md">
        <Textarea
          ref={begin}
          required
          label={t('promises.what')}
          description={t('promises.whatHint')}
          value={values.what}
          maxLength={500}
          autosize
          minRows={2}
          onChange={(event) => change({ what: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }}
        />
        <Select
          label={t('promises.kind')}
          value={values.kind}
          allowDeselect={false}
          data={PROMISE_KINDS.map((kind) => ({ value: kind, label: t(`promises.kinds.${kind}`) }))}
          onChange={(kind) => kind && change({ kind: kind as PromiseKind })}
        />
        <DueFields
          labels={{ day: t('promises.due'), time: t('promises.time') }}
          values={values}
          onChange={change}
        />
        {isLater && (
          <TextInput
            required
            label={t('promises.laterReason')}
            value={values.reason}
            maxLength={300}
            onChange={(event) => change({ reason: event.currentTarget.value })}
          />
        )}
        {promise === null && (
          <StaffSelect
            label={t('promises.owner')}
            value={values.ownerId}
            onChange={(ownerId) => change({ ownerId })}
          />
        )}
        <Checkbox
          label={t('promises.discreet')}
          checked={values.isDiscreet}
          onChange={(event) => change({ isDiscreet: event.currentTarget.checked })}
        />
        <FormEnd
          error={saving.error}
          isPending={saving.isPending}
          submit={t(promise ? 'promises.saveChange' : 'promises.save')}
          onCancel={onClose}
          isRestored={draft.isRestored}
        />
      </Stack>
    </form>
  );
}

function useSavePromise(
  { customerId, promise, origin }: Omit<PromiseFormProps, 'onClose'>,
  onDone: () => void,
) {
  const { t } = useWords();
  const make = useTell('promises.make');
  const change = useTell('promises.change');
  return {
    isPending: make.isPending || change.isPending,
    error: make.error ?? change.error,
    save({ ownerId, reason, ...values }: Values) {
      const terms = { ...values, dueTime: values.dueTime || null };
      if (promise)
        change.mutate(
          { ...terms, promiseId: promise.id, version: promise.version, reason },
          {
            onSuccess: () => {
              toast(t('promises.changed'));
              onDone();
            },
          },
        );
      else
        make.mutate(
          { ...terms, customerId, ownerId, origin },
          {
            onSuccess: ({ number }) => {
              toast(t('promises.made', { number }));
              onDone();
            },
          },
        );
    },
  };
}
