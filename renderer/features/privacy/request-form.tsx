import { Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { civilDateOf } from '@shared/domain/dates';
import { type Language, languageNames, languages } from '@shared/domain/languages';
import {
  ASKS_AS,
  type AsksAs,
  REQUEST_CHANNELS,
  REQUEST_KINDS,
  type RequestChannel,
  type RequestKind,
} from '@shared/domain/privacy';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { type Draft, useDraft, useDraftValues } from '../../lib/drafts';
import { useWords } from '../../lib/i18n';
import { CustomerPicker, type PickedCustomer } from '../../ui/customer-picker';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { toast } from '../../ui/toast';
import { usePrivacyWords } from './privacy-words';

interface RequestFormProps {
  /** Absent: whoever asks is chosen, or is nobody on record. */
  readonly customerId?: string;
  readonly onClose: () => void;
}

interface Values {
  readonly kind: RequestKind;
  readonly asksAs: AsksAs;
  readonly requesterName: string;
  readonly what: string;
  readonly receivedOn: string;
  readonly receivedHow: RequestChannel;
  readonly identitySeen: string;
  readonly language: Language;
}

/** Taken in as it is said, by whoever stands at the counter: its 40 days run from the day of receipt. */
export function RequestForm({ customerId, onClose }: RequestFormProps) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const initial: Values = {
    kind: 'access',
    asksAs: 'self',
    requesterName: '',
    what: '',
    receivedOn: civilDateOf(Date.now(), shop.timeZone),
    receivedHow: 'in-person',
    identitySeen: '',
    language,
  };
  const draft = useDraft<Values>('privacy.request', customerId ?? 'new', initial);
  return (
    <Dialog title={t('privacy.new')} isOpen onClose={onClose} size={640}>
      {draft.start && (
        <Fields draft={draft} start={draft.start} onClose={onClose} {...(customerId ? { customerId } : {})} />
      )}
    </Dialog>
  );
}

interface FieldsProps extends RequestFormProps {
  readonly draft: Draft<Values>;
  readonly start: Values;
}

function Fields({ customerId, draft, start, onClose }: FieldsProps) {
  const { t } = useWords();
  const words = usePrivacyWords();
  const record = useTell('privacy.record');
  const [values, change] = useDraftValues(draft, start);
  const [picked, setPicked] = useState<PickedCustomer | null>(null);
  const whose = customerId ?? picked?.id ?? null;
  const needsName = whose === null || values.asksAs !== 'self';
  const save = () =>
    record.mutate(
      {
        ...values,
        customerId: whose,
        requesterName: needsName ? values.requesterName || null : null,
        identitySeen: values.identitySeen || null,
      },
      {
        onSuccess: ({ number, dueOn }) => {
          draft.clear();
          toast(t('privacy.saved', { number, date: words.day(dueOn) }));
          onClose();
        },
      },
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack gap="md">
        <Select
          data-autofocus
          label={t('privacy.kindLabel')}
          description={t(`privacy.kindHint.${values.kind}`)}
          value={values.kind}
          allowDeselect={false}
          data={REQUEST_KINDS.map((kind) => ({ value: kind, label: t(`privacy.kind.${kind}`) }))}
          onChange={(kind) => kind && change({ kind: kind as RequestKind })}
        />
        {!customerId && (
          <CustomerPicker
            label={t('privacy.customer')}
            description={t('privacy.customerHint')}
            value={picked}
            onChange={setPicked}
          />
        )}
        <Group grow align="flex-start">
          <Select
            label={t('privacy.asksAsLabel')}
            value={values.asksAs}
            allowDeselect={false}
            data={ASKS_AS.map((value) => ({ value, label: t(`privacy.asksAs.${value}`) }))}
            onChange={(asksAs) => asksAs && change({ asksAs: asksAs as AsksAs })}
          />
          {needsName && (
            <TextInput
              required
              label={t('privacy.requesterName')}
              value={values.requesterName}
              maxLength={120}
              onChange={(event) => change({ requesterName: event.currentTarget.value })}
            />
          )}
        </Group>
        <Textarea
          required
          label={t(values.kind === 'correction' ? 'privacy.whatCorrection' : 'privacy.what')}
          value={values.what}
          maxLength={2000}
          autosize
          minRows={2}
          onChange={(event) => change({ what: event.currentTarget.value })}
        />
        <Group grow align="flex-start">
          <TextInput
            type="date"
            required
            label={t('privacy.receivedOn')}
            value={values.receivedOn}
            onChange={(event) => change({ receivedOn: event.currentTarget.value })}
          />
          <ChannelSelect
            label={t('privacy.receivedHow')}
            value={values.receivedHow}
            onChange={(receivedHow) => change({ receivedHow })}
          />
          <Select
            label={t('privacy.language')}
            value={values.language}
            allowDeselect={false}
            data={languages.map((value) => ({ value, label: languageNames[value] }))}
            onChange={(language) => language && change({ language: language as Language })}
          />
        </Group>
        {values.kind !== 'objection' && (
          <TextInput
            label={t('privacy.identity')}
            description={t('privacy.identityHint')}
            value={values.identitySeen}
            maxLength={200}
            onChange={(event) => change({ identitySeen: event.currentTarget.value })}
          />
        )}
        <FormEnd
          error={record.error}
          isPending={record.isPending}
          submit={t('privacy.save')}
          onCancel={onClose}
          isRestored={draft.isRestored}
        />
      </Stack>
    </form>
  );
}

interface ChannelSelectProps {
  readonly label: string;
  readonly value: RequestChannel;
  readonly onChange: (value: RequestChannel) => void;
}

/** By which way something came or went. */
export function ChannelSelect({ label, value, onChange }: ChannelSelectProps) {
  const { t } = useWords();
  return (
    <Select
      label={label}
      value={value}
      allowDeselect={false}
      data={REQUEST_CHANNELS.map((how) => ({ value: how, label: t(`privacy.how.${how}`) }))}
      onChange={(how) => how && onChange(how as RequestChannel)}
    />
  );
}
