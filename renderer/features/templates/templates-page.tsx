import { Badge, Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import { isAllowed } from '@shared/contract/permissions';
import type { Template } from '@shared/contract/templates';
import { civilDateOf, formatDate } from '@shared/domain/dates';
import { MERGE_FIELDS, TEMPLATE_MEDIA } from '@shared/domain/templates';
import { goodsInWords } from '@shared/words/consent-sentences';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { Page } from '../../ui/page';
import { Section } from '../../ui/section';
import { toast } from '../../ui/toast';
import { TemplateForm } from './template-form';
import { TemplateVersions } from './template-versions';
import classes from './templates.module.css';

type Open = { readonly template: Template | null } | null;

/** The texts the shop writes with, and how often it may write to sell. */
export function TemplatesPage() {
  const { t } = useWords();
  const { staff } = useCounter();
  const templates = useAsk('templates.list', { withRetired: true }, ['conversations', 'staff']);
  const settings = useAsk('shop.settings', {}, ['settings']);
  const [open, setOpen] = useState<Open>(null);
  const canChange = isAllowed(staff.role, 'templates.write');
  const rows = TEMPLATE_MEDIA.flatMap((medium) =>
    (templates.data ?? []).filter((template) => template.medium === medium),
  );
  return (
    <Page
      title={t('conversations.templates.title')}
      subtitle={t(canChange ? 'conversations.templates.subtitle' : 'settings.readOnly')}
    >
      <ErrorNotice error={templates.error ?? settings.error} />
      {settings.data && (
        <Limits
          key={JSON.stringify(settings.data.contactPressure)}
          kept={settings.data.contactPressure}
          canChange={canChange}
        />
      )}
      <Section
        title={t('conversations.templates.list')}
        actions={
          canChange && (
            <Button onClick={() => setOpen({ template: null })}>{t('conversations.templates.new')}</Button>
          )
        }
      >
        <ul className={classes.list}>
          {rows.map((template) => (
            <Row
              key={template.id}
              template={template}
              canChange={canChange}
              onEdit={() => setOpen({ template })}
            />
          ))}
        </ul>
      </Section>
      {open && <TemplateForm template={open.template} onClose={() => setOpen(null)} />}
    </Page>
  );
}

interface RowProps {
  readonly template: Template;
  readonly canChange: boolean;
  readonly onEdit: () => void;
}

function Row({ template, canChange, onEdit }: RowProps) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const [showsVersions, setShowsVersions] = useState(false);
  const { medium, purpose, goodsClass, version, madeAt, madeBy, isRetired } = template;
  const text = template.texts[language];
  /** What is filled in later stands here by its name. */
  const withFieldNames = (body: string) =>
    MERGE_FIELDS.reduce(
      (said, field) => said.replaceAll(`{{${field}}}`, `[${t(`conversations.field.${field}`)}]`),
      body,
    );
  return (
    <li className={classes.row} data-retired={isRetired || undefined}>
      <div>
        <Group gap="xs">
          <Text fw={600}>{text.name}</Text>
          <Text size="sm">{t(`conversations.templates.media.${medium}`)}</Text>
          <Badge
            variant="outline"
            color={purpose === 'selling' ? 'orange' : 'gray'}
            c="var(--mantine-color-text)"
          >
            {[t(`conversations.purpose.${purpose}`), goodsClass && goodsInWords([goodsClass], language)]
              .filter(Boolean)
              .join(' · ')}
          </Badge>
          {isRetired && <Text size="sm">{t('conversations.templates.retired')}</Text>}
        </Group>
        <Text size="sm" c="dimmed" lineClamp={1}>
          {withFieldNames(text.body)}
        </Text>
        <Text size="sm" c="dimmed">
          {madeAt === null || madeBy === null
            ? t('conversations.templates.builtIn')
            : t('conversations.templates.version', {
                version,
                date: formatDate(civilDateOf(madeAt, shop.timeZone), language),
                name: madeBy,
              })}
        </Text>
      </div>
      <Group gap="xs" wrap="nowrap">
        <Button
          variant="default"
          aria-label={`${t('conversations.templates.versions')}: ${text.name}`}
          onClick={() => setShowsVersions(true)}
        >
          {t('conversations.templates.versions')}
        </Button>
        {canChange && (
          <Button variant="default" aria-label={`${t('common.edit')}: ${text.name}`} onClick={onEdit}>
            {t('common.edit')}
          </Button>
        )}
      </Group>
      {showsVersions && <TemplateVersions template={template} onClose={() => setShowsVersions(false)} />}
    </li>
  );
}

interface LimitsProps {
  readonly kept: Output<'shop.settings'>['contactPressure'];
  readonly canChange: boolean;
}

function Limits({ kept, canChange }: LimitsProps) {
  const { t } = useWords();
  const [rules, setRules] = useState(kept);
  const save = useTell('shop.saveSettings');
  const isChanged = rules.most !== kept.most || rules.days !== kept.days;
  return (
    <Section title={t('conversations.templates.limits')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ contactPressure: rules }, { onSuccess: () => toast(t('settings.saved')) });
        }}
      >
        <Stack align="flex-start" gap="sm">
          <Text maw={820}>{t('conversations.templates.limitsWhy')}</Text>
          <Group align="flex-end">
            <NumberInput
              label={t('conversations.templates.most')}
              value={rules.most}
              min={0}
              max={50}
              readOnly={!canChange}
              clampBehavior="strict"
              allowDecimal={false}
              hideControls
              onChange={(typed) => setRules({ ...rules, most: Number(typed) || 0 })}
            />
            <NumberInput
              label={t('conversations.templates.days')}
              value={rules.days}
              min={1}
              max={365}
              readOnly={!canChange}
              clampBehavior="strict"
              allowDecimal={false}
              hideControls
              onChange={(typed) => setRules({ ...rules, days: Number(typed) || 1 })}
            />
            {canChange && (
              <Button type="submit" disabled={!isChanged} loading={save.isPending}>
                {t('common.save')}
              </Button>
            )}
          </Group>
          <ErrorNotice error={save.error} />
        </Stack>
      </form>
    </Section>
  );
}
