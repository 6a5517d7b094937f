import { Menu, UnstyledButton } from '@mantine/core';
import { isAllowed, type Permission } from '@shared/contract/permissions';
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
import classes from './counter.module.css';

/** What an advisor needs with a customer at the counter, and the ends of the day. */
const rail = [
  { to: '/', word: 'today', icon: IconCalendarCheck, permission: 'shop.read' },
  { to: '/customers', word: 'customers', icon: IconUsers, permission: 'customers.read' },
  { to: '/needs', word: 'needs', icon: IconClipboardList, permission: 'needs.read' },
  { to: '/products', word: 'catalogue', icon: IconDiamond, permission: 'products.read' },
  { to: '/sale', word: 'sale', icon: IconReceipt, permission: 'sales.write' },
] as const;

/** The service desk's own place, before all others. */
const deskBoard = { to: '/jobs', word: 'jobs', icon: IconTool, permission: 'jobs.read' } as const;

const ends = [
  { to: '/day-close', word: 'closeDay', icon: IconBuildingStore, permission: 'day.read' },
  { to: '/settings', word: 'settings', icon: IconSettings, permission: 'shop.read' },
] as const;

/** Everything else, by what it is for, a column each: all of it fits a small screen. One line a screen. */
const more = [
  {
    group: 'relationship',
    places: [
      { to: '/calendar', word: 'calendar', permission: 'customers.read' },
      { to: '/promises', word: 'promises', permission: 'promises.read' },
      { to: '/conversations', word: 'conversations', permission: 'conversations.read' },
      { to: '/enquiries', word: 'enquiries', permission: 'enquiries.read' },
      { to: '/quotations', word: 'quotations', permission: 'quotations.read' },
      { to: '/complaints', word: 'complaints', permission: 'complaints.read' },
      { to: '/feedback', word: 'feedback', permission: 'feedback.read' },
      { to: '/jobs', word: 'jobs', permission: 'jobs.read' },
      { to: '/handovers', word: 'handovers', permission: 'handovers.read' },
    ],
  },
  {
    group: 'club',
    places: [
      { to: '/vip', word: 'vip', permission: 'vip.write' },
      { to: '/prospects', word: 'prospects', permission: 'customers.read' },
      { to: '/interests', word: 'interests', permission: 'interests.read' },
      { to: '/allocations', word: 'allocations', permission: 'interests.read' },
      { to: '/gifts', word: 'gifts', permission: 'gifts.read' },
      { to: '/reviews', word: 'reviews', permission: 'reviews.read' },
      { to: '/events', word: 'events', permission: 'events.read' },
      { to: '/campaigns', word: 'campaigns', permission: 'campaigns.read' },
      { to: '/programmes', word: 'programmes', permission: 'programmes.read' },
      { to: '/segments', word: 'segments', permission: 'segments.read' },
    ],
  },
  {
    group: 'house',
    places: [
      { to: '/guidelines', word: 'guidelines', permission: 'guidelines.read' },
      { to: '/review', word: 'review', permission: 'oversight.review' },
      { to: '/privacy', word: 'privacy', permission: 'privacy.read' },
      { to: '/import', word: 'moveIn', permission: 'imports.run' },
      { to: '/backups', word: 'backups', permission: 'backups.read' },
      { to: '/staff', word: 'staff', permission: 'staff.read' },
    ],
  },
] as const;

/** The way to every screen. */
export function Rail() {
  const { staff } = useCounter();
  const { t } = useWords();
  const may = ({ permission }: { permission: Permission }) => isAllowed(staff.role, permission);
  const link = ({
    to,
    word,
    icon: Icon,
  }: (typeof rail)[number] | (typeof ends)[number] | typeof deskBoard) => (
    <Link key={to} to={to} className={classes.railLink} activeOptions={{ exact: to === '/' }}>
      <Icon size={22} stroke={1.5} aria-hidden />
      {t(`shell.${word}`)}
    </Link>
  );
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
    .map(({ group, places }) => ({
      group,
      places: places.filter(({ permission }) => isAllowed(staff.role, permission)),
    }))
    .filter(({ places }) => places.length > 0);
  const isHere = groups.some(({ places }) => places.some(({ to }) => path.startsWith(to)));
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
          {groups.map(({ group, places }) => (
            <div key={group}>
              <Menu.Label>{t(`shell.group.${group}`)}</Menu.Label>
              {places.map(({ to, word }) => (
                <Menu.Item key={to} onClick={() => void navigate({ to })}>
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
