import { Group, Stack, Text } from '@mantine/core';
import type { DaySummary, Unfinished } from '@shared/contract/day';
import { civilDateOf, formatNearDate } from '@shared/domain/dates';
import { formatMoney } from '@shared/domain/money';
import { colleagueName } from '../../lib/colleague-name';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { ButtonLink } from '../../ui/links';
import classes from './day.module.css';

interface Fact {
  readonly name: string;
  readonly value: string;
}

function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(({ name, value }) => (
        <Row key={`${name} ${value}`} name={name} value={value} />
      ))}
    </dl>
  );
}

function Row({ name, value }: Fact) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

/** What happened on the day, in counts and sums. */
export function Happened({ summary }: { readonly summary: DaySummary }) {
  const { t, language } = useWords();
  const { sales, lookups, newCustomers, needs, vip, consents, staff, parts } = summary;
  const number = (value: number) => value.toLocaleString('en-GB');
  const names = staff.map((person) => colleagueName(person, language));
  return (
    <Facts
      facts={[
        { name: t('day.fact.receipts'), value: number(sales.receipts) },
        { name: t('day.fact.returns'), value: number(sales.returns + sales.cancellations) },
        ...sales.totals.map((total) => ({ name: t('day.fact.total'), value: formatMoney(total, language) })),
        { name: t('day.fact.lookups'), value: t('day.fact.lookupsValue', lookups) },
        { name: t('day.fact.newCustomers'), value: number(newCustomers) },
        { name: t('day.fact.needs'), value: t('day.fact.needsValue', needs) },
        { name: t('day.fact.vip'), value: t('day.fact.vipValue', vip) },
        { name: t('day.fact.consents'), value: t('day.fact.consentsValue', consents) },
        ...parts.map(({ name, figures }) => ({
          name: t(`day.part.${name}.name`),
          value: t(`day.part.${name}.value`, figures),
        })),
        { name: t('day.fact.staff'), value: names.join(language === 'en' ? ', ' : '、') || '–' },
      ]}
    />
  );
}

/** What is left for tomorrow, with the way to it. */
export function LeftOver({ unfinished }: { readonly unfinished: Unfinished }) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const { drafts, duties, thinking, lateNeeds, latePromises, due } = unfinished;
  const draftCount = drafts.reduce((sum, each) => sum + each.count, 0);
  if (duties.open + duties.overdue + thinking + lateNeeds + latePromises + draftCount + due.length === 0)
    return <Text>{t('day.left.nothing')}</Text>;
  const nextDue =
    duties.nextDueAt === null
      ? ''
      : ` · ${t('day.left.dutiesNext', { date: formatNearDate(civilDateOf(duties.nextDueAt, shop.timeZone), civilDateOf(Date.now(), shop.timeZone), language) })}`;
  return (
    <Stack gap="sm">
      <Facts
        facts={[
          { name: t('day.left.duties'), value: t('day.left.dutiesValue', duties) + nextDue },
          { name: t('day.left.thinking'), value: String(thinking) },
          { name: t('day.left.lateNeeds'), value: String(lateNeeds) },
          { name: t('day.left.latePromises'), value: String(latePromises) },
          ...due.map(({ kind, count }) => ({ name: t(`duties.${kind}.group`), value: String(count) })),
          {
            name: t('day.left.drafts'),
            value:
              drafts
                .map((each) =>
                  t('day.left.draftsOf', { name: colleagueName(each, language), count: each.count }),
                )
                .join(language === 'en' ? ', ' : '、') || '0',
          },
        ]}
      />
      <Group gap="xs">
        <ButtonLink to="/" variant="default">
          {t('day.left.goToday')}
        </ButtonLink>
        <ButtonLink to="/needs" variant="default">
          {t('day.left.goNeeds')}
        </ButtonLink>
      </Group>
      <Text size="sm" c="dimmed">
        {t('day.left.canWait')}
      </Text>
    </Stack>
  );
}
