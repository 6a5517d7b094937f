import { Stack, Textarea } from '@mantine/core';
import type { Job } from '@shared/contract/jobs';
import { addDays, civilDateOf } from '@shared/domain/dates';
import type { JobStepName } from '@shared/domain/service-jobs';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { NeededNote } from '../../ui/needed-note';
import { toast } from '../../ui/toast';
import { useJobWords } from './job-words';
import { StepFields } from './step-fields';
import { type StepValues, stepInput } from './step-values';

interface StepDialogProps {
  readonly job: Job;
  readonly step: JobStepName;
  readonly onClose: () => void;
}

/** How long an estimate usually stands. */
const estimateDays = 30;

/** One step with the evidence it needs; what may not be done now, main says in words. */
export function StepDialog({ job, step, onClose }: StepDialogProps) {
  const { t } = useWords();
  const { shop } = useCounter();
  const words = useJobWords();
  const take = useTell('jobs.step');
  const [values, setValues] = useState<StepValues>({
    minor: null,
    validUntil: addDays(civilDateOf(Date.now(), shop.timeZone), estimateDays),
    by: words.name(job),
    channel: step === 'tell' ? 'phone' : 'in-person',
    at: '',
    mayOpen: false,
    mayGoAbroad: false,
    testKind: 'dry',
    passed: true,
    workKind: 'work',
    what: '',
    to: job.holder === 'workshop' ? 'desk' : 'workshop',
    workshop: '',
    isAbroad: false,
    reason: job.stage === 'declined' ? 'declined' : 'withdrawn',
    proxy: '',
    isProxy: false,
    // Whoever hands it over says so themselves.
    hasReceipt: false,
    signature: null,
    note: '',
  });
  const [isTried, setTried] = useState(false);
  const input = stepInput(step, values);
  const change = (part: Partial<StepValues>) => setValues({ ...values, ...part });
  const save = () => {
    setTried(true);
    if (typeof input === 'string') return;
    take.mutate(
      { jobId: job.id, version: job.version, step: input },
      {
        onSuccess: () => {
          toast(t('jobs.stepSaved', { number: job.number, step: t(`jobs.done.${step}`) }));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog title={t(`jobs.step.${step}`)} isOpen onClose={onClose} size={560}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Stack gap="md">
          <StepFields job={job} step={step} values={values} onChange={change} />
          <Textarea
            required={step === 'estimate'}
            label={t(step === 'estimate' ? 'jobs.estimateNote' : 'jobs.note')}
            value={values.note}
            maxLength={500}
            autosize
            minRows={2}
            onChange={(event) => change({ note: event.currentTarget.value })}
          />
          {isTried && typeof input === 'string' && <NeededNote>{t(`jobs.missing.${input}`)}</NeededNote>}
          <FormEnd
            error={take.error}
            isPending={take.isPending}
            submit={t('jobs.saveStep')}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
