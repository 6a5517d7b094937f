import { Button, Group, SegmentedControl, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { Guideline } from '@shared/contract/guidelines';
import { civilDateOf } from '@shared/domain/dates';
import {
  GUIDELINE_SHELVES,
  GUIDELINE_TOPICS,
  type GuidelineShelf,
  type GuidelineTopic,
} from '@shared/domain/guidelines';
import { type Language, languageNames, languages } from '@shared/domain/languages';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { type Draft, useDraft, useDraftValues } from '../../lib/drafts';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';
import { toast } from '../../ui/toast';

interface GuidelineFormProps {
  /** Null: a new guideline; else the one that gets its next version. */
  readonly guideline: Guideline | null;
  readonly onClose: () => void;
  readonly onPublished?: (guidelineId: string) => void;
}

type Words = { readonly title: string; readonly body: string };

interface Values {
  readonly shelf: GuidelineShelf;
  readonly topic: GuidelineTopic;
  readonly effectiveOn: string;
  readonly changeNote: string;
  readonly texts: Readonly<Record<Language, Words>>;
}

/** The manager's desk: shelf, topic, day, and the text in as many languages as there are. */
export function GuidelineForm(props: GuidelineFormProps) {
  const { t } = useWords();
  const { shop } = useCounter();
  const { guideline, onClose } = props;
  const textOf = (language: Language): Words => {
    const text = guideline?.texts.find((one) => one.language === language);
    return { title: text?.title ?? '', body: text?.body ?? '' };
  };
  const initial: Values = {
    shelf: guideline?.shelf ?? 'house',
    topic: guideline?.topic ?? 'consent',
    effectiveOn: civilDateOf(Date.now(), shop.timeZone),
    changeNote: '',
    texts: { en: textOf('en'), 'zh-Hant': textOf('zh-Hant'), 'zh-Hans': textOf('zh-Hans') },
  };
  const draft = useDraft<Values>('guidelines.write', guideline?.id ?? 'new', initial);
  const title = guideline
    ? t('guidelines.newVersionOf', { number: guideline.number })
    : t('guidelines.write');
  return (
    <Dialog title={title} isOpen onClose={onClose} size={820}>
      {draft.start && <Fields {...props} draft={draft} start={draft.start} />}
    </Dialog>
  );
}

interface FieldsProps extends GuidelineFormProps {
  readonly draft: Draft<Values>;
  readonly start: Values;
}

function Fields({ guideline, onClose, onPublished, draft, start }: FieldsProps) {
  const { t, language: screenLanguage } = useWords();
  const [values, change] = useDraftValues(draft, start);
  const [language, setLanguage] = useState<Language>(screenLanguage);
  const publish = useTell('guidelines.publish');
  const text = values.texts[language];
  const changeText = (part: Partial<Words>) =>
    change({ texts: { ...values.texts, [language]: { ...text, ...part } } });
  const written = languages.filter((one) => values.texts[one].title.trim() || values.texts[one].body.trim());
  const isWhole =
    written.length > 0 &&
    written.every((one) => values.texts[one].title.trim() && values.texts[one].body.trim());
  const save = () => {
    const { texts, ...rest } = values;
    publish.mutate(
      {
        ...rest,
        guidelineId: guideline?.id ?? null,
        texts: written.map((one) => ({ language: one, ...texts[one] })),
      },
      {
        onSuccess: ({ guidelineId, number, version }) => {
          draft.clear();
          toast(t('guidelines.published', { number, version }));
          onPublished?.(guidelineId);
          onClose();
        },
      },
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack>
        {!guideline && <Place values={values} onChange={change} />}
        <TextInput
          type="date"
          required
          w={220}
          label={t('guidelines.effectiveOn')}
          value={values.effectiveOn}
          onChange={({ currentTarget }) => change({ effectiveOn: currentTarget.value })}
        />
        {guideline && (
          <TextInput
            required
            label={t('guidelines.changeNote')}
            value={values.changeNote}
            maxLength={500}
            onChange={({ currentTarget }) => change({ changeNote: currentTarget.value })}
          />
        )}
        <SegmentedControl
          aria-label={t('guidelines.language')}
          value={language}
          onChange={(value) => setLanguage(value as Language)}
          data={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
        <Text size="sm" c="dimmed">
          {t('guidelines.languageHint')}
        </Text>
        <Stack lang={language}>
          <TextInput
            label={t('guidelines.name')}
            value={text.title}
            maxLength={200}
            onChange={({ currentTarget }) => changeText({ title: currentTarget.value })}
          />
          <Textarea
            label={t('guidelines.body')}
            description={t('guidelines.bodyHint')}
            value={text.body}
            autosize
            minRows={8}
            maxRows={14}
            maxLength={20_000}
            onChange={({ currentTarget }) => changeText({ body: currentTarget.value })}
          />
        </Stack>
        <Text size="sm">{t('guidelines.publishWhy')}</Text>
        <ErrorNotice error={publish.error} />
        <Group justify="flex-end">
          {draft.isRestored && (
            <Text size="sm" c="dimmed" mr="auto">
              {t('guidelines.restored')}
            </Text>
          )}
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" disabled={!isWhole} loading={publish.isPending}>
            {t('guidelines.publish')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface PlaceProps {
  readonly values: Values;
  readonly onChange: (part: Partial<Values>) => void;
}

function Place({ values, onChange }: PlaceProps) {
  const { t } = useWords();
  return (
    <Group align="flex-end">
      <Select
        label={t('guidelines.shelfLabel')}
        value={values.shelf}
        allowDeselect={false}
        data={GUIDELINE_SHELVES.map((value) => ({ value, label: t(`guidelines.shelf.${value}`) }))}
        onChange={(shelf) => shelf && onChange({ shelf: shelf as GuidelineShelf })}
      />
      <Select
        label={t('guidelines.topicLabel')}
        value={values.topic}
        allowDeselect={false}
        data={GUIDELINE_TOPICS.map((value) => ({ value, label: t(`guidelines.topic.${value}`) }))}
        onChange={(topic) => topic && onChange({ topic: topic as GuidelineTopic })}
      />
    </Group>
  );
}
