import { Button, Text } from '@mantine/core';
import { useWords } from '../lib/i18n';
import classes from './sample-mark.module.css';

interface SampleMarkProps {
  readonly onStartForReal: () => void;
}

/** Says that nothing here is real, and begins the real shop with one press. */
export function SampleMark({ onStartForReal }: SampleMarkProps) {
  const { t } = useWords();
  return (
    <aside className={classes.mark} aria-label={t('shell.sample')}>
      <Text size="sm" truncate title={t('shell.sampleWhy')}>
        <b>{t('shell.sample')}</b>
        <span className={classes.why}>{t('shell.sampleWhy')}</span>
      </Text>
      <Button variant="subtle" c="var(--accent-text)" size="sm" mih={44} flex="none" onClick={onStartForReal}>
        {t('shell.startForReal')}
      </Button>
    </aside>
  );
}
