import { Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import { type ComponentType, useEffect, useState } from 'react';
import { useAsk } from '../../lib/ask';
import { CallError } from '../../lib/call';
import { useWords } from '../../lib/i18n';
import { later } from '../../lib/later';
import { useAction } from '../../lib/use-action';
import { ErrorNotice } from '../../ui/error-notice';
import { LanguageChoice } from '../../ui/language-choice';
import { OpenWithKey } from './open-with-key';
import classes from './setup.module.css';
import { ShopProblem } from './shop-problem';
import { ShopUpdate } from './shop-update';
import { useSampleShop } from './use-sample-shop';
import { Welcome } from './welcome';

const Wizard = later(async () => (await import('./wizard')).Wizard);

/** The restore screen belongs to backups; the app hands it in. */
export interface RestoreScreenProps {
  readonly onBack: () => void;
}

interface SetupScreenProps {
  readonly RestoreScreen?: ComponentType<RestoreScreenProps>;
  /** Somebody left the sample to start for real: the first step is what they asked for. */
  readonly isStarting: boolean;
}

type View = 'start' | 'wizard' | 'restore';
type Problem = NonNullable<Output<'setup.state'>['problem']>;

/** Why the shop is not open: what the last try to bring it up to date ran into, else what opening it did. */
function problemOf(problem: Problem | null, updateError: unknown): Problem | null {
  if (problem?.code !== 'SHOP_OUTDATED' || !updateError) return problem;
  return updateError instanceof CallError ? updateError : { code: 'UNEXPECTED', params: {} };
}

/** What has a screen of its own, and is no problem. */
const isAsked = (code: string) => code === 'PASSPHRASE_NEEDED' || code === 'SHOP_OUTDATED';

/** What stands here while no shop is open: the two choices, the key, or why the shop could not be opened. */
export function SetupScreen({ RestoreScreen, isStarting }: SetupScreenProps) {
  const { t } = useWords();
  const state = useAsk('setup.state', {}, ['shop']);
  const sample = useSampleShop();
  const update = useAction('setup.updateShop');
  const [chosen, setView] = useState<View>(isStarting ? 'wizard' : 'start');
  // Where a real shop already lies here, starting for real is opening it.
  const view = chosen === 'wizard' && state.data?.hasShop ? 'start' : chosen;
  useEffect(() => {
    document.title = t('common.app');
  }, [t]);

  const problem = problemOf(state.data?.problem ?? null, update.error);
  const restore = RestoreScreen && (() => setView('restore'));
  return (
    <main className={classes.screen}>
      <div className={classes.top}>
        <Text fw={600} fz={20}>
          {t('common.app')}
        </Text>
        <LanguageChoice />
      </div>
      <ErrorNotice error={state.error} onRetry={() => void state.refetch()} />
      {state.data && view === 'restore' && RestoreScreen && <RestoreScreen onBack={() => setView('start')} />}
      {state.data && view === 'wizard' && (
        <Wizard hasKeyStore={state.data.hasKeyStore} onLeave={() => setView('start')} />
      )}
      {state.data && view === 'start' && !state.data.hasShop && (
        <Welcome onStart={() => setView('wizard')} sample={sample} onRestore={restore} />
      )}
      {state.data && view === 'start' && problem?.code === 'PASSPHRASE_NEEDED' && (
        <OpenWithKey hasKeyStore={state.data.hasKeyStore} onRestore={restore} />
      )}
      {view === 'start' && problem?.code === 'SHOP_OUTDATED' && <ShopUpdate action={update} />}
      {view === 'start' && problem && !isAsked(problem.code) && (
        <ShopProblem
          problem={problem}
          onRetry={() => void (update.error ? update.start({}) : state.refetch())}
          onRestore={restore}
          onSample={sample.open}
        />
      )}
    </main>
  );
}
