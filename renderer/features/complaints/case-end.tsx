import { Group, Select, Text, Textarea, TextInput } from '@mantine/core';
import type { Complaint } from '@shared/contract/complaints';
import { COMPLAINT_CAUSES, type ComplaintCause } from '@shared/domain/complaints';
import { TOLD_CHANNELS, type ToldChannel } from '@shared/domain/promises';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { ActForm, useEnded } from './act-form';
import { useComplaintWords } from './complaint-words';

interface CaseEndProps {
  readonly complaint: Complaint;
  readonly onEnd: () => void;
}

interface Telling {
  readonly channel: ToldChannel | null;
  readonly at: string;
  readonly what: string;
}

/** How, when and what the customer was told; null while it is not said. */
function useTelling() {
  const [telling, setTelling] = useState<Telling>({ channel: null, at: '', what: '' });
  const { channel, at, what } = telling;
  const told = channel && { channel, at: at ? new Date(at).getTime() : Date.now(), what };
  return { telling, setTelling, told };
}

/** How the customer was told of the outcome, before the case is closed or with it. */
export function TellCase({ complaint, onEnd }: CaseEndProps) {
  const { t } = useWords();
  const tell = useTell('complaints.tell');
  const ended = useEnded(onEnd);
  const { telling, setTelling, told } = useTelling();
  return (
    <ActForm
      save={t('complaints.tell')}
      error={tell.error}
      isPending={tell.isPending}
      onCancel={onEnd}
      onSave={() => {
        if (told) tell.mutate({ complaintId: complaint.id, told }, ended);
      }}
    >
      <TellingFields telling={telling} onChange={setTelling} />
    </ActForm>
  );
}

/** The end of a case: the customer told, the cause, the lesson, and how satisfied they are where they were asked. */
export function CloseCase({ complaint, onEnd }: CaseEndProps) {
  const { t } = useWords();
  const say = useComplaintWords();
  const close = useTell('complaints.close');
  const ended = useEnded(onEnd);
  const { telling, setTelling, told } = useTelling();
  const [causeCode, setCauseCode] = useState<ComplaintCause | null>(null);
  const [cause, setCause] = useState('');
  const [lesson, setLesson] = useState('');
  const [satisfaction, setSatisfaction] = useState<number | null>(null);
  const save = () => {
    if (!causeCode) return;
    close.mutate({ complaintId: complaint.id, told, causeCode, cause, lesson, satisfaction }, ended);
  };
  return (
    <ActForm
      save={t('complaints.closeTitle')}
      error={close.error}
      isPending={close.isPending}
      onCancel={onEnd}
      onSave={save}
    >
      {complaint.told ? (
        <Text>{say.told(complaint)}</Text>
      ) : (
        <TellingFields telling={telling} onChange={setTelling} />
      )}
      <Select
        required
        label={t('complaints.cause')}
        value={causeCode}
        data={COMPLAINT_CAUSES.map((value) => ({ value, label: t(`complaints.causes.${value}`) }))}
        onChange={(value) => setCauseCode(value as ComplaintCause)}
      />
      <Textarea
        required
        label={t('complaints.causeWords')}
        value={cause}
        maxLength={1000}
        autosize
        minRows={2}
        onChange={(event) => setCause(event.currentTarget.value)}
      />
      <Textarea
        label={t('complaints.lesson')}
        description={t('complaints.lessonHint')}
        value={lesson}
        maxLength={1000}
        autosize
        minRows={2}
        onChange={(event) => setLesson(event.currentTarget.value)}
      />
      <Satisfaction value={satisfaction} onChange={setSatisfaction} />
    </ActForm>
  );
}

/** How satisfied the customer is with how it was handled, asked afterwards. */
export function RateCase({ complaint, onEnd }: CaseEndProps) {
  const { t } = useWords();
  const rate = useTell('complaints.rate');
  const ended = useEnded(onEnd);
  const [satisfaction, setSatisfaction] = useState<number | null>(complaint.satisfaction);
  const [words, setWords] = useState('');
  return (
    <ActForm
      save={t('complaints.rate')}
      error={rate.error}
      isPending={rate.isPending}
      onCancel={onEnd}
      onSave={() => {
        if (satisfaction) rate.mutate({ complaintId: complaint.id, satisfaction, words }, ended);
      }}
    >
      <Satisfaction value={satisfaction} onChange={setSatisfaction} />
      <TextInput
        label={t('complaints.rateWords')}
        value={words}
        maxLength={1000}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
    </ActForm>
  );
}

interface TellingFieldsProps {
  readonly telling: Telling;
  readonly onChange: (telling: Telling) => void;
}

function TellingFields({ telling, onChange }: TellingFieldsProps) {
  const { t } = useWords();
  return (
    <>
      <Group grow align="flex-start">
        <Select
          required
          label={t('complaints.told')}
          value={telling.channel}
          data={TOLD_CHANNELS.map((value) => ({ value, label: t(`promises.channel.${value}`) }))}
          onChange={(channel) => onChange({ ...telling, channel: channel as ToldChannel })}
        />
        <TextInput
          type="datetime-local"
          label={t('complaints.toldAt')}
          description={telling.at ? undefined : t('complaints.toldNow')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={telling.at}
          onChange={(event) => onChange({ ...telling, at: event.currentTarget.value })}
        />
      </Group>
      <Textarea
        required
        label={t('complaints.toldWhat')}
        value={telling.what}
        maxLength={1000}
        autosize
        minRows={2}
        onChange={(event) => onChange({ ...telling, what: event.currentTarget.value })}
      />
    </>
  );
}

interface SatisfactionProps {
  readonly value: number | null;
  readonly onChange: (satisfaction: number | null) => void;
}

function Satisfaction({ value, onChange }: SatisfactionProps) {
  const { t } = useWords();
  return (
    <Select
      label={t('complaints.satisfactionAsk')}
      placeholder={t('complaints.satisfactionLater')}
      value={value === null ? null : String(value)}
      clearable
      data={[5, 4, 3, 2, 1].map((score) => ({
        value: String(score),
        label: t('complaints.satisfactionOf', { score }),
      }))}
      onChange={(score) => onChange(score === null ? null : Number(score))}
    />
  );
}
