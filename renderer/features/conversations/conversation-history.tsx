import { Text, Timeline } from '@mantine/core';
import type { Conversation } from '@shared/contract/conversations';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { SidePanel } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';
import { useConversationWords } from './conversation-words';
import classes from './conversations.module.css';

interface ConversationHistoryProps {
  readonly conversation: Conversation;
  readonly onClose: () => void;
}

/** What stood before each correction: nothing of it can be rewritten. */
export function ConversationHistory({ conversation, onClose }: ConversationHistoryProps) {
  const { t } = useWords();
  const words = useConversationWords();
  const history = useAsk('conversations.history', { conversationId: conversation.id }, ['conversations']);
  const revisions = history.data?.revisions ?? [];
  return (
    <SidePanel title={`${t('conversations.history')} · ${conversation.number}`} isOpen onClose={onClose}>
      <ErrorNotice error={history.error} onRetry={() => void history.refetch()} />
      {history.data && revisions.length === 0 && <Text c="dimmed">{t('conversations.historyNone')}</Text>}
      <Timeline bulletSize={12} lineWidth={1}>
        {revisions.map((revision) => (
          <Timeline.Item key={revision.id} title={t(`conversations.replaced.${revision.kind}`)}>
            {revision.reason && <Text>{revision.reason}</Text>}
            <Text className={classes.before}>
              {[
                words.how({
                  ...conversation,
                  ...revision.before,
                  goodsClass: revision.before.goodsClass ?? null,
                }),
                words.when(revision.before.at),
                revision.before.subject,
                revision.before.words,
              ]
                .filter(Boolean)
                .join('\n')}
            </Text>
            <Text size="sm" c="dimmed">
              {words.when(revision.at)} · {revision.by.name}
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
    </SidePanel>
  );
}
