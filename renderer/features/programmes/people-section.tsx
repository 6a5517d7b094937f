import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import type { Programme } from '@shared/contract/programmes';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { call } from '../../lib/call';
import { customerName } from '../../lib/customer-name';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { TextLink } from '../../ui/links';
import { Section } from '../../ui/section';
import { toastError } from '../../ui/toast';
import { useProgrammeWords } from './programme-words';
import classes from './programmes.module.css';

/** Whom it is about, how many were held out, and how the lot was drawn. */
export function PeopleSection({ programme }: { readonly programme: Programme }) {
  const { t } = useWords();
  const words = useProgrammeWords();
  const { start, segment, heldOutPercent } = programme;
  const [isOpen, setOpen] = useState(false);
  return (
    <Section title={t('programmes.people.title')}>
      {!start && <Text>{t('programmes.people.draft', { name: segment.name, percent: heldOutPercent })}</Text>}
      {start && (
        <Stack gap="xs">
          <Text>
            {t('programmes.people.audience', {
              count: start.audience,
              date: words.day(start.on),
              name: segment.name,
            })}
          </Text>
          <Text>
            {t('programmes.people.reached', { count: start.audience - start.heldOut })} ·{' '}
            {t('programmes.people.heldOut', { count: start.heldOut })}
          </Text>
          <Text size="sm" c="dimmed">
            {t('programmes.people.seed', { seed: start.seed, method: start.method })}
          </Text>
          <Lot programmeId={programme.id} />
          <Group>
            <Button variant="subtle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {t('programmes.people.show')}
            </Button>
          </Group>
          {isOpen && <Members programmeId={programme.id} />}
        </Stack>
      )}
    </Section>
  );
}

function Lot({ programmeId }: { readonly programmeId: string }) {
  const { t } = useWords();
  const [checked, setChecked] = useState<boolean | null>(null);
  const check = () =>
    call('programmes.checkLot', { programmeId }).then(
      ({ isAsDrawn }) => setChecked(isAsDrawn),
      (error: unknown) => toastError(error),
    );
  return (
    <Group gap="sm">
      <Button variant="default" onClick={() => void check()}>
        {t('programmes.people.check')}
      </Button>
      {checked !== null && (
        <Text size="sm" role="status" className={checked ? '' : classes.late}>
          {t(checked ? 'programmes.people.asDrawn' : 'programmes.people.notAsDrawn')}
        </Text>
      )}
    </Group>
  );
}

const groups = ['treated', 'held-out'] as const;

function Members({ programmeId }: { readonly programmeId: string }) {
  const { t, language } = useWords();
  const [group, setGroup] = useState<(typeof groups)[number]>('treated');
  const list = useAsk('programmes.members', { programmeId, group }, ['programmes', 'customers'], {
    keepPrevious: true,
  });
  const { members = [], total = 0 } = list.data ?? {};
  return (
    <div>
      <SegmentedControl
        aria-label={t('programmes.people.group')}
        value={group}
        onChange={(value) => setGroup(value as typeof group)}
        data={[
          { value: 'treated', label: t('programmes.people.treated') },
          { value: 'held-out', label: t('programmes.people.held') },
        ]}
      />
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      {group === 'held-out' && (
        <Text size="sm" c="var(--warning-text)" mt="xs">
          {t('programmes.people.mark')}
        </Text>
      )}
      <ul className={classes.members}>
        {members.map((member) => (
          <li key={member.id}>
            <TextLink to="/customers/$customerId" params={{ customerId: member.id }}>
              {customerName(member, language)}
            </TextLink>
          </li>
        ))}
      </ul>
      {total > members.length && (
        <Text size="sm" c="dimmed">
          {t('programmes.people.more', { count: total - members.length })}
        </Text>
      )}
    </div>
  );
}
