import { Button, Group, Stack, Text } from '@mantine/core';
import type { Guideline, Precedence } from '@shared/contract/guidelines';
import { formatDate } from '@shared/domain/dates';
import { type GuidelineTopic, textFor } from '@shared/domain/guidelines';
import { IconCheck, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTell } from '../lib/ask';
import { useWords } from '../lib/i18n';
import { DocumentPreview } from './document-preview';
import { ErrorNotice } from './error-notice';
import { NoticeView } from './notice-view';
import { toast } from './toast';

/** One guideline to be read: which version it is, the words, and "I have read this". */
export function GuidelineView({ guideline }: { readonly guideline: Guideline }) {
  const { t, language } = useWords();
  const confirm = useTell('guidelines.confirm');
  const print = useTell('guidelines.print');
  const [documentId, setDocumentId] = useState<string | null>(null);
  const text = textFor(guideline.texts, language);
  if (!text) return null;
  const { id: guidelineId, version, number, coming } = guideline;
  const date = formatDate(guideline.effectiveOn, language);
  return (
    <Stack gap="md">
      <Text c="dimmed">
        {number} · {t(`guidelines.shelf.${guideline.shelf}`)} · {t(`guidelines.topic.${guideline.topic}`)}
        {' · '}
        {guideline.isInForce
          ? t('guidelines.inForce', { which: t('guidelines.versionOf', { version, date }) })
          : t('guidelines.comes', { date })}
      </Text>
      {coming && (
        <Text c="var(--warning-text)">
          {t('guidelines.coming', {
            version: coming.version,
            date: formatDate(coming.effectiveOn, language),
          })}
        </Text>
      )}
      {text.language !== language && <Text c="dimmed">{t('guidelines.onlyIn')}</Text>}
      <NoticeView notice={text} order={2} />
      <ErrorNotice error={confirm.error ?? print.error} />
      <Group>
        {guideline.isInForce &&
          (guideline.isRead ? (
            <Group gap={6}>
              <IconCheck size={18} aria-hidden />
              <Text>{t('guidelines.isRead')}</Text>
            </Group>
          ) : (
            <Button
              loading={confirm.isPending}
              onClick={() =>
                confirm.mutate(
                  { guidelineId, version },
                  { onSuccess: () => toast(t('guidelines.confirmed', { number })) },
                )
              }
            >
              {t('guidelines.confirm')}
            </Button>
          ))}
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
          disabled={print.isPending}
          onClick={() =>
            print.mutate(
              { guidelineId, version, language },
              { onSuccess: (made) => setDocumentId(made.documentId) },
            )
          }
        >
          {t('common.print')}
        </Button>
      </Group>
      <DocumentPreview documentId={documentId} onClose={() => setDocumentId(null)} />
    </Stack>
  );
}

interface PrecedenceLineProps {
  readonly topic: GuidelineTopic;
  readonly precedence: readonly Precedence[];
}

/** Which shelf wins on a topic, and why. */
export function PrecedenceLine({ topic, precedence }: PrecedenceLineProps) {
  const { t } = useWords();
  const stated = precedence.find((one) => one.topic === topic);
  if (!stated) return <Text c="dimmed">{t('guidelines.notStated')}</Text>;
  return (
    <Text>
      <Text span fw={600}>
        {t(`guidelines.wins.${stated.wins}`)}
      </Text>{' '}
      {stated.reason}
    </Text>
  );
}
