import {
  Alert,
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
import { useDebouncedValue } from '@mantine/hooks';
import { gapsIn } from '@shared/domain/campaigns';
import { type Language, languageNames, languages } from '@shared/domain/languages';
import { MERGE_FIELDS, templateMediumOf } from '@shared/domain/templates';
import { useRef, useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { CustomerPicker, type PickedCustomer } from '../../ui/customer-picker';
import { ErrorNotice } from '../../ui/error-notice';
import { useCampaignWords } from './campaign-words';
import classes from './campaigns.module.css';
import type { FieldsProps } from './plan-fields';

interface TextFieldsProps extends FieldsProps {
  readonly leavesOutOthers: boolean;
}

/** The text in three languages, begun from a template, beside what any customer would get. */
export function TextFields({ leavesOutOthers, values, change, isFixed, isDisabled }: TextFieldsProps) {
  const { t, language: screenLanguage } = useWords();
  const [language, setLanguage] = useState<Language>(screenLanguage);
  const body = useRef<HTMLTextAreaElement>(null);
  const { texts, channel } = values;
  const text = texts[language];
  const put = (part: Partial<typeof text>) =>
    change({ texts: { ...texts, [language]: { ...text, ...part } } });
  const gaps = [...new Set(languages.flatMap((one) => gapsIn(`${texts[one].subject}\n${texts[one].body}`)))];
  const insert = (field: string) => {
    const at = body.current?.selectionStart ?? text.body.length;
    put({ body: `${text.body.slice(0, at)}{{${field}}}${text.body.slice(at)}` });
  };
  return (
    <div className={classes.columns}>
      <fieldset
        disabled={isDisabled || isFixed}
        style={{ border: 'none', padding: 0, margin: 0, minWidth: 0 }}
        aria-label={t('campaigns.tab.text')}
      >
        <Stack gap="md">
          {isFixed && <Alert variant="outline">{t('campaigns.fixed')}</Alert>}
          <TemplateSelect values={values} change={change} isFixed={isFixed} isDisabled={isDisabled} />
          <SegmentedControl
            w="fit-content"
            aria-label={t('common.language')}
            value={language}
            onChange={(value) => setLanguage(value as Language)}
            data={languages.map((value) => ({ value, label: languageNames[value] }))}
          />
          {(channel === 'email' || channel === 'letter') && (
            <TextInput
              label={t('conversations.subject')}
              value={text.subject}
              maxLength={200}
              onChange={(event) => put({ subject: event.currentTarget.value })}
            />
          )}
          <Textarea
            ref={body}
            label={t(channel === 'phone' ? 'conversations.script' : 'conversations.text')}
            value={text.body}
            maxLength={4000}
            autosize
            minRows={8}
            maxRows={16}
            onChange={(event) => put({ body: event.currentTarget.value })}
          />
          {!isFixed && !isDisabled && (
            <Input.Wrapper label={t('conversations.templates.insert')} labelElement="div">
              <Group gap={6} mt={4}>
                {MERGE_FIELDS.map((field) => (
                  <Chip
                    key={field}
                    checked={false}
                    size="md"
                    variant="outline"
                    onChange={() => insert(field)}
                  >
                    {t(`conversations.field.${field}`)}
                  </Chip>
                ))}
              </Group>
            </Input.Wrapper>
          )}
          {gaps.length > 0 && (
            <Text size="sm" c="var(--warning-text)">
              {t('campaigns.gaps', { what: gaps.join(screenLanguage === 'en' ? ', ' : '、') })}
            </Text>
          )}
        </Stack>
      </fieldset>
      <Preview values={values} leavesOutOthers={leavesOutOthers} />
    </div>
  );
}

function TemplateSelect({ values, change, isFixed, isDisabled }: FieldsProps) {
  const { t, language } = useWords();
  const medium = templateMediumOf(values.channel);
  // Asked here and not where templates are written: a campaign only begins from one.
  const list = useAsk('templates.list', {}, ['conversations', 'settings']);
  const fitting = (list.data ?? []).filter((one) => one.medium === medium && one.purpose === 'selling');
  const chosen = fitting.some(({ id }) => id === values.template?.id) ? values.template?.id : null;
  return (
    <Select
      label={t('campaigns.template')}
      value={chosen ?? null}
      disabled={isFixed || isDisabled}
      allowDeselect={false}
      placeholder={t(fitting.length === 0 ? 'campaigns.templateNone' : 'campaigns.templateTake')}
      data={fitting.map(({ id, texts }) => ({ value: id, label: texts[language].name }))}
      onChange={(id) => {
        const template = fitting.find((one) => one.id === id);
        if (!template) return;
        const textOf = (one: Language) => ({
          subject: template.texts[one].subject,
          body: template.texts[one].body,
        });
        change({
          template: { id: template.id, version: template.version },
          goodsClass: template.goodsClass ?? values.goodsClass,
          texts: { en: textOf('en'), 'zh-Hant': textOf('zh-Hant'), 'zh-Hans': textOf('zh-Hans') },
        });
      }}
    />
  );
}

interface PreviewProps extends Pick<FieldsProps, 'values'> {
  readonly leavesOutOthers: boolean;
}

/** What one customer would get, in their language, and whether they would. */
function Preview({ values, leavesOutOthers }: PreviewProps) {
  const { t, language: screenLanguage } = useWords();
  const words = useCampaignWords();
  const [customer, setCustomer] = useState<PickedCustomer | null>(null);
  const { channel, goodsClass, texts, ownerId, programmeId } = values;
  const [settled] = useDebouncedValue({ channel, goodsClass, texts, ownerId, programmeId }, 250);
  const preview = useAsk(
    'campaigns.preview',
    { ...settled, leavesOutOthers, customerId: customer?.id ?? '-' },
    ['programmes', 'customers', 'consents', 'conversations', 'complaints', 'jobs', 'shop'],
    { enabled: customer !== null, keepPrevious: true },
  );
  const data = customer && preview.data;
  return (
    <Stack gap="sm">
      <CustomerPicker label={t('campaigns.previewFor')} value={customer} onChange={setCustomer} />
      <ErrorNotice error={customer && preview.error} />
      <section
        className={classes.paper}
        lang={data ? data.language : screenLanguage}
        aria-label={t('campaigns.preview')}
      >
        {data ? (
          <>
            {data.subject && <Text fw={600}>{data.subject}</Text>}
            {data.body}
            {channel !== 'phone' && data.added.map((line) => `\n\n${line}`)}
          </>
        ) : (
          <Text c="dimmed">{t('campaigns.previewPick')}</Text>
        )}
      </section>
      {data && (
        <Text size="sm" fw={600}>
          {data.exclusion === null
            ? t('campaigns.gets')
            : t('campaigns.getsNot', { why: words.exclusion(data.exclusion, data.why) })}
          {data.address && data.exclusion === null && ` (${data.address.replace(/\n/g, ', ')})`}
        </Text>
      )}
      {data && data.missing.length > 0 && (
        <Text size="sm" c="var(--warning-text)">
          {t('conversations.missing', {
            fields: data.missing.map((field) => t(`conversations.field.${field}`)).join(', '),
          })}
        </Text>
      )}
    </Stack>
  );
}
