import { Group, Text } from '@mantine/core';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { TextLink } from '../../ui/links';
import classes from './guidelines.module.css';

const mostNames = 3;

/** On the first screen: guidelines in force that wait to be read; for the manager, by whom. Nothing where all were. */
export function UnreadGuidelines() {
  const { t } = useWords();
  const unread = useAsk('guidelines.unread', {}, ['guidelines', 'staff', 'session']);
  const { mine = 0, others = [] } = unread.data ?? {};
  if (mine === 0 && others.length === 0) return null;
  const names = others
    .slice(0, mostNames)
    .map((person) => t('guidelines.unreadOf', { name: person.name, unread: person.unread }));
  const rest = others.length - names.length;
  return (
    <Group gap="sm" component="section" aria-label={t('guidelines.unreadTitle')} className={classes.unread}>
      {mine > 0 && <Text>{t('guidelines.unreadMine', { count: mine })}</Text>}
      {others.length > 0 && (
        <Text c="dimmed">
          {t('guidelines.unreadOthers', { names: [...names, ...(rest > 0 ? [`+${rest}`] : [])].join(', ') })}
        </Text>
      )}
      <TextLink to="/guidelines">{t('guidelines.read')}</TextLink>
    </Group>
  );
}
