import { Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { Output } from '@shared/contract';
import { languageNames, languages } from '@shared/domain/languages';
import { templateMediumOf } from '@shared/domain/templates';
import { useDeferredValue, useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { call } from '../../lib/call';
import { type Draft, useDraft } from '../../lib/drafts';
import { useWords } from '../../lib/i18n';
import { DocumentPreview } from '../../ui/document-preview';
import { ErrorNotice } from '../../ui/error-notice';
import { ContactPreview } from './contact-preview';
import { type ContactValues, newContact, wantedOf, withTemplate } from './contact-values';
import { ContactWays } from './contact-ways';
import classes from './conversations.module.css';
import { GoodsField, PurposeField } from './talk-fields';

interface ContactFormProps {
  readonly customerId: string;
  readonly before: Output<'conversations.beforeContact'>;
  readonly onPrepared: (made: Output<'conversations.prepare'>, values: ContactValues) => void;
  readonly onClose: () => void;
}

/** Way, purpose, template, text; beside it the message as it goes out. What was half written is kept. */
export function ContactForm(props: ContactFormProps) {
  const draft = useDraft<ContactValues>('conversations.contact', props.customerId, newContact(props.before));
  return draft.start && <Form {...props} draft={draft} start={draft.start} />;
}

interface FormProps extends ContactFormProps {
  readonly draft: Draft<ContactValues>;
  readonly start: ContactValues;
}

function Form({ customerId, before, draft, start, onPrepared, onClose }: FormProps) {
  const { t } = useWords();
  const [values, setValues] = useState(start);
  const [labelId, setLabelId] = useState<string | null>(null);
  const label = useTell('conversations.label');
  const sending = usePrepare(customerId, (made) => {
    draft.clear();
    onPrepared(made, values);
  });
  const change = (next: ContactValues) => {
    setValues(next);
    draft.keep(next);
  };
  const wanted = useDeferredValue(wantedOf(customerId, values));
  const preview = useAsk(
    'conversations.preview',
    wanted,
    ['conversations', 'customers', 'consents', 'settings', 'shop'],
    { keepPrevious: true },
  );
  const gate = preview.data?.gate ?? null;
  const isStopped =
    gate?.state === 'closed' || (gate?.state === 'needs-reason' && values.gateReason.trim() === '');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void sending.send(values);
      }}
    >
      <Stack gap="md">
        <div className={classes.contact}>
          <ContactWays before={before} values={values} onChange={change} />
          <TextFields values={values} onChange={change} />
          <ContactPreview values={values} preview={preview.data ?? null} onChange={change} />
        </div>
        <ErrorNotice error={sending.error ?? label.error ?? preview.error} />
        <Group justify="flex-end" className={classes.end}>
          {values.channel === 'letter' && (
            <Button
              variant="default"
              disabled={label.isPending}
              onClick={() =>
                label.mutate({ customerId }, { onSuccess: (made) => setLabelId(made.documentId) })
              }
            >
              {t('conversations.label')}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={sending.isPending} disabled={isStopped}>
            {t(`conversations.go.${values.channel}`)}
          </Button>
        </Group>
      </Stack>
      <DocumentPreview documentId={labelId} onClose={() => setLabelId(null)} />
    </form>
  );
}

/** Fills the fields in once more at the last moment, then opens the program or makes the page. */
function usePrepare(customerId: string, onMade: (made: Output<'conversations.prepare'>) => void) {
  const prepare = useTell('conversations.prepare');
  const [failed, setFailed] = useState<unknown>(null);
  return {
    isPending: prepare.isPending,
    error: prepare.error ?? failed,
    async send(values: ContactValues) {
      setFailed(null);
      try {
        const wanted = wantedOf(customerId, values);
        const { subject, body } = await call('conversations.preview', wanted);
        const { template, gateReason } = values;
        prepare.mutate({ ...wanted, subject, body, template, gateReason }, { onSuccess: onMade });
      } catch (error) {
        setFailed(error);
      }
    },
  };
}

interface TextFieldsProps {
  readonly values: ContactValues;
  readonly onChange: (values: ContactValues) => void;
}

function TextFields({ values, onChange }: TextFieldsProps) {
  const { t, language } = useWords();
  const templates = useAsk('templates.list', {}, ['conversations']);
  const medium = templateMediumOf(values.channel);
  const fitting = (templates.data ?? []).filter((template) => template.medium === medium);
  const chosen = fitting.find(({ id }) => id === values.template?.id) ?? null;
  const choose = (id: string | null) =>
    onChange(withTemplate(values, fitting.find((template) => template.id === id) ?? null));
  const speak = (spoken: ContactValues['language']) => {
    const isUntouched = chosen && chosen.texts[values.language].body === values.body;
    const next = { ...values, language: spoken };
    onChange(isUntouched ? withTemplate(next, chosen) : next);
  };
  return (
    <Stack gap="sm">
      <PurposeField purpose={values.purpose} onChange={(purpose) => onChange({ ...values, purpose })} />
      {values.purpose === 'selling' && (
        <GoodsField
          value={values.goodsClass}
          onChange={(goodsClass) => onChange({ ...values, goodsClass })}
        />
      )}
      <Group grow align="flex-start">
        <Select
          label={t('conversations.template')}
          placeholder={t('conversations.noTemplate')}
          value={chosen?.id ?? null}
          clearable
          data={fitting.map((template) => ({
            value: template.id,
            label: template.texts[language].name,
          }))}
          onChange={choose}
        />
        <Select
          label={t('conversations.language')}
          value={values.language}
          allowDeselect={false}
          data={languages.map((value) => ({ value, label: languageNames[value] }))}
          onChange={(value) => value && speak(value as ContactValues['language'])}
        />
      </Group>
      {(medium === 'email' || medium === 'letter') && (
        <TextInput
          label={t('conversations.subject')}
          value={values.subject}
          maxLength={200}
          onChange={(event) => onChange({ ...values, subject: event.currentTarget.value })}
        />
      )}
      <Textarea
        label={t(medium === 'phone' ? 'conversations.script' : 'conversations.text')}
        value={values.body}
        maxLength={8000}
        autosize
        minRows={5}
        maxRows={7}
        onChange={(event) => onChange({ ...values, body: event.currentTarget.value })}
      />
      <Text size="sm" c="dimmed">
        {t('conversations.fields', { field: '{{name}}' })}
      </Text>
    </Stack>
  );
}
