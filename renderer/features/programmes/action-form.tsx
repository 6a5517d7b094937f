import { Select, Stack, TextInput } from '@mantine/core';
import type { Programme, ProgrammeAction } from '@shared/contract/programmes';
import { addDays, civilDateOf } from '@shared/domain/dates';
import { ACTION_KINDS, type ActionKind } from '@shared/domain/programmes';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { StaffSelect } from '../../ui/staff-select';
import { toast } from '../../ui/toast';
import { CampaignSelect } from './campaign-select';

interface ActionFormProps {
  readonly programme: Programme;
  /** Null for a new one. */
  readonly action: ProgrammeAction | null;
  readonly onClose: () => void;
}

const usualDays = 14;

/** What is done, by whom, by when; an event of ours can be named, so that its list marks those who are held out. */
export function ActionForm({ programme, action, onClose }: ActionFormProps) {
  const { t } = useWords();
  const { staff, shop } = useCounter();
  const add = useTell('programmes.addAction');
  const change = useTell('programmes.changeAction');
  const [kind, setKind] = useState<ActionKind>(action?.kind ?? 'campaign');
  const [what, setWhat] = useState(action?.what ?? '');
  const [dueOn, setDueOn] = useState(
    action?.dueOn ?? addDays(civilDateOf(Date.now(), shop.timeZone), usualDays),
  );
  const [ownerId, setOwnerId] = useState(action?.owner.id ?? staff.id);
  const [eventId, setEventId] = useState<string | null>(action?.event?.id ?? null);
  const [campaignId, setCampaignId] = useState<string | null>(action?.campaign?.id ?? null);
  const events = useAsk('events.list', { show: 'coming' }, ['events'], { enabled: kind === 'event' });
  const offered = (events.data?.events ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const chosen = action?.event ? [{ value: action.event.id, label: action.event.name }] : [];
  const choices = [...chosen.filter(({ value }) => !offered.some((one) => one.value === value)), ...offered];
  const done = () => {
    toast(t('programmes.actions.saved'));
    onClose();
  };
  const save = () => {
    const terms = {
      ...{ kind, what, dueOn, ownerId },
      eventId: kind === 'event' ? eventId : null,
      campaignId: kind === 'campaign' ? campaignId : null,
    };
    if (action) change.mutate({ ...terms, actionId: action.id }, { onSuccess: done });
    else add.mutate({ ...terms, programmeId: programme.id }, { onSuccess: done });
  };
  return (
    <Dialog title={t(action ? 'programmes.actions.edit' : 'programmes.actions.add')} isOpen onClose={onClose}>
      <form
        onSubmit={(submitted) => {
          submitted.preventDefault();
          save();
        }}
      >
        <Stack gap="md">
          <TextInput
            data-autofocus
            required
            label={t('programmes.actions.what')}
            value={what}
            maxLength={300}
            onChange={(typed) => setWhat(typed.currentTarget.value)}
          />
          <Select
            label={t('programmes.actions.kind')}
            value={kind}
            allowDeselect={false}
            data={ACTION_KINDS.map((one) => ({ value: one, label: t(`programmes.actions.kinds.${one}`) }))}
            onChange={(value) => value && setKind(value as ActionKind)}
          />
          {kind === 'event' && (
            <Select
              label={t('programmes.actions.event')}
              description={t('programmes.actions.eventHint')}
              value={eventId}
              clearable
              data={choices}
              onChange={setEventId}
            />
          )}
          {kind === 'campaign' && (
            <CampaignSelect
              programmeId={programme.id}
              current={action?.campaign ?? null}
              value={campaignId}
              onChange={setCampaignId}
            />
          )}
          <TextInput
            type="date"
            required
            label={t('programmes.actions.due')}
            value={dueOn}
            onChange={(typed) => setDueOn(typed.currentTarget.value)}
          />
          <StaffSelect label={t('programmes.actions.owner')} value={ownerId} onChange={setOwnerId} />
          <FormEnd
            error={add.error ?? change.error}
            isPending={add.isPending || change.isPending}
            submit={t('programmes.actions.save')}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
