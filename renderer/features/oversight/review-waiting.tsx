import { Group, Text } from '@mantine/core';
import { isAllowed } from '@shared/contract/permissions';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { TextLink } from '../../ui/links';
import classes from './oversight.module.css';

/** On a manager's first screen: how much waits to be signed. Nothing where all was. */
export function ReviewWaiting() {
  const { t } = useWords();
  const { staff } = useCounter();
  const isManager = isAllowed(staff.role, 'oversight.review');
  const list = useAsk(
    'oversight.list',
    { limit: 1 },
    ['oversight', 'sales', 'gifts', 'conversations', 'settings'],
    {
      enabled: isManager,
    },
  );
  const total = list.data?.total ?? 0;
  if (!isManager || total === 0) return null;
  return (
    <Group gap="sm" component="section" aria-label={t('oversight.title')} className={classes.waiting}>
      <Text>{t('oversight.waiting', { count: total })}</Text>
      <TextLink to="/review">{t('oversight.open')}</TextLink>
    </Group>
  );
}
