import { Text } from '@mantine/core';
import { answerDays } from '@shared/domain/conversations';
import { addDays, civilDateOf } from '@shared/domain/dates';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import { useConversationWords } from './conversation-words';
import classes from './conversations.module.css';

const periodDays = 180;

/** Which ways are answered, the best first: a bar and its numbers each. */
export function ResponseRates() {
  const { t } = useWords();
  const words = useConversationWords();
  const { shop } = useCounter();
  const today = civilDateOf(Date.now(), shop.timeZone);
  const rates = useAsk('conversations.responseRates', { from: addDays(today, -periodDays), to: today }, [
    'conversations',
  ]);
  const rows = [...(rates.data ?? [])].sort(
    (a, b) => b.answered / b.sent - a.answered / a.sent || b.sent - a.sent,
  );
  return (
    <Section title={t('conversations.rates.title')}>
      <ErrorNotice error={rates.error} onRetry={() => void rates.refetch()} />
      <Text size="sm" c="dimmed" mb="xs">
        {t('conversations.rates.period', { days: answerDays })}
      </Text>
      {rates.data && rows.length === 0 && <Text>{t('conversations.rates.none')}</Text>}
      {rows.map(({ channel, sent, answered }) => (
        <div key={channel} className={classes.rate}>
          <Text size="sm">{words.channel(channel)}</Text>
          <div className={classes.track} aria-hidden>
            <div
              className={classes.fill}
              style={{ width: `${String(Math.round((answered / sent) * 100))}%` }}
            />
          </div>
          <Text size="sm" c="dimmed">
            {t('conversations.rates.of', { answered, sent })}
          </Text>
        </div>
      ))}
    </Section>
  );
}
