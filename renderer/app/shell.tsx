import { Avatar, Button, Group, Menu, Text, UnstyledButton } from '@mantine/core';
import { languageNames, languages } from '@shared/domain/languages';
import { IconCheck, IconDeviceDesktop, IconLock, IconMoon, IconSun } from '@tabler/icons-react';
import { Navigate, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { SearchBox } from '../features/search/search-box';
import { useTell } from '../lib/ask';
import { useCounter } from '../lib/counter';
import { useWords } from '../lib/i18n';
import { lockNow } from '../lib/lock-now';
import { SampleMark } from '../ui/sample-mark';
import classes from './counter.module.css';
import { Rail } from './rail';

const schemes = [
  { scheme: 'auto', icon: IconDeviceDesktop },
  { scheme: 'light', icon: IconSun },
  { scheme: 'dark', icon: IconMoon },
] as const;

/** The frame around every screen: the one box, the rail, and who is working. */
export function Shell() {
  const { shop, startForReal } = useCounter();
  const { language } = useWords();
  useShortcuts();
  const shopName = (language !== 'en' && shop.chineseName) || shop.name;
  return (
    <div className={classes.frame}>
      <header className={classes.header}>
        <Text fw={600} truncate title={shopName}>
          {shopName}
        </Text>
        <SearchBox />
        <Group justify="flex-end" gap="xs" wrap="nowrap">
          <WhoIsWorking />
        </Group>
      </header>
      {shop.isSample && (
        <div className={classes.sample}>
          <SampleMark onStartForReal={startForReal} />
        </div>
      )}
      <Rail />
      <main className={classes.main} id="main">
        <OwnScreen />
      </main>
    </div>
  );
}

/** Who was here before the lock; nobody when the app has just started. */
let lastHere: string | null = null;

/** What one person left open is not opened again in the name of the next: they begin where everybody begins. */
function OwnScreen() {
  const { staff } = useCounter();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const isOwn = lastHere === null || lastHere === staff.id || path === '/';
  useEffect(() => {
    if (isOwn) lastHere = staff.id;
  }, [isOwn, staff.id]);
  return isOwn ? <Outlet /> : <Navigate to="/" replace />;
}

function WhoIsWorking() {
  const { staff } = useCounter();
  const { t, language } = useWords();
  const setLook = useTell('session.setLook');
  const name = (language !== 'en' && staff.chineseName) || staff.name;
  return (
    <>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <UnstyledButton title={t('shell.who', { name })} mih={44}>
            <Group gap="xs" wrap="nowrap">
              <Avatar
                name={staff.name}
                color="accent"
                variant="filled"
                radius="xl"
                size={36}
                alt=""
                aria-hidden
              />
              <div>
                <Text size="sm" fw={600} truncate maw={190}>
                  {name}
                </Text>
                <Text size="xs" c="dimmed">
                  {t(`common.role.${staff.role}`)}
                </Text>
              </div>
            </Group>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('common.language')}</Menu.Label>
          {languages.map((choice) => (
            <Menu.Item
              key={choice}
              fw={choice === language ? 600 : 400}
              rightSection={choice === language && <IconCheck size={18} aria-hidden />}
              lang={choice}
              onClick={() => setLook.mutate({ language: choice })}
            >
              {languageNames[choice]}
            </Menu.Item>
          ))}
          <Menu.Label>{t('shell.appearance')}</Menu.Label>
          {schemes.map(({ scheme, icon: Icon }) => (
            <Menu.Item
              key={scheme}
              leftSection={<Icon size={18} stroke={1.5} aria-hidden />}
              fw={scheme === staff.colorScheme ? 600 : 400}
              rightSection={scheme === staff.colorScheme && <IconCheck size={18} aria-hidden />}
              onClick={() => setLook.mutate({ colorScheme: scheme })}
            >
              {t(`shell.scheme.${scheme}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button
        variant="default"
        className={classes.lock}
        leftSection={<IconLock size={18} aria-hidden />}
        onClick={lockNow}
        title="Ctrl+L"
      >
        {t('shell.lock')}
      </Button>
    </>
  );
}

/** Keys that work from anywhere: lock now, and back to Today. The search box has its own. */
function useShortcuts() {
  const navigate = useNavigate();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'l') {
        event.preventDefault();
        lockNow();
      } else if (event.altKey && event.key === 'Home') {
        event.preventDefault();
        void navigate({ to: '/' });
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [navigate]);
}
