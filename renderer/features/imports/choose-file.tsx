import { Button, Radio, Stack, Text } from '@mantine/core';
import { type ImportInspection, type ImportKind, importKinds } from '@shared/contract/imports';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import classes from './imports.module.css';

interface ChooseFileProps {
  readonly onOpened: (inspection: ImportInspection) => void;
}

/** First: what is in the file, and which one it is. */
export function ChooseFile({ onOpened }: ChooseFileProps) {
  const { t } = useWords();
  const [kind, setKind] = useState<ImportKind>('purchases');
  const inspect = useTell('imports.inspect');
  const choose = async () => {
    const inspection = await inspect.mutateAsync({ kind }).catch(() => null);
    if (inspection) onOpened(inspection);
  };
  return (
    <Section title={t('imports.whatIsIn')}>
      <Stack align="flex-start">
        <Radio.Group
          value={kind}
          onChange={(value) => setKind(value as ImportKind)}
          aria-label={t('imports.whatIsIn')}
        >
          <div className={classes.kinds}>
            {importKinds.map((choice) => (
              <Radio.Card
                key={choice}
                value={choice}
                className={classes.kind}
                aria-label={t(`imports.kind.${choice}`)}
              >
                <Radio.Indicator />
                <div>
                  <Text fw={600}>{t(`imports.kind.${choice}`)}</Text>
                  <Text size="sm" c="dimmed">
                    {t(`imports.kindHint.${choice}`)}
                  </Text>
                </div>
              </Radio.Card>
            ))}
          </div>
        </Radio.Group>
        <ErrorNotice error={inspect.error} />
        <Button
          leftSection={<IconFileSpreadsheet size={20} aria-hidden />}
          loading={inspect.isPending}
          onClick={() => void choose()}
        >
          {t('imports.chooseFile')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('imports.chooseFileHint')}
        </Text>
      </Stack>
    </Section>
  );
}
