import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { Output } from '@shared/contract';
import { CallError } from '../../lib/call';
import { errorText, useWords } from '../../lib/i18n';
import classes from './setup.module.css';

interface ShopProblemProps {
  readonly problem: NonNullable<Output<'setup.state'>['problem']>;
  readonly onRetry: () => void;
  readonly onRestore?: () => void;
  readonly onSample: () => void;
}

/** A shop lies here and cannot be opened: why, what was kept, what to do. Never an empty shop, never "delete". */
export function ShopProblem({ problem, onRetry, onRestore, onSample }: ShopProblemProps) {
  const { t } = useWords();
  return (
    <div className={classes.welcome}>
      <Stack maw={680} role="alert">
        <Title order={1} fz={30}>
          {t('setup.problemTitle')}
        </Title>
        <Text fz={18}>{errorText(new CallError(problem.code, problem.params, ''))}</Text>
        <Text c="dimmed">{t('setup.problemKept')}</Text>
        <Group mt="md">
          {onRestore && <Button onClick={onRestore}>{t('setup.restore')}</Button>}
          <Button variant="default" onClick={onRetry}>
            {t('common.retry')}
          </Button>
          <Button variant="subtle" c="var(--accent-text)" onClick={onSample}>
            {t('setup.startSample')}
          </Button>
        </Group>
      </Stack>
    </div>
  );
}
