import { Text, UnstyledButton } from '@mantine/core';
import type { Duty } from '@shared/contract/today';
import { formatDate } from '@shared/domain/dates';
import { dutyTime } from '@shared/domain/duties';
import { IconEyeOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type MouseEvent, useId, useState } from 'react';
import { useWords } from '../../lib/i18n';
import { QuietButton } from '../../ui/quiet-button';
import classes from './calendar.module.css';
import { openDuty, placeOf } from './duty-group';
import { useDutyWords } from './duty-words';

const shownAtFirst = 8;

interface CalendarDayProps {
  readonly day: string;
  readonly today: string;
  /** The day the keys stand on; its call sheet is the one that is printed. */
  readonly isChosen: boolean;
  readonly duties: readonly Duty[];
  readonly onChoose: () => void;
}

/** One day of the week: its heading, and a line for each duty. */
export function CalendarDay({ day, today, isChosen, duties, onChoose }: CalendarDayProps) {
  const { t, language } = useWords();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? duties : duties.slice(0, shownAtFirst);
  const hidden = duties.length - shown.length;
  const enter = (event: MouseEvent<HTMLElement>) => {
    onChoose();
    // By the keyboard: into the day.
    if (event.detail === 0)
      event.currentTarget.closest('section')?.querySelector<HTMLElement>('[data-duty]')?.focus();
  };
  return (
    <section aria-labelledby={id} className={classes.day} data-today={day === today || undefined}>
      <span id={id} hidden>
        {t('calendar.dayOf', {
          date: formatDate(day, language, { weekday: true }),
          count: duties.length,
        })}
      </span>
      <h2 className={classes.heading}>
        <UnstyledButton
          className={classes.date}
          data-day={day}
          data-chosen={isChosen || undefined}
          tabIndex={isChosen ? 0 : -1}
          aria-current={day === today ? 'date' : undefined}
          aria-describedby={id}
          onClick={enter}
        >
          <span>{weekdayOf(day, language)}</span>
          <span className={classes.number}>{Number(day.slice(8))}</span>
          <span className={classes.count}>{duties.length > 0 ? duties.length : ''}</span>
        </UnstyledButton>
      </h2>
      <ul className={classes.list}>
        {shown.map((duty) => (
          <CalendarDuty key={`${duty.kind}-${duty.id}-${duty.dueOn}`} duty={duty} today={today} />
        ))}
      </ul>
      {hidden > 0 && (
        <QuietButton onClick={() => setOpen(true)}>{t('calendar.shows', { count: hidden })}</QuietButton>
      )}
    </section>
  );
}

interface CalendarDutyProps {
  readonly duty: Duty;
  readonly today: string;
  /** True where the line does not stand on its day. */
  readonly isDated?: boolean;
}

/** One duty as a line of the calendar: who, what kind, and the way to the customer. */
export function CalendarDuty({ duty, today, isDated = false }: CalendarDutyProps) {
  const { t } = useWords();
  const words = useDutyWords(today);
  return (
    <li>
      <Link
        {...placeOf(duty)}
        className={classes.duty}
        data-duty
        data-time={dutyTime(duty, today)}
        title={words.reason(duty)}
        onClick={() => openDuty(duty)}
      >
        <span className={classes.who}>{words.name(duty)}</span>
        <Text span size="xs" className={classes.kind}>
          {duty.isDiscreet && <IconEyeOff size={14} aria-hidden />}{' '}
          {isDated ? words.reason(duty) : t(`duties.${duty.kind}.group`)}
        </Text>
        {(isDated || duty.isOverdue) && (
          <Text span size="xs" className={classes.late}>
            {isDated ? words.when(duty) : t('calendar.time.overdue')}
          </Text>
        )}
      </Link>
    </li>
  );
}

function weekdayOf(day: string, language: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(
    Date.UTC(year, month - 1, date),
  );
}
