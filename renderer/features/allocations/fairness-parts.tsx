import { Text } from '@mantine/core';
import type { Fairness } from '@shared/contract/allocations';
import type { ReactNode } from 'react';
import { useWords } from '../../lib/i18n';
import { Section } from '../../ui/section';
import { useAllocationWords } from './allocation-words';
import classes from './allocations.module.css';

interface PartProps {
  readonly fairness: Fairness;
}

/** What stands behind the counts: people and their reasons, staff and family, resale flags, the criteria that held. */
export function FairnessParts({ fairness }: PartProps) {
  return (
    <>
      <People fairness={fairness} />
      <Again fairness={fairness} />
      <Holds fairness={fairness} />
      <StaffAndFamily fairness={fairness} />
      <Resale fairness={fairness} />
      <Criteria fairness={fairness} />
    </>
  );
}

/** One line of the report with the reason that was given. */
function Reasoned({ reason, children }: { readonly reason: string; readonly children: ReactNode }) {
  return (
    <li className={classes.record}>
      <div>
        <Text size="sm">{children}</Text>
        <Text className={classes.said}>{reason}</Text>
      </div>
    </li>
  );
}

function People({ fairness }: PartProps) {
  const { t } = useWords();
  const words = useAllocationWords();
  return (
    <Section title={t('allocations.fairness.people')}>
      {fairness.people.length === 0 && <Text c="dimmed">{t('allocations.fairness.nobody')}</Text>}
      {fairness.people.map(({ person, inOrder, overrides }) => (
        <div key={person.id}>
          <Text fw={600}>
            {person.name}: {t('allocations.fairness.inOrderCount', { count: inOrder })},{' '}
            {t('allocations.overridesCount', { count: overrides.length })}
          </Text>
          <ul className={classes.list}>
            {overrides.map((one) => (
              <Reasoned key={one.offerId} reason={one.reason}>
                {t(
                  one.dueRank === null
                    ? 'allocations.fairness.overrideLineNobody'
                    : 'allocations.fairness.overrideLine',
                  {
                    date: words.day(one.on),
                    number: one.allocationNumber,
                    product: words.product(one.product),
                    customer: one.customerNumber,
                    rank: one.rank,
                    due: one.dueRank ?? '',
                  },
                )}
                {one.answer && ` · ${t(`allocations.answers.${one.answer}`)}`}
              </Reasoned>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}

function Again({ fairness }: PartProps) {
  const { t } = useWords();
  const words = useAllocationWords();
  return (
    <Section title={t('allocations.hold.fairnessAgain')}>
      {fairness.again.length === 0 && <Text c="dimmed">{t('allocations.hold.fairnessAgainNone')}</Text>}
      <ul className={classes.list}>
        {fairness.again.map((one) => (
          <Reasoned key={one.offerId} reason={one.reason}>
            {t('allocations.hold.fairnessAgainLine', {
              date: words.day(one.on),
              number: one.allocationNumber,
              product: words.product(one.product),
              customer: one.customerNumber,
              name: one.by.name,
            })}
            {one.isOverride && ` · ${t('allocations.override')}`}
          </Reasoned>
        ))}
      </ul>
    </Section>
  );
}

function Holds({ fairness }: PartProps) {
  const { t } = useWords();
  const words = useAllocationWords();
  return (
    <Section title={t('allocations.hold.fairnessHolds')}>
      {fairness.holds.length === 0 && <Text c="dimmed">{t('allocations.hold.fairnessHoldsNone')}</Text>}
      <ul className={classes.list}>
        {fairness.holds.map((one) => (
          <Reasoned key={one.id} reason={one.reason}>
            {t('allocations.hold.fairnessHold', {
              date: words.day(one.on),
              number: one.allocationNumber,
              product: words.product(one.product),
              customer: one.customerNumber,
              from: words.day(one.from),
              until: words.day(one.until),
              name: one.by.name,
            })}
            {one.isBeyond && ` (${t('allocations.hold.isBeyond')})`}
          </Reasoned>
        ))}
      </ul>
    </Section>
  );
}

function StaffAndFamily({ fairness }: PartProps) {
  const { t } = useWords();
  const words = useAllocationWords();
  return (
    <Section title={t('allocations.fairness.staff')}>
      {fairness.staffAndFamily.length === 0 && <Text c="dimmed">{t('allocations.fairness.staffNone')}</Text>}
      <ul className={classes.list}>
        {fairness.staffAndFamily.map((one) => (
          <li key={one.offerId} className={classes.record}>
            <Text size="sm">
              {[
                t(`interests.flag.${one.flag}`),
                t('allocations.fairness.staffLine', {
                  date: words.day(one.on),
                  number: one.allocationNumber,
                  product: words.product(one.product),
                  customer: one.customerNumber,
                  rank: one.rank,
                  name: one.by.name,
                }),
                one.isOverride && t('allocations.override'),
                one.isSold
                  ? t('allocations.state.sold')
                  : one.answer && t(`allocations.answers.${one.answer}`),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Resale({ fairness }: PartProps) {
  const { t } = useWords();
  const words = useAllocationWords();
  return (
    <Section title={t('allocations.fairness.resale')}>
      {fairness.resaleFlags.length === 0 && <Text c="dimmed">{t('allocations.fairness.resaleNone')}</Text>}
      <ul className={classes.list}>
        {fairness.resaleFlags.map((flag) => (
          <li key={flag.id} className={classes.record}>
            <div>
              <Text size="sm" className={classes.said}>
                {t('allocations.fairness.resaleLine', {
                  customer: flag.customerNumber,
                  date: words.day(flag.seenOn),
                  evidence: flag.evidence,
                })}{' '}
                <Text span size="sm" c="dimmed">
                  {flag.by.name}
                </Text>
              </Text>
              {flag.withdrawn && (
                <Text size="sm">
                  {t('interests.flags.takenBack', { reason: flag.withdrawn.reason })} ·{' '}
                  {flag.withdrawn.by.name}
                </Text>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Criteria({ fairness }: PartProps) {
  const { t } = useWords();
  const words = useAllocationWords();
  return (
    <Section title={t('allocations.fairness.criteria')}>
      {fairness.criteria.map((version) => (
        <div key={version.id}>
          <Text fw={600}>
            {[
              t('allocations.criteria.version', { version: version.version }),
              version.madeBy && t('allocations.criteria.since', { date: words.day(version.effectiveOn) }),
              version.madeBy?.name,
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
          {version.note && <Text c="dimmed">{version.note}</Text>}
          <ul className={classes.criteria}>
            {version.criteria.map((criterion) => (
              <li key={criterion.code}>{words.criterion(criterion)}</li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}
