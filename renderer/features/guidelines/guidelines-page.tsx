import { Button, Select, Skeleton, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { Guideline } from '@shared/contract/guidelines';
import { isAllowed } from '@shared/contract/permissions';
import { GUIDELINE_TOPICS, type GuidelineTopic, textFor } from '@shared/domain/guidelines';
import { IconSearch } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Page } from '../../ui/page';
import { GuidelineDetail } from './guideline-detail';
import { GuidelineForm } from './guideline-form';
import classes from './guidelines.module.css';

const pauseMs = 150;

/** The two shelves: what is in force by topic, the words of one, who has read it, and which shelf wins. */
export function GuidelinesPage() {
  const { t } = useWords();
  const { staff } = useCounter();
  const asked = useSearch({ strict: false }).guidelineId ?? null;
  const [topic, setTopic] = useState<GuidelineTopic | null>(null);
  const [typed, setTyped] = useState('');
  const [words] = useDebouncedValue(typed, pauseMs);
  const [openId, setOpenId] = useState(asked);
  const [isWriting, setWriting] = useState(false);
  const list = useAsk('guidelines.list', { topic, words }, ['guidelines', 'session'], { keepPrevious: true });
  const { guidelines = [], precedence = [] } = list.data ?? {};
  const inOrder = GUIDELINE_TOPICS.flatMap((one) => guidelines.filter((each) => each.topic === one));
  // What waits to be read opens first.
  const open = inOrder.find(({ id }) => id === openId) ?? inOrder.find((one) => !one.isRead) ?? inOrder[0];
  const isAny = topic !== null || words !== '';
  return (
    <Page
      title={t('guidelines.title')}
      subtitle={t('guidelines.subtitle')}
      actions={
        isAllowed(staff.role, 'guidelines.write') && (
          <Button onClick={() => setWriting(true)}>{t('guidelines.write')}</Button>
        )
      }
    >
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      {list.data && guidelines.length === 0 && !isAny ? (
        <EmptyState title={t('guidelines.empty')} hint={t('guidelines.emptyHint')} />
      ) : (
        <div className={classes.columns}>
          <div>
            <TextInput
              type="search"
              aria-label={t('guidelines.search')}
              placeholder={t('guidelines.search')}
              leftSection={<IconSearch size={18} aria-hidden />}
              value={typed}
              maxLength={200}
              onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            />
            <Select
              my="sm"
              aria-label={t('guidelines.topicLabel')}
              placeholder={t('guidelines.allTopics')}
              clearable
              value={topic}
              data={GUIDELINE_TOPICS.map((value) => ({ value, label: t(`guidelines.topic.${value}`) }))}
              onChange={(value) => setTopic(value as GuidelineTopic | null)}
            />
            {!list.data && !list.error && <Skeleton height={200} />}
            {list.data && guidelines.length === 0 && <Text c="dimmed">{t('guidelines.nothing')}</Text>}
            <Shelves guidelines={guidelines} openId={open?.id ?? null} onOpen={setOpenId} />
          </div>
          {open && <GuidelineDetail key={open.id} guideline={open} precedence={precedence} />}
        </div>
      )}
      {isWriting && (
        <GuidelineForm
          guideline={null}
          onClose={() => setWriting(false)}
          onPublished={(id) => {
            setTopic(null);
            setTyped('');
            setOpenId(id);
          }}
        />
      )}
    </Page>
  );
}

interface ShelvesProps {
  readonly guidelines: readonly Guideline[];
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
}

function Shelves({ guidelines, openId, onOpen }: ShelvesProps) {
  const { t, language } = useWords();
  return GUIDELINE_TOPICS.map((topic) => {
    const here = guidelines.filter((one) => one.topic === topic);
    if (here.length === 0) return null;
    return (
      <section key={topic} className={classes.topic} aria-label={t(`guidelines.topic.${topic}`)}>
        <Text fw={600} size="sm" c="dimmed">
          {t(`guidelines.topic.${topic}`)}
        </Text>
        <ul className={classes.list}>
          {here.map((one) => (
            <li key={one.id}>
              <UnstyledButton
                className={classes.entry}
                aria-current={one.id === openId}
                onClick={() => onOpen(one.id)}
              >
                <span className={classes.name}>{textFor(one.texts, language)?.title}</span>
                <Text span size="sm" c="dimmed">
                  {t(`guidelines.shelf.${one.shelf}`)}
                </Text>
                {one.isInForce && !one.isRead && (
                  <Text span size="sm" c="var(--warning-text)">
                    {t('guidelines.notRead')}
                  </Text>
                )}
              </UnstyledButton>
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
