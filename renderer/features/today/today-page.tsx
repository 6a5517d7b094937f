import { Button, Group, SegmentedControl, Skeleton, Stack, Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import { civilDateOf, formatDate } from '@shared/domain/dates';
import { DUTY_TIMES, type DutyTime, dutyTime } from '@shared/domain/duties';
import { formatMoney } from '@shared/domain/money';
import { type ComponentType, type KeyboardEvent, useEffect, useState } from 'react';
import { useAsk } from '../../lib/ask';
import { call } from '../../lib/call';
import { colleagueName } from '../../lib/colleague-name';
import { useCounter } from '../../lib/counter';
import { customerName } from '../../lib/customer-name';
import { useWords } from '../../lib/i18n';
import { whenQuiet } from '../../lib/later';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { ButtonLink, TextLink } from '../../ui/links';
import { Page } from '../../ui/page';
import { CallSheetButton } from './call-sheet-button';
import { DutyGroup } from './duty-group';
import { dutyTopics } from './duty-topics';
import { PutAside } from './put-aside';
import { ScopeSwitch } from './scope-switch';
import classes from './today.module.css';

interface TodayPageProps {
  /** What must be seen before anything else until it is mended (a missing or failed backup); each shows itself or nothing. */
  readonly warnings?: readonly ComponentType[];
}

let isToBeCounted = false;

/** What is bought together is counted in the background, once a day; the old figures hold where it fails. */
function countWhenQuiet(): void {
  if (isToBeCounted) return;
  isToBeCounted = true;
  whenQuiet(() => {
    isToBeCounted = false;
    call('recommendations.refresh', {}).catch(() => undefined);
  });
}

type Today = Output<'today.list'>;

/** The advisor's home: the day, what is due for whom and why, and one button to go there. */
export function TodayPage({ warnings = [] }: TodayPageProps) {
  const { t, language } = useWords();
  const { shop, staff } = useCounter();
  const [scope, setScope] = useState<'mine' | 'shop'>(staff.role === 'advisor' ? 'mine' : 'shop');
  const list = useAsk('today.list', { scope }, [...dutyTopics, 'views', 'imports'], { keepPrevious: true });
  useEffect(countWhenQuiet, []);
  const today = list.data?.today ?? civilDateOf(Date.now(), shop.timeZone);
  return (
    <Page
      title={t(`today.greeting.${partOfDay(shop.timeZone)}`, { name: colleagueName(staff, language) })}
      subtitle={formatDate(today, language, { weekday: true })}
      actions={
        <>
          <ScopeSwitch value={scope} onChange={setScope} />
          <ButtonLink variant="default" to="/calendar">
            {t('calendar.open')}
          </ButtonLink>
          <CallSheetButton scope={scope} day={today} />
        </>
      }
    >
      {warnings.map((Warning, index) => (
        <Warning key={Warning.displayName ?? Warning.name ?? index} />
      ))}
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      {!list.data && !list.error && <Skeleton height={240} />}
      {list.data && (
        <div className={classes.columns}>
          <Duties data={list.data} isMine={scope === 'mine'} onShop={() => setScope('shop')} />
          <Day data={list.data} />
        </div>
      )}
    </Page>
  );
}

function Duties({ data, isMine, onShop }: { data: Today; isMine: boolean; onShop: () => void }) {
  const { t } = useWords();
  const [only, setOnly] = useState<DutyTime | null>(null);
  const counts = countByTime(data);
  // Once nothing is left of what was looked at alone, everything is shown again.
  const chosen = only !== null && counts[only] > 0 ? only : null;
  return (
    <Stack gap="lg" onKeyDown={moveBetweenDuties}>
      {data.groups.length === 0 ? (
        <EmptyState
          title={t(isMine ? 'today.emptyMine' : 'today.empty')}
          hint={t('today.emptyHint')}
          action={
            isMine && (
              <Button variant="default" mt="sm" onClick={onShop}>
                {t('today.seeShop')}
              </Button>
            )
          }
        />
      ) : (
        <SegmentedControl
          size="md"
          className={classes.times}
          aria-label={t('calendar.timeLabel')}
          value={chosen ?? 'all'}
          onChange={(value) => setOnly(value === 'all' ? null : (value as DutyTime))}
          data={[
            { value: 'all', label: t('calendar.time.all') },
            ...DUTY_TIMES.map((time) => ({
              value: time,
              label: `${t(`calendar.time.${time}`)} ${counts[time]}`,
              disabled: counts[time] === 0,
            })),
          ]}
        />
      )}
      {data.groups.map((group) => (
        <DutyGroup key={group.kind} group={group} today={data.today} only={chosen} />
      ))}
      <PutAside putAside={data.putAside} today={data.today} />
    </Stack>
  );
}

/** How much of what is listed is late, for today, to come, and without a day. */
function countByTime({ groups, today }: Today): Record<DutyTime, number> {
  const counts = { overdue: 0, today: 0, coming: 0, undated: 0 };
  for (const { duties } of groups) for (const duty of duties) counts[dutyTime(duty, today)] += 1;
  return counts;
}

/** Up and down go from one button of the list to the next. */
function moveBetweenDuties(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.ctrlKey || event.altKey || event.metaKey) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-duty]')];
  const at = buttons.indexOf(event.target as HTMLElement);
  const next = buttons[at + step];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}

/** What the day has brought so far. */
function Day({ data }: { data: Today }) {
  const { t, language } = useWords();
  const { sales, seen } = data;
  return (
    <aside className={classes.day}>
      <div>
        <Text size="sm" c="dimmed">
          {t('today.sold')}
        </Text>
        <Text fz={26} fw={600}>
          {formatMoney({ minor: sales.totalMinor, currency: sales.currency }, language)}
        </Text>
        <Text size="sm" c="dimmed">
          {t('today.receipts', { count: sales.receipts })}
        </Text>
      </div>
      <Group gap="xl">
        <div>
          <Text size="sm" c="dimmed">
            {t('today.noted')}
          </Text>
          <Text fz={26} fw={600}>
            {data.needsNoted}
          </Text>
        </div>
        <div>
          <Text size="sm" c="dimmed">
            {t('today.seen')}
          </Text>
          <Text fz={26} fw={600}>
            {seen.total}
          </Text>
        </div>
      </Group>
      {seen.customers.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('today.nobodySeen')}
        </Text>
      ) : (
        <ul className={classes.list}>
          {seen.customers.map((customer) => (
            <li key={customer.id} className={classes.seen}>
              <TextLink to="/customers/$customerId" params={{ customerId: customer.id }} c="inherit">
                {customerName(customer, language)}
              </TextLink>
            </li>
          ))}
        </ul>
      )}
    </aside>
  );
}

function partOfDay(timeZone: string): 'morning' | 'afternoon' | 'evening' {
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone }).format(Date.now()),
  );
  return hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening';
}
