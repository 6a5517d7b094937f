import {
  Button,
  Chip,
  Group,
  Input,
  SegmentedControl,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import type { Template } from '@shared/contract/templates';
import { GOODS_CLASSES, type GoodsClass } from '@shared/domain/consent-events';
import { CONVERSATION_PURPOSES, type ConversationPurpose } from '@shared/domain/conversations';
import { type Language, languageNames, languages } from '@shared/domain/languages';
import { MERGE_FIELDS, TEMPLATE_MEDIA, type TemplateMedium } from '@shared/domain/templates';
import { goodsInWords } from '@shared/words/consent-sentences';
import { useRef, useState } from 'react';
import { useTell } from '../../lib/ask';
import { type Draft, useDraft, useDraftValues } from '../../lib/drafts';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';
import { toast } from '../../ui/toast';
import { TemplatePreview } from './template-preview';
import classes from './templates.module.css';

type Values = Pick<Template, 'medium' | 'purpose' | 'texts'> & { readonly goodsClass: GoodsClass };

const blankText = { name: '', subject: '', body: '' };
const blank: Values = {
  medium: 'message',
  purpose: 'service',
  goodsClass: GOODS_CLASSES[0],
  texts: { en: blankText, 'zh-Hant': blankText, 'zh-Hans': blankText },
};

interface TemplateFormProps {
  /** Null for a new one. */
  readonly template: Template | null;
  readonly onClose: () => void;
}

/** The text in three languages with its preview; saving makes a new version. */
export function TemplateForm({ template, onClose }: TemplateFormProps) {
  const { t } = useWords();
  const initial = template ? { ...template, goodsClass: template.goodsClass ?? GOODS_CLASSES[0] } : blank;
  const draft = useDraft<Values>('templates.template', template?.id ?? 'new', {
    medium: initial.medium,
    purpose: initial.purpose,
    goodsClass: initial.goodsClass,
    texts: initial.texts,
  });
  return (
    <Dialog
      title={t(template ? 'conversations.templates.edit' : 'conversations.templates.new')}
      isOpen
      size={980}
      onClose={onClose}
    >
      {draft.start && <Form template={template} draft={draft} start={draft.start} onClose={onClose} />}
    </Dialog>
  );
}

interface FormProps extends TemplateFormProps {
  readonly draft: Draft<Values>;
  readonly start: Values;
}

function Form({ template, draft, start, onClose }: FormProps) {
  const { t, language: screenLanguage } = useWords();
  const [values, change] = useDraftValues(draft, start);
  const [language, setLanguage] = useState<Language>(screenLanguage);
  const save = useTell('templates.save');
  const send = (isRetired: boolean) =>
    save.mutate(
      {
        ...values,
        goodsClass: values.purpose === 'selling' ? values.goodsClass : null,
        templateId: template?.id ?? null,
        version: template?.version ?? 0,
        isRetired,
      },
      {
        onSuccess: ({ version }) => {
          toast(t('conversations.templates.saved', { version }));
          draft.clear();
          onClose();
        },
      },
    );
  const isWhole = languages.every((one) => values.texts[one].name.trim() && values.texts[one].body.trim());
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send(false);
      }}
    >
      <Stack gap="md">
        <WhatFor values={values} onChange={change} />
        <SegmentedControl
          w="fit-content"
          aria-label={t('common.language')}
          value={language}
          onChange={(value) => setLanguage(value as Language)}
          data={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
        <div className={classes.columns}>
          <TextFields
            medium={values.medium}
            text={values.texts[language]}
            onChange={(text) => change({ texts: { ...values.texts, [language]: text } })}
          />
          <TemplatePreview text={values.texts[language]} language={language} />
        </div>
        <ErrorNotice error={save.error} />
        <Group justify="flex-end">
          {template && (
            <Button
              variant="subtle"
              c="var(--accent-text)"
              mr="auto"
              disabled={save.isPending}
              onClick={() => send(!template.isRetired)}
            >
              {t(template.isRetired ? 'conversations.templates.restore' : 'conversations.templates.retire')}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" disabled={!isWhole} loading={save.isPending}>
            {t('conversations.templates.publish')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface WhatForProps {
  readonly values: Values;
  readonly onChange: (part: Partial<Values>) => void;
}

function WhatFor({ values, onChange }: WhatForProps) {
  const { t, language } = useWords();
  return (
    <Group align="flex-end">
      <Select
        label={t('conversations.templates.medium')}
        value={values.medium}
        allowDeselect={false}
        data={TEMPLATE_MEDIA.map((value) => ({ value, label: t(`conversations.templates.media.${value}`) }))}
        onChange={(value) => value && onChange({ medium: value as TemplateMedium })}
      />
      <Input.Wrapper label={t('conversations.purposeLabel')} labelElement="div">
        <SegmentedControl
          aria-label={t('conversations.purposeLabel')}
          value={values.purpose}
          onChange={(value) => onChange({ purpose: value as ConversationPurpose })}
          data={CONVERSATION_PURPOSES.map((value) => ({ value, label: t(`conversations.purpose.${value}`) }))}
        />
      </Input.Wrapper>
      {values.purpose === 'selling' && (
        <Select
          label={t('conversations.goods')}
          value={values.goodsClass}
          allowDeselect={false}
          data={GOODS_CLASSES.map((value) => ({ value, label: goodsInWords([value], language) }))}
          onChange={(value) => value && onChange({ goodsClass: value as GoodsClass })}
        />
      )}
    </Group>
  );
}

type OneText = Values['texts']['en'];

interface TextFieldsProps {
  readonly medium: TemplateMedium;
  readonly text: OneText;
  readonly onChange: (text: OneText) => void;
}

function TextFields({ medium, text, onChange }: TextFieldsProps) {
  const { t } = useWords();
  const body = useRef<HTMLTextAreaElement>(null);
  const insert = (field: string) => {
    const at = body.current?.selectionStart ?? text.body.length;
    onChange({ ...text, body: `${text.body.slice(0, at)}{{${field}}}${text.body.slice(at)}` });
  };
  return (
    <Stack gap="sm">
      <TextInput
        required
        label={t('conversations.templates.name')}
        value={text.name}
        maxLength={80}
        onChange={(event) => onChange({ ...text, name: event.currentTarget.value })}
      />
      {(medium === 'email' || medium === 'letter') && (
        <TextInput
          label={t('conversations.subject')}
          value={text.subject}
          maxLength={200}
          onChange={(event) => onChange({ ...text, subject: event.currentTarget.value })}
        />
      )}
      <Textarea
        ref={body}
        required
        label={t(medium === 'phone' ? 'conversations.script' : 'conversations.text')}
        value={text.body}
        maxLength={4000}
        autosize
        minRows={7}
        maxRows={12}
        onChange={(event) => onChange({ ...text, body: event.currentTarget.value })}
      />
      <Input.Wrapper label={t('conversations.templates.insert')} labelElement="div">
        <Group gap={6} mt={4}>
          {MERGE_FIELDS.map((field) => (
            <Chip key={field} checked={false} size="md" variant="outline" onChange={() => insert(field)}>
              {t(`conversations.field.${field}`)}
            </Chip>
          ))}
        </Group>
      </Input.Wrapper>
      <Text size="sm" c="dimmed">
        {t('conversations.fields', { field: '{{name}}' })}
      </Text>
    </Stack>
  );
}
