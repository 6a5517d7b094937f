import { Button, Group, Stack, Text } from '@mantine/core';
import type { Guideline, Precedence } from '@shared/contract/guidelines';
import { isAllowed } from '@shared/contract/permissions';
import { civilDateOf, formatDate } from '@shared/domain/dates';
import { textFor } from '@shared/domain/guidelines';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';
import { GuidelineView, PrecedenceLine } from '../../ui/guideline-text';
import { NoticeView } from '../../ui/notice-view';
import { Section } from '../../ui/section';
import { GuidelineForm } from './guideline-form';
import classes from './guidelines.module.css';
import { PrecedenceForm } from './precedence-form';

interface GuidelineDetailProps {
  readonly guideline: Guideline;
  readonly precedence: readonly Precedence[];
}

/** One guideline whole: its words, the precedence of its topic, its readers and its versions. */
export function GuidelineDetail({ guideline, precedence }: GuidelineDetailProps) {
  const { t } = useWords();
  const { staff } = useCounter();
  const [dialog, setDialog] = useState<'version' | 'precedence' | null>(null);
  const isManager = isAllowed(staff.role, 'guidelines.write');
  const stated = precedence.find(({ topic }) => topic === guideline.topic) ?? null;
  return (
    <Stack gap="lg" className={classes.text}>
      <GuidelineView guideline={guideline} />
      <Section
        title={t('guidelines.precedence')}
        actions={
          isManager && (
            <Button variant="default" onClick={() => setDialog('precedence')}>
              {t(stated ? 'guidelines.stateAgain' : 'guidelines.state')}
            </Button>
          )
        }
      >
        <Text c="dimmed" size="sm">
          {t('guidelines.precedenceHint')}
        </Text>
        <PrecedenceLine topic={guideline.topic} precedence={precedence} />
      </Section>
      {isManager && guideline.isInForce && <Readers guidelineId={guideline.id} />}
      <Section
        title={t('guidelines.versions')}
        actions={
          isManager && (
            <Button variant="default" onClick={() => setDialog('version')}>
              {t('guidelines.newVersion')}
            </Button>
          )
        }
      >
        <Versions guidelineId={guideline.id} />
      </Section>
      {dialog === 'version' && <GuidelineForm guideline={guideline} onClose={() => setDialog(null)} />}
      {dialog === 'precedence' && (
        <PrecedenceForm topic={guideline.topic} stated={stated} onClose={() => setDialog(null)} />
      )}
    </Stack>
  );
}

function Readers({ guidelineId }: { readonly guidelineId: string }) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const readers = useAsk('guidelines.readers', { guidelineId }, ['guidelines', 'staff']);
  const people = readers.data ?? [];
  return (
    <Section title={t('guidelines.readers')}>
      <ErrorNotice error={readers.error} />
      {readers.data && people.every(({ readAt }) => readAt !== null) && (
        <Text>{t('guidelines.everybody')}</Text>
      )}
      <ul className={classes.list}>
        {people.map((person) => (
          <li key={person.id} className={classes.row}>
            <Group justify="space-between">
              <Text>{person.name}</Text>
              {person.readAt === null ? (
                <Text c="var(--warning-text)">{t('guidelines.notRead')}</Text>
              ) : (
                <Text c="dimmed">
                  {t('guidelines.readAt', {
                    date: formatDate(civilDateOf(person.readAt, shop.timeZone), language),
                  })}
                </Text>
              )}
            </Group>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Versions({ guidelineId }: { readonly guidelineId: string }) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const [shown, setShown] = useState<number | null>(null);
  const versions = useAsk('guidelines.versions', { guidelineId }, ['guidelines']);
  const all = versions.data ?? [];
  const open = all.find(({ version }) => version === shown);
  const text = open && textFor(open.texts, language);
  const nameOf = (one: (typeof all)[number]) =>
    t('guidelines.versionOf', { version: one.version, date: formatDate(one.effectiveOn, language) });
  return (
    <>
      <ErrorNotice error={versions.error} />
      <ul className={classes.list}>
        {all.map((one) => (
          <li key={one.version} className={classes.row}>
            <Group justify="space-between" wrap="nowrap">
              <div>
                <Text>{nameOf(one)}</Text>
                {one.changeNote && (
                  <Text size="sm">{t('guidelines.changedBecause', { note: one.changeNote })}</Text>
                )}
                {one.by && (
                  <Text size="sm" c="dimmed">
                    {t('guidelines.byWhom', {
                      name: one.by,
                      date: formatDate(civilDateOf(one.publishedAt, shop.timeZone), language),
                    })}
                  </Text>
                )}
              </div>
              <Button
                variant="default"
                aria-label={`${t('settings.notices.show')}: ${nameOf(one)}`}
                onClick={() => setShown(one.version)}
              >
                {t('settings.notices.show')}
              </Button>
            </Group>
          </li>
        ))}
      </ul>
      <Dialog
        isOpen={Boolean(text)}
        onClose={() => setShown(null)}
        size={760}
        title={open ? nameOf(open) : ''}
      >
        {text && <NoticeView notice={text} />}
      </Dialog>
    </>
  );
}
