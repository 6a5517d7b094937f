import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import { type NoticeKind, noticeKinds } from '@shared/contract/notices';
import { civilDateOf, formatDate } from '@shared/domain/dates';
import { type Language, languageNames, languages } from '@shared/domain/languages';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';
import { NoticeView } from '../../ui/notice-view';
import { Page } from '../../ui/page';
import { Section } from '../../ui/section';
import { useNotice } from '../../ui/use-notice';
import { NewNotice } from './new-notice';
import classes from './settings.module.css';

type NoticeRow = Output<'notices.list'>[number];

/** What customers are told before they are asked: the texts in force, a new version, and every earlier one. */
export function NoticesPage() {
  const { t, language } = useWords();
  const { staff } = useCounter();
  const [kind, setKind] = useState<NoticeKind>('collection');
  const [isWriting, setWriting] = useState(false);
  const list = useAsk('notices.list', {}, ['consents']);
  // A shop that has none yet gets its first version here.
  const { error } = useNotice(kind, language);
  const rows = (list.data ?? []).filter((row) => row.kind === kind);
  const current = rows.filter((row) => row.isCurrent);
  const older = [...new Set(rows.filter((row) => !row.isCurrent).map((row) => row.version))];
  return (
    <Page title={t('settings.notices.title')} subtitle={t('settings.notices.subtitle')}>
      <ErrorNotice error={list.error ?? error} />
      <SegmentedControl
        w="fit-content"
        size="md"
        aria-label={t('settings.notices.which')}
        value={kind}
        onChange={(value) => {
          setKind(value as NoticeKind);
          setWriting(false);
        }}
        data={noticeKinds.map((value) => ({ value, label: t(`settings.notices.kind.${value}`) }))}
      />
      <Text maw={820}>{t(`settings.notices.used.${kind}`)}</Text>
      {isWriting && current.length > 0 ? (
        <NewNotice key={kind} kind={kind} current={current} onDone={() => setWriting(false)} />
      ) : (
        <Section
          title={t('settings.notices.inForce')}
          actions={
            staff.role === 'manager' &&
            current.length > 0 && (
              <Button onClick={() => setWriting(true)}>{t('settings.notices.write')}</Button>
            )
          }
        >
          {current[0] && <WhoAndWhen row={current[0]} />}
          <div className={classes.texts}>
            {inOrder(current).map((row) => (
              <section key={row.id} className={classes.text} aria-label={languageNames[row.language]}>
                <NoticeView notice={row} />
              </section>
            ))}
          </div>
        </Section>
      )}
      <Section title={t('settings.notices.older')}>
        {older.length === 0 && <Text c="dimmed">{t('settings.notices.noOlder')}</Text>}
        {older.map((version) => (
          <Older key={version} rows={rows.filter((row) => row.version === version)} />
        ))}
      </Section>
    </Page>
  );
}

const inOrder = (rows: readonly NoticeRow[]) =>
  languages.flatMap((language) => rows.filter((row) => row.language === language));

function WhoAndWhen({ row }: { row: NoticeRow }) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const date = formatDate(civilDateOf(row.effectiveAt, shop.timeZone), language);
  return (
    <Text c="dimmed" mb="sm">
      {t('settings.notices.version', { version: row.version, date })}
      {row.by && ` · ${row.by}`}
    </Text>
  );
}

/** One earlier version, to be read word for word and never changed. */
function Older({ rows }: { rows: readonly NoticeRow[] }) {
  const { t, language } = useWords();
  const [shown, setShown] = useState<Language | null>(null);
  const [first] = rows;
  if (!first) return null;
  const notice = rows.find((row) => row.language === shown);
  return (
    <Group className={classes.row} justify="space-between">
      <WhoAndWhen row={first} />
      <Button
        variant="default"
        aria-label={t('settings.notices.showVersion', { version: first.version })}
        onClick={() => setShown(language)}
      >
        {t('settings.notices.show')}
      </Button>
      <Dialog
        isOpen={shown !== null}
        onClose={() => setShown(null)}
        size={760}
        title={t('settings.notices.showVersion', { version: first.version })}
      >
        <Stack>
          <SegmentedControl
            size="md"
            aria-label={t('common.language')}
            value={shown ?? language}
            onChange={(value) => setShown(value as Language)}
            data={languages.map((value) => ({ value, label: languageNames[value] }))}
          />
          {notice && <NoticeView notice={notice} />}
        </Stack>
      </Dialog>
    </Group>
  );
}
