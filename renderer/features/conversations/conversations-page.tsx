import { SegmentedControl, Select, Skeleton, Text } from '@mantine/core';
import { isAllowed } from '@shared/contract/permissions';
import { CONVERSATION_CHANNELS, type ConversationChannel } from '@shared/domain/conversations';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Page } from '../../ui/page';
import { ConversationItem } from './conversation-item';
import { useConversationWords } from './conversation-words';
import classes from './conversations.module.css';
import { ResponseRates } from './response-rates';

type Scope = 'mine' | 'shop' | 'past-gate';

/** Every conversation of the shop, the last first; which ways are answered; for the manager, what went past the gate. */
export function ConversationsPage() {
  const { t } = useWords();
  const words = useConversationWords();
  const { staff } = useCounter();
  const mayReview = isAllowed(staff.role, 'conversations.review');
  const [scope, setScope] = useState<Scope>(staff.role === 'advisor' ? 'mine' : 'shop');
  const [channel, setChannel] = useState<ConversationChannel | null>(null);
  const list = useConversations(scope, channel);
  const { conversations = [], total = 0 } = list.data ?? {};
  const scopes: readonly Scope[] = mayReview ? ['mine', 'shop', 'past-gate'] : ['mine', 'shop'];
  const isPastGate = scope === 'past-gate';
  return (
    <Page
      title={t('conversations.title')}
      subtitle={t('conversations.subtitle')}
      actions={
        <>
          <Select
            aria-label={t('conversations.channelLabel')}
            placeholder={t('conversations.anyChannel')}
            value={channel}
            clearable
            disabled={isPastGate}
            data={CONVERSATION_CHANNELS.map((value) => ({ value, label: words.channel(value) }))}
            onChange={(value) => setChannel(value as ConversationChannel | null)}
          />
          <SegmentedControl
            aria-label={t('conversations.scope.label')}
            value={scope}
            onChange={(value) => setScope(value as Scope)}
            data={scopes.map((value) => ({ value, label: t(`conversations.scope.${value}`) }))}
          />
        </>
      }
    >
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      <div className={classes.columns}>
        <div>
          {!list.data && !list.error && <Skeleton height={200} />}
          {list.data && conversations.length === 0 && (
            <EmptyState
              title={t(isPastGate ? 'conversations.pastGateEmpty' : 'conversations.empty')}
              hint={t(isPastGate ? 'conversations.pastGateHint' : 'conversations.emptyHint')}
            />
          )}
          <ul className={classes.list}>
            {conversations.map((conversation) => (
              <ConversationItem key={conversation.id} conversation={conversation} showsCustomer />
            ))}
          </ul>
          {total > conversations.length && (
            <Text c="dimmed">{t('conversations.more', { count: total - conversations.length })}</Text>
          )}
        </div>
        <ResponseRates />
      </div>
    </Page>
  );
}

function useConversations(scope: Scope, channel: ConversationChannel | null) {
  const topics = ['conversations', 'customers', 'staff'] as const;
  const isPastGate = scope === 'past-gate';
  const all = useAsk('conversations.list', { scope: isPastGate ? 'shop' : scope, channel }, topics, {
    enabled: !isPastGate,
    keepPrevious: true,
  });
  const past = useAsk('conversations.pastGate', {}, topics, { enabled: isPastGate });
  return isPastGate ? past : all;
}
