import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import type { CustomerPanel } from '../../ui/customer-panel';
import { SidePanel } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import { ConversationItem } from './conversation-item';
import { useConversationWords } from './conversation-words';
import classes from './conversations.module.css';

const shownFirst = 3;
const most = 200;
const topics = ['conversations', 'customers', 'consents', 'sales', 'staff', 'settings'] as const;

/** When we last spoke, what is preferred and permitted, and the last conversations. Nothing where nobody has spoken yet. */
export const ConversationsPanel: CustomerPanel = ({ customerId }) => {
  const { t } = useWords();
  const words = useConversationWords();
  const [showsAll, setShowsAll] = useState(false);
  const list = useAsk('conversations.forCustomer', { customerId, limit: shownFirst }, topics);
  const before = useAsk('conversations.beforeContact', { customerId }, topics);
  const error = list.error ?? before.error;
  const { conversations = [], total = 0 } = list.data ?? {};
  if (!error && total === 0) return null;
  return (
    <Section part="conversations" title={t('conversations.title')}>
      <ErrorNotice error={error} onRetry={() => void list.refetch()} />
      {list.data && (
        <Group gap="xs" className={classes.facts}>
          <Text fw={600}>{words.lastContact(list.data.lastContact)}</Text>
          {before.data && (
            <Text size="sm" c="dimmed">
              {[words.preferred(before.data), words.maySell(before.data)].filter(Boolean).join(' · ')}
            </Text>
          )}
        </Group>
      )}
      <ul className={classes.list}>
        {conversations.map((conversation) => (
          <ConversationItem key={conversation.id} conversation={conversation} />
        ))}
      </ul>
      {total > conversations.length && (
        <Button variant="subtle" onClick={() => setShowsAll(true)}>
          {t('conversations.all')} ({total})
        </Button>
      )}
      {showsAll && <AllConversations customerId={customerId} onClose={() => setShowsAll(false)} />}
    </Section>
  );
};

function AllConversations({ customerId, onClose }: { customerId: string; onClose: () => void }) {
  const { t } = useWords();
  const list = useAsk('conversations.forCustomer', { customerId, limit: most }, topics);
  const { conversations = [], total = 0 } = list.data ?? {};
  return (
    <SidePanel title={t('conversations.all')} isOpen onClose={onClose} size={720}>
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      <ul className={classes.list}>
        {conversations.map((conversation) => (
          <ConversationItem key={conversation.id} conversation={conversation} />
        ))}
      </ul>
      {total > conversations.length && list.data && (
        <Text c="dimmed">{t('conversations.more', { count: total - conversations.length })}</Text>
      )}
    </SidePanel>
  );
}
