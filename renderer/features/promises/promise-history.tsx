import { Text, Timeline } from '@mantine/core';
import type { Output } from '@shared/contract';
import type { ShopPromise } from '@shared/contract/promises';
import { formatInstant, isCivilDate } from '@shared/domain/dates';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { SidePanel } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';
import { usePromiseWords } from './promise-words';

type PromiseEvent = Output<'promises.history'>['events'][number];

/** How a promise came to stand as it does: nothing of it can be rewritten. */
export function PromiseHistory({ promise, onClose }: { promise: ShopPromise; onClose: () => void }) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const words = usePromiseWords();
  const history = useAsk('promises.history', { promiseId: promise.id }, ['promises']);
  const line = ({ kind, detail }: PromiseEvent) => {
    const said = Object.fromEntries(
      Object.entries(detail).map(([name, value]) => [
        name,
        value && isCivilDate(value) ? words.day(value) : value,
      ]),
    );
    return t(`promises.event.${kind}`, said);
  };
  return (
    <SidePanel title={`${t('promises.history')} · ${promise.number}`} isOpen onClose={onClose}>
      <ErrorNotice error={history.error} onRetry={() => void history.refetch()} />
      <Timeline bulletSize={12} lineWidth={1}>
        {history.data?.events.map((event) => (
          <Timeline.Item key={event.id} title={line(event)}>
            {event.reason && <Text>{event.reason}</Text>}
            <Text size="sm" c="dimmed">
              {formatInstant(event.at, language, shop.timeZone)} · {event.by.name}
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
    </SidePanel>
  );
}
