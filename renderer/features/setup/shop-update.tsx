import { Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useWords } from '../../lib/i18n';
import type { LongAction } from '../../lib/use-action';
import { ProgressPanel } from '../../ui/progress-panel';
import classes from './setup.module.css';

const steps = ['copy', 'check', 'change', 'index', 'references', 'fold'] as const;
type Step = (typeof steps)[number];

/** What main says it is doing, as a key of this screen's words; null for a step of anything else. */
export function updateWord(step: string | undefined): `setup.update.${Step}` | null {
  return steps.map((each) => `setup.update.${each}` as const).find((each) => each === step) ?? null;
}

interface UpdateProgressProps {
  readonly action: Pick<LongAction<'setup.updateShop'>, 'startedAt' | 'progress'>;
}

/** How far the records of an older version are on their way to this one. Nothing where no such work is being done. */
export function UpdateProgress({ action: { startedAt, progress } }: UpdateProgressProps) {
  const { t } = useWords();
  const word = updateWord(progress?.step);
  if (startedAt === null || word === null) return null;
  return (
    <Stack gap="xs">
      <Text>{t('setup.update.why')}</Text>
      <ProgressPanel step={t(word)} progress={progress} startedAt={startedAt} />
      <Text c="dimmed">{t('setup.update.stay')}</Text>
    </Stack>
  );
}

/** The shop that lies here is from an older version: it is brought up to date by itself, and opens. */
export function ShopUpdate({ action }: { readonly action: LongAction<'setup.updateShop'> }) {
  const { t } = useWords();
  const isBegun = useRef(false);
  useEffect(() => {
    if (isBegun.current) return;
    isBegun.current = true;
    void action.start({});
  }, [action]);
  return (
    <div className={classes.welcome}>
      <Stack w={640} maw="100%">
        <Title order={1} fz={30}>
          {t('setup.update.title')}
        </Title>
        <UpdateProgress action={action} />
      </Stack>
    </div>
  );
}
