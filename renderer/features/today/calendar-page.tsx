import { Box, Button, Group, Skeleton, Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import { addDays, civilDateOf, formatDate } from '@shared/domain/dates';
import { daysOfWeek, weekOf } from '@shared/domain/duties';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Page } from '../../ui/page';
import { QuietButton } from '../../ui/quiet-button';
import { Section } from '../../ui/section';
import classes from './calendar.module.css';
import { CalendarDay, CalendarDuty } from './calendar-day';
import { CallSheetButton } from './call-sheet-button';
import { dutyTopics } from './duty-topics';
import { ScopeSwitch } from './scope-switch';

/** One line of them. */
const earlierAtFirst = 4;

/** How many days an arrow goes. */
const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
  PageUp: -7,
  PageDown: 7,
};

/** The week, day by day: what is due, what is late and what is to come. */
export function CalendarPage() {
  const { t, language } = useWords();
  const { shop, staff } = useCounter();
  const now = civilDateOf(Date.now(), shop.timeZone);
  const [scope, setScope] = useState<'mine' | 'shop'>(staff.role === 'advisor' ? 'mine' : 'shop');
  const [day, setDay] = useState(now);
  const monday = weekOf(day);
  const week = useAsk('today.week', { scope, day: monday }, dutyTopics, { keepPrevious: true });
  const today = week.data?.today ?? now;
  const grid = useArrows(day, setDay);
  const turn = (days: number) => setDay(addDays(day, days));
  return (
    <Page
      title={t('calendar.title')}
      subtitle={t('calendar.week', { date: formatDate(monday, language) })}
      actions={
        <>
          <ScopeSwitch value={scope} onChange={setScope} />
          <Group gap={6} wrap="nowrap">
            <Button variant="default" px="sm" aria-label={t('calendar.earlierWeek')} onClick={() => turn(-7)}>
              <IconChevronLeft size={20} aria-hidden />
            </Button>
            <Button variant="default" disabled={monday === weekOf(today)} onClick={() => setDay(today)}>
              {t('calendar.thisWeek')}
            </Button>
            <Button variant="default" px="sm" aria-label={t('calendar.laterWeek')} onClick={() => turn(7)}>
              <IconChevronRight size={20} aria-hidden />
            </Button>
          </Group>
          <CallSheetButton scope={scope} day={day} />
        </>
      }
    >
      <ErrorNotice error={week.error} onRetry={() => void week.refetch()} />
      {!week.data && !week.error && <Skeleton height={320} />}
      {week.data && <Earlier earlier={week.data.earlier} today={today} />}
      {week.data && (
        <Box ref={grid.ref} className={classes.week} onKeyDown={grid.onKeyDown}>
          {daysOfWeek(monday).map((one) => (
            <CalendarDay
              key={one}
              day={one}
              today={today}
              isChosen={one === day}
              duties={week.data.days.find((found) => found.day === one)?.duties ?? []}
              onChoose={() => setDay(one)}
            />
          ))}
        </Box>
      )}
      {week.data && isEmpty(week.data) && (
        <EmptyState title={t('calendar.nothing')} hint={t('calendar.nothingHint')} />
      )}
      <Text size="sm" c="dimmed">
        {[
          week.data && week.data.more > 0 ? t('calendar.more', { count: week.data.more }) : '',
          t('calendar.keys'),
        ]
          .filter(Boolean)
          .join(' ')}
      </Text>
    </Page>
  );
}

function isEmpty({ days, earlier }: Output<'today.week'>): boolean {
  return earlier.length === 0 && days.every(({ duties }) => duties.length === 0);
}

interface EarlierProps {
  readonly earlier: Output<'today.week'>['earlier'];
  readonly today: string;
}

/** What is late from before this week, above it. */
function Earlier({ earlier, today }: EarlierProps) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  if (earlier.length === 0) return null;
  const shown = isOpen ? earlier : earlier.slice(0, earlierAtFirst);
  const hidden = earlier.length - shown.length;
  return (
    <Section
      title={t('calendar.earlier')}
      actions={
        <Text c="dimmed" aria-hidden>
          {earlier.length}
        </Text>
      }
    >
      <ul className={classes.earlier}>
        {shown.map((duty) => (
          <CalendarDuty key={`${duty.kind}-${duty.id}-${duty.dueOn}`} duty={duty} today={today} isDated />
        ))}
      </ul>
      {hidden > 0 && (
        <QuietButton onClick={() => setOpen(true)}>{t('calendar.shows', { count: hidden })}</QuietButton>
      )}
    </Section>
  );
}

/**
 * The arrows on the day's heading go from day to day and from week to week, Enter goes into the day, where up and down
 * go from one line to the next and Escape back.
 */
function useArrows(day: string, setDay: (day: string) => void) {
  const ref = useRef<HTMLDivElement>(null);
  const isMoving = useRef(false);
  useEffect(() => {
    if (!isMoving.current) return;
    isMoving.current = false;
    ref.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
  }, [day]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const target = event.target as HTMLElement;
    const column = target.closest('section');
    const step = steps[event.key];
    if (target.hasAttribute('data-day')) {
      if (step === undefined) return;
      event.preventDefault();
      isMoving.current = true;
      setDay(addDays(target.dataset.day ?? day, step));
      return;
    }
    const lines = [...(column?.querySelectorAll<HTMLElement>('[data-duty]') ?? [])];
    const at = lines.indexOf(target);
    if (at < 0) return;
    const next = { ArrowDown: lines[at + 1], ArrowUp: lines[at - 1] }[event.key];
    const heading = column?.querySelector<HTMLElement>('[data-day]');
    const wanted = event.key === 'Escape' || (event.key === 'ArrowUp' && at === 0) ? heading : next;
    if (!wanted) return;
    event.preventDefault();
    wanted.focus();
  };
  return { ref, onKeyDown };
}
