import { Stack, Text } from '@mantine/core';
import type { Template } from '@shared/contract/templates';
import { civilDateOf, formatDate } from '@shared/domain/dates';
import type { Language } from '@shared/domain/languages';
import { fillTemplate, type MergeValues } from '@shared/domain/templates';
import { words } from '@shared/words';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import classes from './templates.module.css';

interface TemplatePreviewProps {
  readonly text: Template['texts']['en'];
  readonly language: Language;
}

/** The text with the shop's own facts and an invented customer filled in, as it is typed. */
export function TemplatePreview({ text, language }: TemplatePreviewProps) {
  const { t } = useWords();
  const { shop, staff } = useCounter();
  const details = useAsk('shop.details', {}, ['shop', 'settings']);
  const isChinese = language !== 'en';
  const values: MergeValues = {
    ...words[language].conversations.templates.example,
    shop: (isChinese && details.data?.chineseName) || details.data?.name || '',
    shopAddress: (isChinese && details.data?.chineseAddress) || details.data?.address || '',
    hotline: details.data?.hotline ?? '',
    hours: details.data?.openingHours ?? '',
    advisor: staff.name,
    date: formatDate(civilDateOf(Date.now(), shop.timeZone), language),
  };
  const subject = fillTemplate(text.subject, values).text;
  const body = fillTemplate(text.body, values).text;
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {t('conversations.templates.preview')}
      </Text>
      <section className={classes.paper} lang={language} aria-label={t('conversations.templates.preview')}>
        {subject && <Text fw={600}>{subject}</Text>}
        {body || <Text c="dimmed">{t('conversations.previewEmpty')}</Text>}
      </section>
    </Stack>
  );
}
