import { Button, Text, Title, UnstyledButton } from '@mantine/core';
import { IconBuildingStore, IconDiamond } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { ProgressPanel } from '../../ui/progress-panel';
import classes from './setup.module.css';
import { updateWord } from './shop-update';
import type { SampleShop } from './use-sample-shop';

interface WelcomeProps {
  readonly onStart: () => void;
  readonly sample: SampleShop;
  readonly onRestore?: () => void;
}

/** First start: the two choices, and the way back for somebody who lost a computer. */
export function Welcome({ onStart, sample, onRestore }: WelcomeProps) {
  const { t } = useWords();
  const isMakingSample = sample.startedAt !== null;
  return (
    <div className={classes.welcome}>
      <Title order={1} fz={38}>
        {t('setup.welcome')}
      </Title>
      <Text c="dimmed" fz={18} mt="xs" ta="center" maw={640}>
        {t('setup.intro')}
      </Text>
      <div className={classes.choices}>
        <Choice
          icon={<IconBuildingStore size={32} stroke={1.4} aria-hidden />}
          title={t('setup.startReal')}
          why={t('setup.startRealWhy')}
          onChoose={onStart}
          isDisabled={isMakingSample}
        />
        <Choice
          icon={<IconDiamond size={32} stroke={1.4} aria-hidden />}
          title={t('setup.startSample')}
          why={t('setup.startSampleWhy')}
          onChoose={sample.open}
          isDisabled={isMakingSample}
        />
      </div>
      {sample.startedAt !== null && (
        <div className={classes.making}>
          <ProgressPanel
            step={t(stepWord(sample.progress?.step))}
            progress={sample.progress}
            startedAt={sample.startedAt}
            onCancel={sample.cancel}
          />
        </div>
      )}
      <ErrorNotice error={sample.error} />
      {onRestore && (
        <Button
          mt="xl"
          variant="subtle"
          c="var(--accent-text)"
          onClick={onRestore}
          title={t('setup.restoreNewWhy')}
        >
          {t('setup.restoreNew')}
        </Button>
      )}
    </div>
  );
}

const stepWords = {
  'sample.step.customers': 'setup.sampleStep.customers',
  'sample.step.totals': 'setup.sampleStep.totals',
  'sample.step.index': 'setup.sampleStep.index',
} as const;

/** What main says it is doing, as a key of this screen's words. */
function stepWord(step: string | undefined) {
  return stepWords[step as keyof typeof stepWords] ?? updateWord(step) ?? 'setup.makingSample';
}

interface ChoiceProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly why: string;
  readonly onChoose: () => void;
  readonly isDisabled: boolean;
}

function Choice({ icon, title, why, onChoose, isDisabled }: ChoiceProps) {
  return (
    <UnstyledButton className={classes.choice} onClick={onChoose} disabled={isDisabled}>
      <span className={classes.icon}>{icon}</span>
      <Text fw={600} fz={21}>
        {title}
      </Text>
      <Text c="dimmed">{why}</Text>
    </UnstyledButton>
  );
}
