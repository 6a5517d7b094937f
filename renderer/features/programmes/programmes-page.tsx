import { Button, SegmentedControl, Skeleton, Text } from '@mantine/core';
import { isAllowed } from '@shared/contract/permissions';
import type { Programme } from '@shared/contract/programmes';
import { PROGRAMME_STATES, type ProgrammeState } from '@shared/domain/programmes';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { TextLink } from '../../ui/links';
import { Page } from '../../ui/page';
import { ProgrammeForm } from './programme-form';
import { useProgrammeWords } from './programme-words';
import classes from './programmes.module.css';

/** Every programme: what is meant, what runs, what was learned. */
export function ProgrammesPage() {
  const { t } = useWords();
  const { staff } = useCounter();
  const [show, setShow] = useState<ProgrammeState>('running');
  const [isPlanning, setPlanning] = useState(false);
  const list = useAsk('programmes.list', { show }, ['programmes', 'segments', 'staff'], {
    keepPrevious: true,
  });
  const plan = isAllowed(staff.role, 'programmes.write') && (
    <Button onClick={() => setPlanning(true)}>{t('programmes.new')}</Button>
  );
  return (
    <Page
      title={t('programmes.title')}
      subtitle={t('programmes.subtitle')}
      actions={
        <>
          <SegmentedControl
            size="md"
            aria-label={t('programmes.show.label')}
            value={show}
            onChange={(value) => setShow(value as ProgrammeState)}
            data={PROGRAMME_STATES.map((value) => ({ value, label: t(`programmes.show.${value}`) }))}
          />
          {plan}
        </>
      }
    >
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      {!list.data && !list.error && <Skeleton height={200} />}
      {list.data?.length === 0 && (
        <EmptyState
          title={t(`programmes.empty.${show}`)}
          hint={t('programmes.emptyHint')}
          action={show !== 'closed' && plan}
        />
      )}
      <ul className={classes.list}>
        {(list.data ?? []).map((programme) => (
          <ProgrammeItem key={programme.id} programme={programme} />
        ))}
      </ul>
      {isPlanning && <ProgrammeForm programme={null} onClose={() => setPlanning(false)} />}
    </Page>
  );
}

function ProgrammeItem({ programme }: { readonly programme: Programme }) {
  const { t } = useWords();
  const words = useProgrammeWords();
  const { actions, start, segment, heldOutPercent } = programme;
  return (
    <li className={classes.programme}>
      <div>
        <TextLink
          to="/programmes/$programmeId"
          params={{ programmeId: programme.id }}
          className={classes.name}
        >
          {programme.name}
        </TextLink>
        <Text size="sm">{words.goal(programme)}</Text>
        <Text size="sm" c="dimmed">
          {[
            programme.number,
            start
              ? t('programmes.people.audience', {
                  count: start.audience,
                  date: words.day(start.on),
                  name: segment.name,
                })
              : t('programmes.people.draft', { name: segment.name, percent: heldOutPercent }),
            programme.owner.name,
          ].join(' · ')}
        </Text>
        {programme.lesson && (
          <Text size="sm">
            {t('programmes.lesson')}: {programme.lesson}
          </Text>
        )}
      </div>
      <div>
        <Text size="sm">{t('programmes.actions.progress', actions)}</Text>
        <Text size="sm" c="dimmed">
          {words.budget(programme)}
        </Text>
      </div>
    </li>
  );
}
