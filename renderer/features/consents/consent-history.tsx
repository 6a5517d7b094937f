import { Button, Text } from '@mantine/core';
import type { ConsentHistoryEntry } from '@shared/contract/consents';
import { formatInstant } from '@shared/domain/dates';
import { channelsInWords, dataKindsInWords, goodsInWords } from '@shared/words/consent-sentences';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';
import { NoticeView } from '../../ui/notice-view';
import { DrawnSignature } from '../../ui/signature-pad';
import classes from './consent-panel.module.css';

/** Every answer, newest first, with who took it, under which notice, and the signature. */
export function ConsentHistory({ events }: { events: readonly ConsentHistoryEntry[] }) {
  const [noticeId, setNoticeId] = useState<string | null>(null);
  return (
    <div>
      {events.map((event) => (
        <HistoryEntry key={event.id} event={event} onNotice={setNoticeId} />
      ))}
      {noticeId && <NoticeDialog id={noticeId} onClose={() => setNoticeId(null)} />}
    </div>
  );
}

interface HistoryEntryProps {
  readonly event: ConsentHistoryEntry;
  readonly onNotice: (id: string) => void;
}

function HistoryEntry({ event, onNotice }: HistoryEntryProps) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const { channels, classes: goods, form, notice, signature } = event;
  const hasScope = channels === 'all' || channels.length > 0;
  const quiet = [
    hasScope && t('consents.by', { channels: channelsInWords(channels, language) }),
    (goods === 'all' || goods.length > 0) && t('consents.about', { goods: goodsInWords(goods, language) }),
    event.dataKinds.length > 0 && t('consents.data', { kinds: dataKindsInWords(event.dataKinds, language) }),
    event.parentName && t('consents.parent', { name: event.parentName }),
    event.note,
  ].filter(Boolean);
  return (
    <article className={classes.entry}>
      <Text fw={600}>
        {t(`consents.kind.${event.kind}`)} · {t(`consents.purpose.${event.purpose}`)}
      </Text>
      <Text size="sm" c="dimmed">
        {formatInstant(event.at, language, shop.timeZone)} ·{' '}
        {form
          ? t('consents.recordedBy', {
              form: t(`consents.form.${form}`),
              name: event.by ?? t('consents.nobody'),
            })
          : (event.by ?? t('consents.nobody'))}
      </Text>
      {quiet.map((line) => (
        <Text key={String(line)} size="sm">
          {line}
        </Text>
      ))}
      {signature && event.kind === 'given' && (
        <DrawnSignature signature={signature} label={t('consents.signature')} />
      )}
      {notice && (
        <Text size="sm" c={notice.isProved ? 'dimmed' : 'var(--danger-text)'}>
          {t('consents.notice', { title: notice.title, version: notice.version })}
          {' · '}
          {t(notice.isProved ? 'consents.noticeProved' : 'consents.noticeChanged')}
          <Button variant="subtle" size="compact-sm" mih={32} onClick={() => onNotice(notice.id)}>
            {t('consents.showNotice')}
          </Button>
        </Text>
      )}
    </article>
  );
}

function NoticeDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useWords();
  const notice = useAsk('notices.get', { id }, []);
  return (
    <Dialog isOpen onClose={onClose} size={720} title={t('consents.noticeTitle')}>
      <ErrorNotice error={notice.error} />
      {notice.data && <NoticeView notice={notice.data} />}
    </Dialog>
  );
}
