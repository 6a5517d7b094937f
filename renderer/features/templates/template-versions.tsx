import { Stack, Text } from '@mantine/core';
import type { Template } from '@shared/contract/templates';
import { civilDateOf, formatDate } from '@shared/domain/dates';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { SidePanel } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';
import classes from './templates.module.css';

interface TemplateVersionsProps {
  readonly template: Template;
  readonly onClose: () => void;
}

/** Every version word for word, the newest first: conversations name the one they were written with. */
export function TemplateVersions({ template, onClose }: TemplateVersionsProps) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const versions = useAsk('templates.versions', { templateId: template.id }, ['conversations']);
  return (
    <SidePanel
      title={`${t('conversations.templates.versions')} · ${template.texts[language].name}`}
      isOpen
      onClose={onClose}
    >
      <ErrorNotice error={versions.error} onRetry={() => void versions.refetch()} />
      <Stack gap="md">
        {versions.data?.map(({ version, madeAt, madeBy, texts }) => (
          <section key={version} className={classes.text}>
            <Text size="sm" c="dimmed">
              {madeAt === null || madeBy === null
                ? t('conversations.templates.builtIn')
                : t('conversations.templates.version', {
                    version,
                    date: formatDate(civilDateOf(madeAt, shop.timeZone), language),
                    name: madeBy,
                  })}
            </Text>
            <Text fw={600}>{texts[language].subject}</Text>
            <Text className={classes.body}>{texts[language].body}</Text>
          </section>
        ))}
      </Stack>
    </SidePanel>
  );
}
