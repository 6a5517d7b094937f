import { Group, NumberInput, Select, Stack, Textarea, TextInput } from '@mantine/core';
import type { Incident } from '@shared/contract/privacy';
import { civilDateOf } from '@shared/domain/dates';
import { INCIDENT_KINDS, INCIDENT_TOLD, type IncidentKind, type IncidentTold } from '@shared/domain/privacy';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { type Draft, useDraft, useDraftValues } from '../../lib/drafts';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { toast } from '../../ui/toast';

interface Values {
  readonly kind: IncidentKind;
  readonly happenedOn: string;
  readonly noticedOn: string;
  readonly what: string;
  readonly dataKinds: string;
  readonly people: number;
  readonly measures: string;
}

/** What happened, whose data in figures, and what was done at once. */
export function IncidentForm({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const { shop } = useCounter();
  const today = civilDateOf(Date.now(), shop.timeZone);
  const draft = useDraft<Values>('privacy.incident', 'new', {
    kind: 'lost',
    happenedOn: today,
    noticedOn: today,
    what: '',
    dataKinds: '',
    people: 1,
    measures: '',
  });
  return (
    <Dialog title={t('privacy.incident.new')} isOpen onClose={onClose} size={620}>
      {draft.start && <Fields draft={draft} start={draft.start} onClose={onClose} />}
    </Dialog>
  );
}

function Fields({ draft, start, onClose }: { draft: Draft<Values>; start: Values; onClose: () => void }) {
  const { t } = useWords();
  const record = useTell('privacy.recordIncident');
  const [values, change] = useDraftValues(draft, start);
  const area = (name: 'what' | 'dataKinds' | 'measures', description?: string) => (
    <Textarea
      required
      label={t(`privacy.incident.${name}`)}
      description={description}
      value={values[name]}
      maxLength={name === 'dataKinds' ? 500 : 2000}
      autosize
      minRows={name === 'dataKinds' ? 1 : 2}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        record.mutate(values, {
          onSuccess: ({ number }) => {
            draft.clear();
            toast(t('privacy.incident.saved', { number }));
            onClose();
          },
        });
      }}
    >
      <Stack gap="md">
        <Select
          data-autofocus
          label={t('privacy.incident.kindLabel')}
          value={values.kind}
          allowDeselect={false}
          data={INCIDENT_KINDS.map((kind) => ({ value: kind, label: t(`privacy.incident.kind.${kind}`) }))}
          onChange={(kind) => kind && change({ kind: kind as IncidentKind })}
        />
        <Group grow align="flex-start">
          <TextInput
            type="date"
            required
            label={t('privacy.incident.happenedOn')}
            value={values.happenedOn}
            onChange={(event) => change({ happenedOn: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            required
            label={t('privacy.incident.noticedOn')}
            value={values.noticedOn}
            onChange={(event) => change({ noticedOn: event.currentTarget.value })}
          />
          <NumberInput
            required
            label={t('privacy.incident.people')}
            value={values.people}
            min={0}
            allowDecimal={false}
            onChange={(people) => change({ people: Number(people) || 0 })}
          />
        </Group>
        {area('what', t('privacy.incident.whatHint'))}
        {area('dataKinds')}
        {area('measures')}
        <FormEnd
          error={record.error}
          isPending={record.isPending}
          submit={t('privacy.incident.save')}
          onCancel={onClose}
          isRestored={draft.isRestored}
        />
      </Stack>
    </form>
  );
}

interface AboutIncident {
  readonly incident: Incident;
  readonly onClose: () => void;
}

const nobody = 'none';

/** Who was told, or what else was done. */
export function NoteIncident({ incident, onClose }: AboutIncident) {
  const { t } = useWords();
  const { shop } = useCounter();
  const note = useTell('privacy.noteIncident');
  const [whom, setWhom] = useState<IncidentTold | typeof nobody>('commissioner');
  const [onDay, setDay] = useState(civilDateOf(Date.now(), shop.timeZone));
  const [words, setWords] = useState('');
  return (
    <Dialog title={`${t('privacy.incident.add')} · ${incident.number}`} isOpen onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          note.mutate(
            { incidentId: incident.id, whom: whom === nobody ? null : whom, onDay, words },
            {
              onSuccess: () => {
                toast(t('privacy.incident.noted'));
                onClose();
              },
            },
          );
        }}
      >
        <Stack gap="md">
          <Group grow align="flex-start">
            <Select
              data-autofocus
              label={t('privacy.incident.whom')}
              value={whom}
              allowDeselect={false}
              data={[...INCIDENT_TOLD, nobody].map((value) => ({
                value,
                label: t(`privacy.incident.whoms.${value as IncidentTold | typeof nobody}`),
              }))}
              onChange={(value) => value && setWhom(value as IncidentTold)}
            />
            <TextInput
              type="date"
              required
              label={t('privacy.incident.onDay')}
              value={onDay}
              onChange={(event) => setDay(event.currentTarget.value)}
            />
          </Group>
          <Words label={t('privacy.incident.words')} value={words} onChange={setWords} />
          <FormEnd
            error={note.error}
            isPending={note.isPending}
            submit={t('common.save')}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}

/** Closed only with what was changed so that it does not happen again. */
export function CloseIncident({ incident, onClose }: AboutIncident) {
  const { t } = useWords();
  const close = useTell('privacy.closeIncident');
  const [lesson, setLesson] = useState('');
  return (
    <Dialog title={`${t('privacy.incident.close')} · ${incident.number}`} isOpen onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          close.mutate(
            { incidentId: incident.id, version: incident.version, lesson },
            {
              onSuccess: () => {
                toast(t('privacy.incident.closed'));
                onClose();
              },
            },
          );
        }}
      >
        <Stack gap="md">
          <Words label={t('privacy.incident.lesson')} value={lesson} onChange={setLesson} />
          <FormEnd
            error={close.error}
            isPending={close.isPending}
            submit={t('privacy.incident.close')}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}

interface WordsProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Words({ label, value, onChange }: WordsProps) {
  return (
    <Textarea
      required
      label={label}
      value={value}
      maxLength={1000}
      autosize
      minRows={2}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
