import { Button, Group, Text } from '@mantine/core';
import { formatInstant } from '@shared/domain/dates';
import { formatBytes } from '@shared/domain/sizes';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { useAction } from '../../lib/use-action';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import classes from './backups.module.css';
import { tellRestored } from './tell-restored';

/** Records that restores have set aside: the undo of a restore. */
export function KeptShops() {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const kept = useAsk('restore.kept', {}, ['backups', 'shop']);
  const undo = useAction('restore.undo');
  if (!kept.data || kept.data.length === 0) return null;
  return (
    <Section title={t('backups.kept')}>
      <Text c="dimmed">{t('backups.keptWhy')}</Text>
      <ErrorNotice error={undo.error} />
      {kept.data.map(({ folder, setAsideAt, sizeBytes }) => {
        const at = t('backups.keptAt', { at: formatInstant(setAsideAt, language, shop.timeZone) });
        return (
          <Group key={folder} justify="space-between" className={classes.place}>
            <Text>
              {at} · {formatBytes(sizeBytes)}
            </Text>
            <Button
              variant="default"
              loading={undo.startedAt !== null}
              aria-label={`${t('backups.undoRestore')}: ${at}`}
              onClick={() => void undo.start({ folder }).then((result) => tellRestored(t, result))}
            >
              {t('backups.undoRestore')}
            </Button>
          </Group>
        );
      })}
    </Section>
  );
}
