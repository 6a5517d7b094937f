import { Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { asLanguage, type Language, languageNames, languages } from '@shared/domain/languages';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { CallError } from '../../lib/call';
import { useWords, useWordsIn } from '../../lib/i18n';
import { ConsentChoices } from '../../ui/consent-choices';
import { Dialog } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';
import { GuidelineHint } from '../../ui/guideline-hint';
import { NoticeView } from '../../ui/notice-view';
import { SignaturePad } from '../../ui/signature-pad';
import { toast } from '../../ui/toast';
import {
  type ConsentDraft,
  type ConsentFormValues,
  slipOf,
  useConsentDraft,
  useConsentForm,
} from '../../ui/use-consent-form';

interface RecordConsentProps {
  readonly customerId: string;
  readonly isMinor: boolean;
  readonly onClose: () => void;
}

/** The form at the counter: the notice in the customer's language, the choices, signed or said. */
export function RecordConsent(props: RecordConsentProps) {
  const { customerId, onClose } = props;
  const { t } = useWords();
  const customer = useAsk('customers.get', { id: customerId }, []);
  return (
    <Dialog isOpen onClose={onClose} size={780} title={t('consents.ask.title')}>
      <ErrorNotice error={customer.error} />
      {customer.data && <Kept {...props} firstLanguage={asLanguage(customer.data.language)} />}
    </Dialog>
  );
}

function Kept(props: RecordConsentProps & { readonly firstLanguage: Language }) {
  const draft = useConsentDraft('consents.record', props.customerId, props.firstLanguage);
  return draft.start && <Form {...props} draft={draft} start={draft.start} />;
}

interface FormProps extends RecordConsentProps {
  readonly draft: ConsentDraft;
  readonly start: ConsentFormValues;
}

function Form({ customerId, isMinor, draft, start, onClose }: FormProps) {
  const form = useConsentForm(draft, start, 'collection');
  const { values, notice, change } = form;
  const { language, isOral } = values;
  const { t: screen } = useWords();
  const { t } = useWordsIn(language);
  const [slip, setSlip] = useState<CallError | null>(null);
  const capture = useTell('consents.capture');

  const save = () => {
    const consent = form.consent();
    if (!consent) return;
    const missing = slipOf(consent);
    setSlip(missing && new CallError(missing, {}, ''));
    if (missing) return;
    const done = () => {
      draft.clear();
      toast(screen('consents.ask.saved'));
      onClose();
    };
    capture.mutate({ customerId, consent }, { onSuccess: done });
  };

  return (
    <Stack gap="md">
      <Text c="dimmed">{screen('consents.ask.intro')}</Text>
      <GuidelineHint topic="consent" />
      <SegmentedControl
        aria-label={screen('common.language')}
        size="md"
        value={language}
        // A signature belongs to the text it was put under.
        onChange={(next) => change({ language: next as Language, signature: null })}
        data={languages.map((value) => ({ value, label: languageNames[value] }))}
      />
      {notice && <NoticeView notice={notice} />}
      <div lang={language}>
        <ConsentChoices
          language={language}
          value={values.choices}
          onChange={(choices) => change({ choices })}
        />
      </div>
      {isMinor && (
        <TextInput
          label={t('consents.ask.parentName')}
          value={values.parentName}
          onChange={({ currentTarget }) => change({ parentName: currentTarget.value })}
          maxLength={120}
        />
      )}
      <SegmentedControl
        aria-label={screen('consents.ask.how')}
        size="md"
        value={isOral ? 'oral' : 'written'}
        onChange={(value) => change({ isOral: value === 'oral' })}
        data={[
          { value: 'written', label: screen('consents.ask.written') },
          { value: 'oral', label: screen('consents.ask.oral') },
        ]}
      />
      {isOral ? (
        <Text size="sm" c="var(--warning-text)">
          {screen('consents.ask.oralHint')}
        </Text>
      ) : (
        <SignaturePad language={language} value={form.signature} onChange={form.sign} />
      )}
      <ErrorNotice error={slip ?? capture.error ?? form.error} />
      <Group justify="flex-end">
        {form.isRestored && (
          <Button variant="subtle" onClick={form.startOver}>
            {screen('vip.page.startOver')}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {screen('common.cancel')}
        </Button>
        <Button onClick={save} disabled={capture.isPending || !notice}>
          {screen('consents.ask.save')}
        </Button>
      </Group>
    </Stack>
  );
}
