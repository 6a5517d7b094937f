import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { queryClient } from '../lib/ask';
import { WordsProvider } from '../lib/i18n';
import { later, whenCalm } from '../lib/later';
import { Gate } from './gate';
import { cssVariables, theme } from './theme';

const Notifications = later(async () => (await import('@mantine/notifications')).Notifications);

const styleNonce = () => document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';
// The scroll lock behind dialogs writes a style element of its own and looks for the nonce under this name.
Object.assign(globalThis, { __webpack_nonce__: styleNonce() });

/** Providers, and behind them the gate: set-up, the lock screen, or the counter. */
export function App() {
  // What there is to notify of waits in the library's own store until then.
  const [isCalm, setCalm] = useState(false);
  useEffect(() => whenCalm(() => setCalm(true)), []);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={queryClient}>
        <WordsProvider>
          {isCalm && <Notifications position="bottom-left" limit={3} />}
          <Gate />
        </WordsProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
