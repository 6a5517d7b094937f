import { Badge, Button, Group, Text } from '@mantine/core';
import type { TimelineEntry, TimelineKind } from '@shared/contract/timeline';
import { formatInstant } from '@shared/domain/dates';
import {
  IconCalendarDue,
  IconCalendarEvent,
  IconClipboardList,
  IconDiamond,
  IconEyeOff,
  IconFileInvoice,
  IconGift,
  IconGitMerge,
  IconHandStop,
  IconHeartHandshake,
  IconHourglass,
  IconLock,
  IconMessage2Star,
  IconMessageQuestion,
  IconMessages,
  IconMoodSad,
  IconNote,
  IconPencil,
  IconReceipt,
  IconSparkles,
  IconSpeakerphone,
  IconStar,
  IconTool,
  IconTransfer,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import classes from './customer-page.module.css';
import { NoteActions } from './note-actions';
import { useTimelineWords } from './timeline-words';

const icons: Record<TimelineKind, typeof IconNote> = {
  purchase: IconReceipt,
  note: IconNote,
  need: IconClipboardList,
  recommendation: IconSparkles,
  'follow-up': IconCalendarDue,
  promise: IconHeartHandshake,
  complaint: IconMoodSad,
  feedback: IconMessage2Star,
  conversation: IconMessages,
  enquiry: IconMessageQuestion,
  quotation: IconFileInvoice,
  interest: IconHourglass,
  job: IconTool,
  handover: IconTransfer,
  gift: IconGift,
  review: IconUsersGroup,
  event: IconCalendarEvent,
  campaign: IconSpeakerphone,
  consent: IconHandStop,
  vip: IconStar,
  privacy: IconLock,
  item: IconDiamond,
  benefit: IconGift,
  edit: IconPencil,
  merge: IconGitMerge,
};

/** One thing that happened. What is discreet stays covered: the customer may be looking at the screen. */
export function TimelineLine({ entry }: { readonly entry: TimelineEntry }) {
  const { staff } = useCounter();
  const [isUncovered, setUncovered] = useState(false);
  const isCovered = entry.isDiscreet && !isUncovered;
  const Icon = isCovered ? IconEyeOff : icons[entry.kind];
  const isOwnNote = entry.kind === 'note' && entry.by?.id === staff.id;
  return (
    <li className={classes.entry}>
      <Icon size={20} stroke={1.5} aria-hidden className={classes.icon} />
      {isCovered ? <Covered entry={entry} onUncover={() => setUncovered(true)} /> : <Told entry={entry} />}
      {isOwnNote && !isCovered && <NoteActions entry={entry} />}
    </li>
  );
}

interface CoveredProps {
  readonly entry: TimelineEntry;
  readonly onUncover: () => void;
}

/** That there is something, and when: not what. */
function Covered({ entry, onUncover }: CoveredProps) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs">
      <div>
        <Text c="var(--warning-text)">{t('timeline.covered')}</Text>
        <Text size="sm" c="dimmed">
          {formatInstant(entry.at, language, shop.timeZone)}
        </Text>
      </div>
      <Button variant="subtle" c="var(--accent-text)" onClick={onUncover}>
        {t('timeline.uncover')}
      </Button>
    </Group>
  );
}

function Told({ entry }: { readonly entry: TimelineEntry }) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const say = useTimelineWords();
  const more = Number(entry.params.lines ?? 0) - 4;
  const facts = say.facts(entry);
  return (
    <div>
      <Group gap={8}>
        <Text fw={entry.kind === 'edit' ? 400 : 600}>{say.title(entry)}</Text>
        {entry.isDiscreet && (
          <Badge
            variant="outline"
            color="orange"
            c="var(--warning-text)"
            leftSection={<IconEyeOff size={12} aria-hidden />}
          >
            {t('timeline.discreet')}
          </Badge>
        )}
      </Group>
      {facts && <Text size="sm">{facts}</Text>}
      {entry.detail && <Text className={classes.detail}>{entry.detail}</Text>}
      {more > 0 && (
        <Text size="sm" c="dimmed">
          {t('timeline.moreLines', { count: more })}
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {[
          formatInstant(entry.at, language, shop.timeZone),
          entry.by?.name,
          entry.isEdited && t(entry.kind === 'edit' ? 'timeline.takenBack' : 'timeline.edited'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </div>
  );
}
