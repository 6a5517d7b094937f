import { Group, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useAsk } from '../../lib/ask';
import { call } from '../../lib/call';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { TextLink } from '../../ui/links';

const lookEveryMs = 24 * 60 * 60_000;

// Kept beside the screen, which comes and goes: one look a day, however often Today is opened.
let lookedAt = 0;
let lastFound: string | null = null;

/** On a manager's first screen: a newer version, fetched or only seen. Nothing while no place is set. */
export function UpdateNotice() {
  const { t } = useWords();
  const { staff } = useCounter();
  const state = useAsk('updates.state', {}, ['updates', 'shop'], { enabled: staff.role === 'manager' });
  const { place = null, build, waiting = null } = state.data ?? {};
  const found = useDailyLook(staff.role === 'manager' && build === 'self' && place !== null);
  const text = waiting
    ? t('updates.waiting', { version: waiting })
    : found && t('updates.found', { version: found });
  if (!text) return null;
  return (
    <Group gap="sm" role="status">
      <Text>{text}</Text>
      <TextLink to="/settings/updates">{t('updates.open')}</TextLink>
    </Group>
  );
}

function useDailyLook(isOn: boolean): string | null {
  const [found, setFound] = useState(lastFound);
  useEffect(() => {
    if (!isOn || Date.now() - lookedAt < lookEveryMs) return;
    lookedAt = Date.now();
    // No network is normal here; a manager who looks by hand is told why there was no answer.
    call('updates.look', {})
      .then(({ newer }) => {
        lastFound = newer;
        setFound(newer);
      })
      .catch(() => {});
  }, [isOn]);
  return isOn ? found : null;
}
