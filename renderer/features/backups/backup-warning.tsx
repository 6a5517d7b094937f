import { Group, Text } from '@mantine/core';
import { IconShieldExclamation } from '@tabler/icons-react';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { ButtonLink } from '../../ui/links';
import classes from './backups.module.css';
import { ProblemList } from './problem-list';

/** On the first screen until mended: missing, old or failed backups. Nothing where all is well. */
export function BackupWarning() {
  const { t } = useWords();
  const health = useAsk('backups.health', {}, ['backups', 'shop', 'day']);
  const problems = health.data?.problems ?? [];
  const [worst] = problems;
  if (!worst) return null;
  return (
    <section
      className={classes.warning}
      data-severity={worst.severity}
      aria-label={t('backups.health.title')}
    >
      <IconShieldExclamation size={28} stroke={1.5} aria-hidden />
      <div>
        <Text fw={600}>{t('backups.health.title')}</Text>
        <ProblemList problems={problems} />
      </div>
      <Group>
        <ButtonLink to="/backups" variant="default">
          {t('backups.health.mend')}
        </ButtonLink>
      </Group>
    </section>
  );
}
