import { Alert, Stack, Text, TextInput } from '@mantine/core';
import type { Output } from '@shared/contract';
import { civilDateOf, formatDate } from '@shared/domain/dates';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { type ContactValues, placeholdersIn } from './contact-values';
import classes from './conversations.module.css';

type Preview = Output<'conversations.preview'>;

interface ContactPreviewProps {
  readonly values: ContactValues;
  /** Null for the moment until it was filled in. */
  readonly preview: Preview | null;
  readonly onChange: (values: ContactValues) => void;
}

/** The message as it goes out, and whether it may. */
export function ContactPreview({ values, preview, onChange }: ContactPreviewProps) {
  const { t, language } = useWords();
  if (!preview) return <div />;
  const { subject, body, missing, gate, notice } = preview;
  const isCall = values.channel === 'phone';
  const open = placeholdersIn(`${subject}\n${body}`);
  const list = (parts: readonly string[]) => parts.join(language === 'en' ? ', ' : '、');
  return (
    <Stack gap="sm">
      <Text fw={600} size="sm">
        {t('conversations.preview')}
      </Text>
      <section className={classes.paper} aria-label={t('conversations.preview')} lang={values.language}>
        {subject && <Text fw={600}>{subject}</Text>}
        {subject && body && '\n'}
        {body || <Text c="dimmed">{t('conversations.previewEmpty')}</Text>}
        {notice && !isCall && `\n\n${notice}`}
      </section>
      {gate && <Gate gate={gate} values={values} onChange={onChange} />}
      {notice && (
        <Text size="sm">
          {isCall ? t('conversations.noticeSay', { notice }) : t('conversations.noticeAdded')}
        </Text>
      )}
      {missing.length > 0 && (
        <Text size="sm" c="var(--warning-text)">
          {t('conversations.missing', {
            fields: list(missing.map((field) => t(`conversations.field.${field}`))),
          })}
        </Text>
      )}
      {open.length > 0 && (
        <Text size="sm" c="var(--warning-text)">
          {t('conversations.placeholders', { what: list(open) })}
        </Text>
      )}
    </Stack>
  );
}

interface GateProps {
  readonly gate: NonNullable<Preview['gate']>;
  readonly values: ContactValues;
  readonly onChange: (values: ContactValues) => void;
}

function Gate({ gate, values, onChange }: GateProps) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  if (gate.state === 'open') return null;
  if (gate.state === 'closed')
    return (
      <Alert color="red" variant="outline" role="alert">
        {t('conversations.closed', { reason: t(`consents.reason.${gate.reason as 'NEVER_ASKED'}`) })}
      </Alert>
    );
  const { freeAt } = gate.pressure;
  const isPressed = gate.obstacles.includes('pressure');
  return (
    <Alert color="orange" variant="outline" title={t('conversations.needsReason')}>
      <Stack gap="xs">
        {gate.obstacles.map((obstacle) => (
          <Text key={obstacle} size="sm">
            {obstacle === 'pressure'
              ? t('conversations.pressure', { ...gate.pressure })
              : t(`conversations.obstacle.${obstacle}`)}
          </Text>
        ))}
        {isPressed && freeAt !== null && (
          <Text size="sm">
            {t('conversations.pressureFree', {
              date: formatDate(civilDateOf(freeAt, shop.timeZone), language),
            })}
          </Text>
        )}
        <TextInput
          required
          label={t('conversations.gateReason')}
          description={t('conversations.gateReasonHint')}
          value={values.gateReason}
          maxLength={300}
          onChange={(event) => onChange({ ...values, gateReason: event.currentTarget.value })}
        />
      </Stack>
    </Alert>
  );
}
