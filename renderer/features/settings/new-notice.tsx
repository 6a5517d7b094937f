import { Alert, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { Input } from '@shared/contract';
import type { Notice, NoticeKind } from '@shared/contract/notices';
import { type Language, languageNames, languages } from '@shared/domain/languages';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { call } from '../../lib/call';
import { type Draft, useDraft } from '../../lib/drafts';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { NoticeView } from '../../ui/notice-view';
import { Section } from '../../ui/section';
import { toast } from '../../ui/toast';
import classes from './settings.module.css';

type Texts = Input<'notices.publish'>['texts'];

interface NewNoticeProps {
  readonly kind: NoticeKind;
  /** The version in force, in each language: where the new one begins. */
  readonly current: readonly Pick<Notice, 'language' | 'title' | 'body'>[];
  readonly onDone: () => void;
}

/** A new version in the three languages side by side, each with what the customer will see under it. */
export function NewNotice(props: NewNoticeProps) {
  const draft = useDraft<Texts>('notices.new', props.kind, textsOf(props.current));
  return draft.start && <Form {...props} draft={draft} start={draft.start} />;
}

interface FormProps extends NewNoticeProps {
  readonly draft: Draft<Texts>;
  readonly start: Texts;
}

function Form({ kind, current, draft, start, onDone }: FormProps) {
  const { t } = useWords();
  const [texts, setTexts] = useState(start);
  const publish = useTell('notices.publish');
  const isWhole = languages.every((language) => texts[language].title.trim() && texts[language].body.trim());
  const isSame = JSON.stringify(texts) === JSON.stringify(textsOf(current));
  const change = (next: Texts) => {
    setTexts(next);
    draft.keep(next);
  };
  const giveUp = () => {
    draft.clear();
    onDone();
  };
  const save = () =>
    publish.mutate(
      { kind, texts },
      {
        onSuccess: ({ version }) => {
          toast(t('settings.notices.published', { version }));
          giveUp();
        },
      },
    );
  const suggest = () => void call('notices.suggested', { kind }).then(change, () => undefined);
  return (
    <Section
      title={t('settings.notices.newVersion')}
      actions={
        <Button variant="default" onClick={suggest}>
          {t('settings.notices.builtIn')}
        </Button>
      }
    >
      <Stack>
        <Text maw={820}>{t('settings.notices.format')}</Text>
        <div className={classes.texts}>
          {languages.map((language) => (
            <OneText
              key={language}
              language={language}
              value={texts[language]}
              onChange={(text) => change({ ...texts, [language]: text })}
            />
          ))}
        </div>
        <Alert variant="outline">{t('settings.notices.effect')}</Alert>
        <ErrorNotice error={publish.error} />
        <Group>
          <Button disabled={!isWhole || isSame} loading={publish.isPending} onClick={save}>
            {t('settings.notices.publish')}
          </Button>
          <Button variant="default" onClick={giveUp}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}

interface OneTextProps {
  readonly language: Language;
  readonly value: Texts[Language];
  readonly onChange: (value: Texts[Language]) => void;
}

function OneText({ language, value, onChange }: OneTextProps) {
  const { t } = useWords();
  const name = languageNames[language];
  return (
    <Stack gap="sm" lang={language}>
      <TextInput
        label={t('settings.notices.textTitle', { language: name })}
        value={value.title}
        maxLength={200}
        onChange={({ currentTarget }) => onChange({ ...value, title: currentTarget.value })}
      />
      <Textarea
        label={t('settings.notices.textBody', { language: name })}
        value={value.body}
        autosize
        minRows={14}
        maxRows={22}
        maxLength={20_000}
        onChange={({ currentTarget }) => onChange({ ...value, body: currentTarget.value })}
      />
      <Text fw={600} size="sm">
        {t('settings.notices.preview')}
      </Text>
      <section className={classes.text} aria-label={`${t('settings.notices.preview')} ${name}`}>
        <NoticeView notice={{ ...value, language }} />
      </section>
    </Stack>
  );
}

function textsOf(rows: NewNoticeProps['current']): Texts {
  const text = (language: Language) => {
    const row = rows.find((candidate) => candidate.language === language);
    return { title: row?.title ?? '', body: row?.body ?? '' };
  };
  return { en: text('en'), 'zh-Hant': text('zh-Hant'), 'zh-Hans': text('zh-Hans') };
}
