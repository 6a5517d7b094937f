import { Stack, Text, UnstyledButton } from '@mantine/core';
import type { Output } from '@shared/contract';
import { templateMediumOf } from '@shared/domain/templates';
import { useWords } from '../../lib/i18n';
import type { ContactValues } from './contact-values';
import { useConversationWords } from './conversation-words';
import classes from './conversations.module.css';

interface ContactWaysProps {
  readonly before: Output<'conversations.beforeContact'>;
  readonly values: ContactValues;
  readonly onChange: (values: ContactValues) => void;
}

/** When we last spoke and what is preferred; then every way, with what may go by it. */
export function ContactWays({ before, values, onChange }: ContactWaysProps) {
  const { t } = useWords();
  const words = useConversationWords();
  const { pressure, pauses } = before;
  const quiet = [
    words.preferred(before),
    before.last && `${words.how(before.last)}, ${words.when(before.last.at)}`,
    t('conversations.pressure', { ...pressure }),
    ...pauses.map((pause) => t(`conversations.obstacle.${pause}`)),
  ].filter(Boolean);
  const choose = (channel: ContactValues['channel']) => {
    // A text written for another kind of way is kept; its template no longer fits.
    const isSameKind = templateMediumOf(channel) === templateMediumOf(values.channel);
    onChange({ ...values, channel, template: isSameKind ? values.template : null });
  };
  return (
    <Stack gap="sm">
      <div className={classes.strip}>
        <Text fw={600}>{words.lastContact(before.lastContact)}</Text>
        {quiet.map((line) => (
          <Text key={line} size="sm">
            {line}
          </Text>
        ))}
      </div>
      <fieldset className={classes.ways} aria-label={t('conversations.ways')}>
        {before.ways.map(({ channel, address, isPreferred, maySell }) => (
          <UnstyledButton
            key={channel}
            className={classes.way}
            aria-pressed={channel === values.channel}
            data-chosen={channel === values.channel || undefined}
            data-autofocus={channel === values.channel || undefined}
            onClick={() => choose(channel)}
          >
            <Text size="sm" fw={600}>
              {[words.channel(channel), isPreferred && t('conversations.wayPreferred')]
                .filter(Boolean)
                .join(' · ')}
            </Text>
            <Text size="xs" c="dimmed" truncate>
              {[
                t(maySell.length > 0 ? 'conversations.waySells' : 'conversations.wayServiceOnly'),
                address ?? t('conversations.wayNoAddress'),
              ].join(' · ')}
            </Text>
          </UnstyledButton>
        ))}
      </fieldset>
    </Stack>
  );
}
