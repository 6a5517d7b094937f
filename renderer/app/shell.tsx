import { Avatar, Button, Group, Menu, Text, UnstyledButton } from '@mantine/core';
import { languageNames, languages } from '@shared/domain/languages';
import { IconLock, IconSun } from '@tabler/icons-react';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { SearchBox } from '../features/search/search-box';
import { useTell } from '../lib/ask';
import { call } from '../lib/call';
import { useCounter } from '../lib/counter';
import { flushDrafts } from '../lib/drafts';
import { useWords } from '../lib/i18n';
import classes from './counter.module.css';
import { Rail } from './rail';

/** The frame around every screen: the one box, the rail, and who is working. */
export function Shell() {
  const { shop } = useCounter();
  const { language } = useWords();
  useShortcuts();
  const shopName = (language !== 'en' && shop.chineseName) || shop.name;
  return (
    <div className={classes.frame}>
      <header className={classes.header}>
        <Group gap="xs" wrap="nowrap" miw={0}>
          <Text fw={600} truncate title={shopName}>
            {shopName}
          </Text>
          {shop.isSample && <SampleMark />}
        </Group>
        <SearchBox />
        <Group justify="flex-end" gap="xs" wrap="nowrap">
          <WhoIsWorking />
        </Group>
      </header>
      <Rail />
      <main className={classes.main} id="main">
        <Outlet />
      </main>
    </div>
  );
}

/** Says that nothing here is real, and how to start for real. */
function SampleMark() {
  const { t } = useWords();
  const leave = useTell('setup.leaveSample');
  return (
    <Menu position="bottom-start" width={320}>
      <Menu.Target>
        <Button size="compact-sm" variant="light" flex="none">
          {t('shell.sample')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Text p="sm" size="sm">
          {t('shell.sampleWhy')}
        </Text>
        <Menu.Item onClick={() => leave.mutate({})}>{t('shell.startForReal')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function WhoIsWorking() {
  const { staff } = useCounter();
  const { t, language } = useWords();
  const setLook = useTell('session.setLook');
  return (
    <>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <UnstyledButton title={t('shell.who', { name: staff.name })} mih={44}>
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
                  {staff.name}
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
              lang={choice}
              onClick={() => setLook.mutate({ language: choice })}
            >
              {languageNames[choice]}
            </Menu.Item>
          ))}
          <Menu.Label>{t('shell.appearance')}</Menu.Label>
          {(['auto', 'light', 'dark'] as const).map((scheme) => (
            <Menu.Item
              key={scheme}
              leftSection={<IconSun size={16} aria-hidden />}
              fw={scheme === staff.colorScheme ? 600 : 400}
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

function lockNow() {
  // What is half typed is written first, while it still may be.
  void flushDrafts().finally(() => call('session.lock', {}));
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
