import { Group, Text } from '@mantine/core';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { ButtonLink } from '../../ui/links';
import { useProgrammeWords } from './programme-words';
import classes from './programmes.module.css';

/** On Today: what the person who works has to do for a programme these days. Nothing where nothing is due. */
export function ProgrammesDue() {
  const { t } = useWords();
  const words = useProgrammeWords();
  const due = useAsk('programmes.due', {}, ['programmes']);
  const actions = due.data ?? [];
  if (actions.length === 0) return null;
  return (
    <section className={classes.due} aria-label={t('programmes.due.title')}>
      <Text fw={600}>{t('programmes.due.title')}</Text>
      <ul className={classes.list}>
        {actions.map((action) => (
          <li key={action.id} className={classes.programme}>
            <div>
              <Text size="sm" fw={600}>
                {action.what}
              </Text>
              <Text size="sm" className={action.isLate ? classes.late : ''}>
                {t('programmes.actions.dueLine', {
                  date: words.day(action.dueOn),
                  name: action.programme.name,
                })}
              </Text>
            </div>
            <Group>
              <ButtonLink
                to="/programmes/$programmeId"
                params={{ programmeId: action.programme.id }}
                variant="default"
                aria-label={t('common.moreAbout', { what: action.what })}
              >
                {t('programmes.due.go')}
              </ButtonLink>
            </Group>
          </li>
        ))}
      </ul>
    </section>
  );
}
