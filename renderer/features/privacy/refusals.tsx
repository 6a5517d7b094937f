import { Button, Skeleton, Text } from '@mantine/core';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import classes from './privacy.module.css';
import { usePrivacyWords } from './privacy-words';

/** The log book of refusals (s. 27): nothing in it can be changed, and nothing goes before its four years. */
export function Refusals({ onSee }: { onSee: (requestId: string) => void }) {
  const { t } = useWords();
  const words = usePrivacyWords();
  const list = useAsk('privacy.refusals', {}, ['privacy', 'staff']);
  const { refusals = [] } = list.data ?? {};
  return (
    <div>
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      {!list.data && !list.error && <Skeleton height={200} />}
      {list.data && refusals.length === 0 && (
        <EmptyState title={t('privacy.emptyRefusals')} hint={t('privacy.emptyRefusalsHint')} />
      )}
      <ul className={classes.list}>
        {refusals.map((refusal) => (
          <li key={refusal.id} className={classes.request}>
            <div>
              <Text className={classes.what}>{t(`privacy.grounds.${refusal.ground}`)}</Text>
              <Text>{refusal.reasons}</Text>
              <Text size="sm">
                {t('privacy.refusal.line', {
                  number: refusal.number,
                  kind: t(`privacy.kind.${refusal.kind}`),
                  date: words.day(refusal.refusedOn),
                  name: refusal.by.name,
                })}
              </Text>
              <Text size="sm" c="dimmed">
                {t('privacy.refusal.keptUntil', { date: words.day(refusal.keepUntil) })}
              </Text>
            </div>
            <Button
              variant="default"
              onClick={() => onSee(refusal.requestId)}
              aria-label={`${t('privacy.see')} ${refusal.number}`}
            >
              {t('privacy.see')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
