import { Button, Group, Text } from '@mantine/core';
import { addDays, civilDateOf } from '@shared/domain/dates';
import { asLanguage } from '@shared/domain/languages';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { type Draft, useDraft, useDraftValues } from '../../lib/drafts';
import { useWords } from '../../lib/i18n';
import { CustomerPicker, type PickedCustomer } from '../../ui/customer-picker';
import { ErrorNotice } from '../../ui/error-notice';
import { GuidelineHint } from '../../ui/guideline-hint';
import { NeededNote } from '../../ui/needed-note';
import { Page } from '../../ui/page';
import { Section } from '../../ui/section';
import { SignaturePad } from '../../ui/signature-pad';
import { toast } from '../../ui/toast';
import { ConditionFields } from './condition-drawing';
import { AgreedFields, ContactField, WordsFields } from './intake-fields';
import { ItemFields } from './intake-item';
import { emptyIntake, type IntakeValues, intakeInput } from './intake-values';
import { useJobWords } from './job-words';
import classes from './jobs.module.css';
import { useKeptPhotos } from './kept-photos';
import { PhotoFields } from './photo-fields';

/** Taking an item in: whose it is, then everything the customer signs for. */
export function IntakePage() {
  const { t } = useWords();
  const { customerId } = useSearch({ from: '/jobs/new' });
  const [picked, setPicked] = useState<PickedCustomer | null>(null);
  const id = customerId ?? picked?.id ?? null;
  return (
    <Page title={t('jobs.intake')}>
      {customerId === undefined && (
        <CustomerPicker label={t('jobs.chooseCustomer')} value={picked} onChange={setPicked} />
      )}
      {id !== null && <Intake key={id} customerId={id} />}
    </Page>
  );
}

function Intake({ customerId }: { readonly customerId: string }) {
  const { shop } = useCounter();
  const settings = useAsk('shop.settings', {}, ['settings']);
  // The estimate's days and as many again for the work are what a desk can promise unseen.
  const days = 2 * (settings.data?.jobRules.estimateDays ?? 10);
  const today = civilDateOf(Date.now(), shop.timeZone);
  const draft = useDraft<IntakeValues>('jobs.intake', customerId, emptyIntake(addDays(today, days)));
  if (!draft.start || !settings.data) return null;
  return <IntakeForm customerId={customerId} draft={draft} start={draft.start} />;
}

interface IntakeFormProps {
  readonly customerId: string;
  readonly draft: Draft<IntakeValues>;
  readonly start: IntakeValues;
}

function IntakeForm({ customerId, draft, start }: IntakeFormProps) {
  const { t } = useWords();
  const words = useJobWords();
  const customer = useAsk('customers.get', { id: customerId }, ['customers']);
  const [values, change] = useDraftValues(draft, start);
  const { photos, change: changePhotos, clear: forgetPhotos } = useKeptPhotos(customerId);
  const language = asLanguage(customer.data?.language);
  const [isTried, setTried] = useState(false);
  const taking = useTake(() => {
    draft.clear();
    forgetPhotos();
  });
  if (!customer.data) return <ErrorNotice error={customer.error} />;
  const input = intakeInput(customerId, values, photos, language);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (input) taking.take(input);
      }}
    >
      <GuidelineHint topic="repair-intake" />
      <Text fz={18} fw={600}>
        {t('jobs.intakeFor', { name: words.name({ customer: customer.data }) })}
      </Text>
      <div className={classes.columns}>
        <div>
          <Section title={t('jobs.item')}>
            <ItemFields customerId={customerId} values={values} onChange={change} />
          </Section>
          <Section title={t('jobs.words')}>
            <WordsFields values={values} onChange={change} />
          </Section>
          <Section title={t('jobs.agreed')}>
            <AgreedFields values={values} onChange={change} />
            <ContactField contacts={customer.data.contacts} values={values} onChange={change} />
          </Section>
        </div>
        <div>
          <Section title={t('jobs.condition')}>
            <ConditionFields value={values.condition} onChange={(condition) => change({ condition })} />
          </Section>
          <Section title={t('jobs.photos')}>
            <PhotoFields
              photos={photos}
              onChange={changePhotos}
              reason={values.noPhotosReason}
              onReason={(noPhotosReason) => change({ noPhotosReason })}
            />
          </Section>
          <Section title={t('jobs.signature')}>
            <Text size="sm" c="dimmed">
              {t('jobs.signHint')}
            </Text>
            <SignaturePad
              language={language}
              value={values.signature}
              onChange={(signature) => change({ signature })}
            />
            {isTried && !values.signature && <NeededNote>{t('jobs.missing.signature')}</NeededNote>}
          </Section>
          <ErrorNotice error={taking.error} />
          <Group justify="flex-end" mt="md">
            {draft.isRestored && (
              <Text size="sm" c="dimmed" mr="auto">
                {t('needs.restored')}
              </Text>
            )}
            <Button type="submit" size="md" loading={taking.isPending}>
              {t('jobs.take')}
            </Button>
          </Group>
        </div>
      </div>
    </form>
  );
}

/** Takes the item in, then goes to the job, where the receipt and the label are printed. */
function useTake(onTaken: () => void) {
  const { t } = useWords();
  const navigate = useNavigate();
  const take = useTell('jobs.take');
  return {
    isPending: take.isPending,
    error: take.error,
    take: (input: Parameters<typeof take.mutate>[0]) =>
      take.mutate(input, {
        onSuccess: ({ jobId, number }) => {
          onTaken();
          toast(t('jobs.taken', { number }));
          void navigate({ to: '/jobs/$jobId', params: { jobId }, replace: true });
        },
      }),
  };
}
