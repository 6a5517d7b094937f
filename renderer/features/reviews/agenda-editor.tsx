import { ActionIcon, Button, Checkbox, Group, Stack, Text, Textarea } from '@mantine/core';
import type { ReviewMeeting, ReviewPoint } from '@shared/contract/reviews';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { type Draft, useDraft } from '../../lib/drafts';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import { toast } from '../../ui/toast';
import { CoveredWords } from './covered-words';
import classes from './reviews.module.css';

interface Line {
  /** Null until it is saved. */
  readonly id: string | null;
  /** Stays while the line is moved. */
  readonly key: string;
  readonly words: string;
  readonly isInternal: boolean;
  readonly isDiscreet: boolean;
}

interface AgendaEditorProps {
  readonly review: ReviewMeeting;
  readonly points: readonly ReviewPoint[];
}

/** The agenda as it was filled from the record: every point can be worded, moved, taken out, or kept to ourselves. */
export function AgendaEditor({ review, points }: AgendaEditorProps) {
  const { t } = useWords();
  // A draft belongs to the agenda it was made on.
  const draft = useDraft<{ lines: Line[] }>('reviews.agenda', `${review.id} ${review.version}`, {
    lines: points.map(({ id, words, isInternal, isDiscreet }) => ({
      id,
      key: id,
      words,
      isInternal,
      isDiscreet,
    })),
  });
  return (
    <Section title={t('reviews.agenda')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('reviews.agendaHint')}
      </Text>
      {draft.start && <Lines review={review} draft={draft} start={draft.start.lines} />}
    </Section>
  );
}

interface LinesProps {
  readonly review: ReviewMeeting;
  readonly draft: Draft<{ lines: Line[] }>;
  readonly start: Line[];
}

function Lines({ review, draft, start }: LinesProps) {
  const { t } = useWords();
  const [lines, setLines] = useState(start);
  const [isChanged, setChanged] = useState(draft.isRestored);
  const save = useTell('reviews.saveAgenda');
  const refill = useTell('reviews.refill');
  const change = (next: Line[]) => {
    setLines(next);
    setChanged(true);
    draft.keep({ lines: next });
  };
  const edit = (index: number, part: Partial<Line>) =>
    change(lines.map((line, place) => (place === index ? { ...line, ...part } : line)));
  const swap = (index: number, other: number) => {
    const next = [...lines];
    const [moved] = next.splice(index, 1);
    if (moved) next.splice(other, 0, moved);
    change(next);
  };
  const of = { reviewId: review.id, version: review.version };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const points = lines
          .filter(({ words }) => words.trim() !== '')
          .map(({ id, words, isInternal }) => ({ id, words, isInternal }));
        save.mutate(
          { ...of, points },
          {
            onSuccess: () => {
              draft.clear();
              toast(t('reviews.agendaSaved'));
            },
          },
        );
      }}
    >
      <Stack gap="md">
        <ol className={classes.points}>
          {lines.map((line, index) => (
            <AgendaLine
              key={line.key}
              line={line}
              index={index}
              isLast={index === lines.length - 1}
              onEdit={(part) => edit(index, part)}
              onMove={(by) => swap(index, index + by)}
              onRemove={() => change(lines.filter((_, place) => place !== index))}
            />
          ))}
        </ol>
        <ErrorNotice error={save.error ?? refill.error} />
        <Group>
          <Button type="submit" disabled={!isChanged} loading={save.isPending}>
            {t('reviews.saveAgenda')}
          </Button>
          <Button
            variant="default"
            onClick={() =>
              change([
                ...lines,
                { id: null, key: crypto.randomUUID(), words: '', isInternal: false, isDiscreet: false },
              ])
            }
          >
            {t('reviews.addPoint')}
          </Button>
          <Button
            variant="default"
            disabled={isChanged}
            loading={refill.isPending}
            onClick={() =>
              refill.mutate(of, { onSuccess: ({ added }) => toast(t('reviews.refilled', { count: added })) })
            }
          >
            {t('reviews.refill')}
          </Button>
          {isChanged && (
            <Text size="sm" c="dimmed">
              {t('reviews.saveFirst')}
            </Text>
          )}
        </Group>
      </Stack>
    </form>
  );
}

interface AgendaLineProps {
  readonly line: Line;
  readonly index: number;
  readonly isLast: boolean;
  readonly onEdit: (part: Partial<Line>) => void;
  readonly onMove: (by: number) => void;
  readonly onRemove: () => void;
}

function AgendaLine({ line, index, isLast, onEdit, onMove, onRemove }: AgendaLineProps) {
  const { t } = useWords();
  const number = index + 1;
  return (
    <li className={classes.point}>
      <span className={classes.number}>{number}</span>
      <div>
        {line.isDiscreet ? (
          <CoveredWords isDiscreet words={line.words} />
        ) : (
          <>
            <Textarea
              aria-label={t('reviews.pointWords', { number })}
              value={line.words}
              maxLength={1000}
              autosize
              minRows={1}
              onChange={(event) => onEdit({ words: event.currentTarget.value })}
            />
            <Checkbox
              mt={6}
              label={t('reviews.internal')}
              aria-label={t('reviews.internalPoint', { number })}
              checked={line.isInternal}
              onChange={(event) => onEdit({ isInternal: event.currentTarget.checked })}
            />
          </>
        )}
      </div>
      <Group gap={4} wrap="nowrap">
        <ActionIcon
          variant="subtle"
          size={44}
          aria-label={t('reviews.up', { number })}
          disabled={index === 0}
          onClick={() => onMove(-1)}
        >
          <IconArrowUp size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          size={44}
          aria-label={t('reviews.down', { number })}
          disabled={isLast}
          onClick={() => onMove(1)}
        >
          <IconArrowDown size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          size={44}
          aria-label={t('reviews.removePoint', { number })}
          onClick={onRemove}
        >
          <IconX size={18} aria-hidden />
        </ActionIcon>
      </Group>
    </li>
  );
}
