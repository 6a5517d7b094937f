import { Menu, UnstyledButton } from '@mantine/core';
import { isAllowed } from '@shared/contract/permissions';
import {
  IconBuildingStore,
  IconCalendarCheck,
  IconClipboardList,
  IconDiamond,
  IconDots,
  IconReceipt,
  IconSettings,
  IconTool,
  IconUsers,
} from '@tabler/icons-react';
import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { useCounter } from '../lib/counter';
import { useWords } from '../lib/i18n';
import { type PlaceName, places } from '../lib/places';
import classes from './counter.module.css';

/** What an advisor needs with a customer at the counter, and the ends of the day. */
const rail = [
  { word: 'today', icon: IconCalendarCheck },
  { word: 'customers', icon: IconUsers },
  { word: 'needs', icon: IconClipboardList },
  { word: 'catalogue', icon: IconDiamond },
  { word: 'sale', icon: IconReceipt },
] as const;

/** The service desk's own place, before all others. */
const deskBoard = { word: 'jobs', icon: IconTool } as const;

const ends = [
  { word: 'closeDay', icon: IconBuildingStore },
  { word: 'settings', icon: IconSettings },
] as const;

/** Everything else, by what it is for, a column each: all of it fits a small screen. */
const more = [
  {
    group: 'relationship',
    words: [
      'calendar',
      'promises',
      'conversations',
      'enquiries',
      'quotations',
      'complaints',
      'feedback',
      'jobs',
      'handovers',
    ],
  },
  {
    group: 'club',
    words: [
      'vip',
      'prospects',
      'interests',
      'allocations',
      'gifts',
      'reviews',
      'events',
      'campaigns',
      'programmes',
      'segments',
    ],
  },
  {
    group: 'house',
    words: ['guidelines', 'review', 'privacy', 'moveIn', 'backups', 'staff'],
  },
] as const;

/** The way to every screen. */
export function Rail() {
  const { staff } = useCounter();
  const { t } = useWords();
  const may = ({ word }: { word: PlaceName }) => isAllowed(staff.role, places[word].permission);
  const link = ({ word, icon: Icon }: (typeof rail)[number] | (typeof ends)[number] | typeof deskBoard) => {
    const { to } = places[word];
    return (
      <Link key={to} to={to} className={classes.railLink} activeOptions={{ exact: to === '/' }}>
        <Icon size={22} stroke={1.5} aria-hidden />
        {t(`shell.${word}`)}
      </Link>
    );
  };
  return (
    <nav className={classes.rail} aria-label={t('shell.navigation')}>
      {staff.role === 'service' && link(deskBoard)}
      {rail.filter(may).map(link)}
      <More />
      {ends.filter(may).map(link)}
    </nav>
  );
}

function More() {
  const { staff } = useCounter();
  const { t } = useWords();
  const navigate = useNavigate();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const groups = more
    .map(({ group, words }) => ({
      group,
      words: words.filter((word) => isAllowed(staff.role, places[word].permission)),
    }))
    .filter(({ words }) => words.length > 0);
  const isHere = groups.some(({ words }) => words.some((word) => path.startsWith(places[word].to)));
  return (
    <Menu position="right-start" width="max-content" trapFocus>
      <Menu.Target>
        <UnstyledButton className={classes.railLink} data-status={isHere ? 'active' : undefined}>
          <IconDots size={22} stroke={1.5} aria-hidden />
          {t('shell.more')}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.more}>
          {groups.map(({ group, words }) => (
            <div key={group}>
              <Menu.Label>{t(`shell.group.${group}`)}</Menu.Label>
              {words.map((word) => (
                <Menu.Item key={word} onClick={() => void navigate({ to: places[word].to })}>
                  {t(`shell.${word}`)}
                </Menu.Item>
              ))}
            </div>
          ))}
        </div>
      </Menu.Dropdown>
    </Menu>
  );
}
