import { SegmentedControl, Text, Textarea, TextInput } from '@mantine/core';
import type { Complaint } from '@shared/contract/complaints';
import { COMPLAINT_STEPS, type ComplaintStep, SEVERITIES, type Severity } from '@shared/domain/complaints';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { MoneyField } from '../../ui/money-field';
import { StaffSelect } from '../../ui/staff-select';
import { ActForm, useEnded } from './act-form';
import { CloseCase, RateCase, TellCase } from './case-end';
import { useComplaintWords } from './complaint-words';

/** What can be done with a case. */
export type ActName =
  | 'step'
  | 'remedy'
  | 'tell'
  | 'close'
  | 'escalate'
  | 'hand-over'
  | 'severity'
  | 'rate'
  | 'reopen';

interface CaseActProps {
  readonly complaint: Complaint;
  /** What the person at the counter may grant here; null: no limit. */
  readonly limitMinor: number | null;
  readonly onEnd: () => void;
}

/** The form of one act, inside the case. */
export function CaseAct({ act, ...props }: CaseActProps & { readonly act: ActName }) {
  switch (act) {
    case 'step':
      return <AddStep {...props} />;
    case 'remedy':
      return <SetRemedy {...props} />;
    case 'tell':
      return <TellCase {...props} />;
    case 'close':
      return <CloseCase {...props} />;
    case 'rate':
      return <RateCase {...props} />;
    case 'severity':
      return <SetSeverity {...props} />;
    case 'reopen':
      return <Reopen {...props} />;
    default:
      return <PassOn {...props} isEscalation={act === 'escalate'} />;
  }
}

function AddStep({ complaint, onEnd }: CaseActProps) {
  const { t } = useWords();
  const add = useTell('complaints.addStep');
  const ended = useEnded(onEnd);
  const [kind, setKind] = useState<ComplaintStep>(complaint.respondedAt === null ? 'responded' : 'step');
  const [words, setWords] = useState('');
  return (
    <ActForm
      save={t('complaints.addStep')}
      error={add.error}
      isPending={add.isPending}
      onCancel={onEnd}
      onSave={() => add.mutate({ complaintId: complaint.id, kind, words }, ended)}
    >
      <SegmentedControl
        aria-label={t('complaints.stepKind')}
        value={kind}
        onChange={(value) => setKind(value as ComplaintStep)}
        data={COMPLAINT_STEPS.map((value) => ({ value, label: t(`complaints.event.${value}`) }))}
      />
      <Textarea
        data-autofocus
        autoFocus
        required
        label={t('complaints.stepWords')}
        value={words}
        maxLength={2000}
        autosize
        minRows={2}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
    </ActForm>
  );
}

function SetRemedy({ complaint, limitMinor, onEnd }: CaseActProps) {
  const { t } = useWords();
  const say = useComplaintWords();
  const set = useTell('complaints.setRemedy');
  const ended = useEnded(onEnd);
  const [remedy, setRemedy] = useState(complaint.remedy?.words ?? '');
  const [costMinor, setCost] = useState<number | null>(complaint.remedy?.costMinor ?? null);
  const [state, setState] = useState<'proposed' | 'agreed'>(complaint.remedy ? 'agreed' : 'proposed');
  return (
    <ActForm
      save={t('complaints.remedySave')}
      error={set.error}
      isPending={set.isPending}
      onCancel={onEnd}
      onSave={() =>
        set.mutate({ complaintId: complaint.id, remedy, costMinor: costMinor ?? 0, state }, ended)
      }
    >
      <SegmentedControl
        aria-label={t('complaints.remedy')}
        value={state}
        onChange={(value) => setState(value as 'proposed' | 'agreed')}
        data={(['proposed', 'agreed'] as const).map((value) => ({
          value,
          label: t(`complaints.remedyState.${value}`),
        }))}
      />
      <Textarea
        autoFocus
        required
        label={t('complaints.remedyWhat')}
        value={remedy}
        maxLength={1000}
        autosize
        minRows={2}
        onChange={(event) => setRemedy(event.currentTarget.value)}
      />
      <MoneyField
        required
        label={`${t('complaints.remedyCost')}, ${complaint.currency}`}
        value={costMinor}
        currency={complaint.currency}
        onChange={setCost}
      />
      {limitMinor !== null && (
        <Text size="sm" c="dimmed">
          {t('complaints.remedyLimit', { amount: say.amount(limitMinor, complaint.currency) })}
        </Text>
      )}
    </ActForm>
  );
}

function SetSeverity({ complaint, onEnd }: CaseActProps) {
  const { t } = useWords();
  const set = useTell('complaints.setSeverity');
  const ended = useEnded(onEnd);
  const [severity, setSeverity] = useState<Severity>(complaint.severity);
  const [reason, setReason] = useState('');
  return (
    <ActForm
      save={t('complaints.changeSeverity')}
      error={set.error}
      isPending={set.isPending}
      onCancel={onEnd}
      onSave={() => set.mutate({ complaintId: complaint.id, severity, reason }, ended)}
    >
      <SegmentedControl
        aria-label={t('complaints.severity')}
        value={severity}
        onChange={(value) => setSeverity(value as Severity)}
        data={SEVERITIES.map((value) => ({ value, label: t(`complaints.severities.${value}`) }))}
      />
      <Reason value={reason} onChange={setReason} />
    </ActForm>
  );
}

function PassOn({ complaint, onEnd, isEscalation }: CaseActProps & { readonly isEscalation: boolean }) {
  const { t } = useWords();
  const pass = useTell(isEscalation ? 'complaints.escalate' : 'complaints.handOver');
  const ended = useEnded(onEnd);
  const [toStaffId, setTo] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  return (
    <ActForm
      save={t(isEscalation ? 'complaints.escalate' : 'complaints.handOver')}
      error={pass.error}
      isPending={pass.isPending}
      onCancel={onEnd}
      onSave={() => {
        if (toStaffId) pass.mutate({ complaintId: complaint.id, toStaffId, reason }, ended);
      }}
    >
      <StaffSelect
        label={t(isEscalation ? 'complaints.escalateTo' : 'complaints.handOverTo')}
        value={toStaffId}
        {...(isEscalation ? { role: 'manager' as const } : { except: complaint.owner.id })}
        onChange={setTo}
      />
      <Reason value={reason} onChange={setReason} />
    </ActForm>
  );
}

function Reopen({ complaint, onEnd }: CaseActProps) {
  const { t } = useWords();
  const reopen = useTell('complaints.reopen');
  const ended = useEnded(onEnd);
  const [reason, setReason] = useState('');
  return (
    <ActForm
      save={t('complaints.reopen')}
      error={reopen.error}
      isPending={reopen.isPending}
      onCancel={onEnd}
      onSave={() => reopen.mutate({ complaintId: complaint.id, reason }, ended)}
    >
      <Reason value={reason} onChange={setReason} />
    </ActForm>
  );
}

function Reason({ value, onChange }: { value: string; onChange: (reason: string) => void }) {
  const { t } = useWords();
  return (
    <TextInput
      required
      label={t('complaints.reason')}
      value={value}
      maxLength={300}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
