import { Divider, Stack } from '@mantine/core';
import type { GuidelineTopic } from '@shared/domain/guidelines';
import type { Language } from '@shared/domain/languages';
import { IconBook } from '@tabler/icons-react';
import { useState } from 'react';
import { useAsk } from '../lib/ask';
import { useWords, useWordsIn } from '../lib/i18n';
import { Dialog } from './dialog';
import { GuidelineView, PrecedenceLine } from './guideline-text';
import { QuietButton } from './quiet-button';

interface GuidelineHintProps {
  readonly topic: GuidelineTopic;
  /** On a page that the customer reads: its language, and nothing but that it is for the staff. */
  readonly pageLanguage?: Language;
}

/** Where a policy applies: one quiet line that opens what is in force on the topic. Nothing where no guideline is. */
export function GuidelineHint({ topic, pageLanguage }: GuidelineHintProps) {
  const { t, language } = useWords();
  const { t: tOfPage } = useWordsIn(pageLanguage ?? language);
  const [isOpen, setOpen] = useState(false);
  const list = useAsk('guidelines.list', { topic }, ['guidelines']);
  const { guidelines = [], precedence = [] } = list.data ?? {};
  const inForce = guidelines.filter((one) => one.isInForce);
  if (inForce.length === 0) return null;
  const name = t(`guidelines.topic.${topic}`);
  const isUnread = inForce.some(({ isRead }) => !isRead);
  const shelves = new Set(inForce.map(({ shelf }) => shelf));
  return (
    <>
      <QuietButton
        leftSection={<IconBook size={18} aria-hidden />}
        onClick={() => setOpen(true)}
        {...(pageLanguage ? { color: 'gray', c: 'dimmed' } : {})}
      >
        {pageLanguage
          ? tOfPage('guidelines.hintStaff')
          : t(isUnread ? 'guidelines.hintUnread' : 'guidelines.hint', { topic: name })}
      </QuietButton>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        size={760}
        title={t('guidelines.hint', { topic: name })}
      >
        <Stack gap="lg">
          {shelves.size > 1 && <PrecedenceLine topic={topic} precedence={precedence} />}
          {inForce.map((guideline, index) => (
            <Stack key={guideline.id} gap="lg">
              {index > 0 && <Divider />}
              <GuidelineView guideline={guideline} />
            </Stack>
          ))}
        </Stack>
      </Dialog>
    </>
  );
}
