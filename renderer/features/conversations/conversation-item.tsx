import { Badge, Button, Group, Menu, Text } from '@mantine/core';
import type { Conversation } from '@shared/contract/conversations';
import { isAllowed } from '@shared/contract/permissions';
import { IconDots, IconEyeOff, IconPaperclip } from '@tabler/icons-react';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { TextLink } from '../../ui/links';
import { toast, toastError } from '../../ui/toast';
import { ConversationHistory } from './conversation-history';
import { useConversationWords } from './conversation-words';
import classes from './conversations.module.css';
import { OutcomeForm } from './outcome-form';
import { TalkForm } from './talk-form';

type Doing = 'outcome' | 'correct' | 'history' | null;

interface ConversationItemProps {
  readonly conversation: Conversation;
  /** True where the list is not the customer's own page. */
  readonly showsCustomer?: boolean;
}

/** One conversation: how, when, with whom, what was said; and what can be done about it. */
export function ConversationItem({ conversation, showsCustomer = false }: ConversationItemProps) {
  const { t } = useWords();
  const words = useConversationWords();
  const { staff } = useCounter();
  const [doing, setDoing] = useState<Doing>(null);
  const [isUncovered, setUncovered] = useState(false);
  const isCovered = conversation.isDiscreet && !isUncovered;
  const end = () => setDoing(null);
  const mayWrite = isAllowed(staff.role, 'conversations.write');
  return (
    <li className={classes.talk}>
      <div>
        {showsCustomer && (
          <TextLink to="/customers/$customerId" params={{ customerId: conversation.customer.id }}>
            {words.name(conversation)}
          </TextLink>
        )}
        {isCovered ? (
          <Text className={classes.what}>
            <IconEyeOff size={16} aria-hidden /> {t('conversations.covered')}
          </Text>
        ) : (
          <Told conversation={conversation} />
        )}
        <Text size="sm" c="dimmed">
          {[
            words.when(conversation.at),
            conversation.staff.name,
            conversation.number,
            conversation.isCorrected && t('conversations.isCorrected'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      <Group gap={6} wrap="nowrap">
        {isCovered && (
          <Button variant="default" onClick={() => setUncovered(true)}>
            {t('conversations.uncover')}
          </Button>
        )}
        {conversation.outcome === null && mayWrite && (
          <Button variant="default" onClick={() => setDoing('outcome')}>
            {t('conversations.noteOutcome')}
          </Button>
        )}
        <Menu position="bottom-end" width={220}>
          <Menu.Target>
            <Button
              variant="default"
              px="sm"
              aria-label={t('common.moreAbout', { what: conversation.number })}
            >
              <IconDots size={20} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {mayWrite && (
              <Menu.Item onClick={() => setDoing('correct')}>{t('conversations.correctAction')}</Menu.Item>
            )}
            <Menu.Item onClick={() => setDoing('history')}>{t('conversations.history')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
      {doing === 'outcome' && (
        <Dialog title={t('conversations.after')} isOpen onClose={end}>
          <OutcomeForm conversation={conversation} onDone={end} onLater={end} />
        </Dialog>
      )}
      {doing === 'correct' && (
        <TalkForm customerId={conversation.customer.id} conversation={conversation} onClose={end} />
      )}
      {doing === 'history' && <ConversationHistory conversation={conversation} onClose={end} />}
    </li>
  );
}

function Told({ conversation }: { readonly conversation: Conversation }) {
  const { t } = useWords();
  const words = useConversationWords();
  const { gate, goodsClass, obstacles } = conversation;
  return (
    <>
      <Group gap="xs">
        <Text fw={600}>{words.how(conversation)}</Text>
        {goodsClass && (
          <Badge variant="outline" color="gray" c="var(--mantine-color-text)">
            {t('conversations.purpose.selling')} · {words.goods(goodsClass)}
          </Badge>
        )}
        {gate !== null && gate !== 'open' && (
          <Badge variant="outline" color="orange" c="var(--warning-text)">
            {t(`conversations.gate.${gate}`)}
          </Badge>
        )}
      </Group>
      {conversation.outcome === null && (
        <Text size="sm" c="var(--warning-text)">
          {t('conversations.outcomeOpen')}
        </Text>
      )}
      {conversation.subject && <Text>{conversation.subject}</Text>}
      {conversation.words && (
        <Text className={classes.words} lineClamp={4}>
          {conversation.words}
        </Text>
      )}
      {conversation.gateReason && (
        <Text size="sm">
          {[
            obstacles.map((obstacle) => t(`conversations.obstacle.${obstacle}`)).join(', '),
            conversation.gateReason,
          ]
            .filter(Boolean)
            .join(': ')}
        </Text>
      )}
      <Files conversation={conversation} />
    </>
  );
}

function Files({ conversation }: { readonly conversation: Conversation }) {
  const { t } = useWords();
  const save = useTell('conversations.saveAttachment');
  if (conversation.attachments.length === 0) return null;
  return (
    <Group gap="xs">
      {conversation.attachments.map(({ id, name, size }) => (
        <Button
          key={id}
          variant="subtle"
          c="var(--accent-text)"
          px="xs"
          leftSection={<IconPaperclip size={16} aria-hidden />}
          aria-label={t('conversations.saveFile', { name })}
          disabled={save.isPending}
          onClick={() =>
            save.mutate(
              { attachmentId: id },
              {
                onSuccess: ({ file }) => file && toast(t('conversations.fileSaved')),
                onError: toastError,
              },
            )
          }
        >
          {name} · {Math.max(1, Math.round(size / 1024))} KB
        </Button>
      ))}
    </Group>
  );
}
