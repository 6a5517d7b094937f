import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { queryClient } from '../lib/ask';
import { later } from '../lib/later';
import { Gate } from './gate';
import { cssVariables, theme } from './theme';

const Notifications = later(async () => (await import('@mantine/notifications')).Notifications);

const styleNonce = () => document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';
// The scroll lock behind dialogs writes a style element of its own and looks for the nonce under this name.
Object.assign(globalThis, { __webpack_nonce__: styleNonce() });

/** Providers, and behind them the gate: set-up, the lock screen, or the counter. */
export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={queryClient}>
        <Notifications position="bottom-left" limit={3} />
        <Gate />
      </QueryClientProvider>
    </MantineProvider>
  );
}
