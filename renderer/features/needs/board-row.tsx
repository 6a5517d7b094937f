import { Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import { civilDateOf } from '@shared/domain/dates';
import { useCounter } from '../../lib/counter';
import { setCurrentNeed } from '../../lib/current-need';
import { customerName } from '../../lib/customer-name';
import { useWords } from '../../lib/i18n';
import { ButtonLink } from '../../ui/links';
import { useNeedWords } from './need-words';
import classes from './needs.module.css';

/** One open need of the board: who, what, by when; a discreet one says only that it is there. */
export function BoardRow({ row: { need, customer } }: { row: Output<'needs.board'>['rows'][number] }) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const words = useNeedWords();
  const today = civilDateOf(Date.now(), shop.timeZone);
  const name = customerName(customer, language);
  const isLate = need.byDate !== null && need.byDate < today;
  return (
    <li className={classes.row}>
      <div>
        <Text className={classes.said}>{name}</Text>
        <Text size="sm" c="dimmed">
          {need.staff.name}
        </Text>
      </div>
      {need.isDiscreet ? (
        <Text className={classes.covered}>{t('needs.covered')}</Text>
      ) : (
        <div>
          <Text className={classes.said}>{words.what(need)}</Text>
          <Text size="sm" c="dimmed">
            {words
              .circumstances({ ...need, byDate: null })
              .concat(need.answered ? [need.answered] : [])
              .join(' · ')}
          </Text>
        </div>
      )}
      <Text size="sm" className={isLate ? classes.late : ''}>
        {need.byDate && t(isLate ? 'needs.overdueSince' : 'needs.by', { date: words.day(need.byDate) })}
      </Text>
      <ButtonLink
        variant="default"
        to="/customers/$customerId"
        params={{ customerId: customer.id }}
        aria-label={t('today.goTo', { action: t('needs.recommend'), name })}
        onClick={() => setCurrentNeed(customer.id, need.id)}
      >
        {t('needs.recommend')}
      </ButtonLink>
    </li>
  );
}
