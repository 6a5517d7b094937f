import { useMantineColorScheme } from '@mantine/core';
import { asLanguage } from '@shared/domain/languages';
import { useEffect, useState } from 'react';
import { LockScreen } from '../features/session/lock-screen';
import { SetupScreen } from '../features/setup/setup-screen';
import { useAsk, useTell } from '../lib/ask';
import { setLanguage } from '../lib/i18n';
import { later, readTheRest, whenCalm } from '../lib/later';

const Counter = later(async () => (await import('./counter')).Counter);
const RestoreScreen = later(async () => (await import('../features/backups/restore-screen')).RestoreScreen);

/** What stands between a person and the counter: no shop → set-up; locked → the names to tap; otherwise the counter. */
export function Gate() {
  const state = useAsk('session.state', {}, ['session', 'shop', 'settings', 'staff']);
  const leaveSample = useTell('setup.leaveSample');
  const [isStarting, setStarting] = useState(false);
  const startForReal = () => {
    setStarting(true);
    leaveSample.mutate({});
  };
  const { setColorScheme } = useMantineColorScheme();
  const staff = state.data?.staff;
  const shop = state.data?.shop;
  const language = staff?.language ?? shop?.defaultLanguage;
  const colorScheme = staff?.colorScheme;

  // Keyed by the person, too: the lock screen may show another language than the one they and the shop share.
  const spoken = language && `${language} ${staff?.id ?? ''}`;
  useEffect(() => {
    if (spoken) setLanguage(asLanguage(spoken.split(' ')[0]));
  }, [spoken]);
  useEffect(() => {
    if (colorScheme === 'light' || colorScheme === 'dark' || colorScheme === 'auto')
      setColorScheme(colorScheme);
  }, [colorScheme, setColorScheme]);

  const isAnswered = state.data !== undefined;
  useEffect(() => {
    if (isAnswered) whenCalm(readTheRest);
  }, [isAnswered]);

  if (!state.data) return null;
  if (!shop) return <SetupScreen RestoreScreen={RestoreScreen} isStarting={isStarting} />;
  if (!staff) return <LockScreen shop={shop} onStartForReal={startForReal} />;
  return <Counter shop={shop} staff={staff} startForReal={startForReal} />;
}
