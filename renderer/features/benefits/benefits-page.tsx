import { Button, Group, Text } from '@mantine/core';
import { isAllowed } from '@shared/contract/permissions';
import { benefitName } from '@shared/domain/benefits';
import { formatDate } from '@shared/domain/dates';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Page } from '../../ui/page';
import { Section } from '../../ui/section';
import { BenefitForm, type NewBenefit } from './benefit-form';
import { type Benefit, useBenefitWords } from './benefit-words';
import classes from './benefits.module.css';

/** What the shop gives free with an item: everybody reads the rules, the manager writes the next version. */
export function BenefitsPage() {
  const { t } = useWords();
  const { staff } = useCounter();
  const benefits = useAsk('benefits.list', {}, ['items']);
  const [written, setWritten] = useState<Benefit | NewBenefit | null>(null);
  const canChange = isAllowed(staff.role, 'benefits.write');
  const ready = canChange && (
    <Group>
      {(['strap-fit', 'polish'] as const).map((kind) => (
        <Button key={kind} variant="default" onClick={() => setWritten(kind)}>
          {t(`benefits.ready.${kind}`)}
        </Button>
      ))}
    </Group>
  );
  return (
    <Page
      title={t('benefits.title')}
      subtitle={t(canChange ? 'benefits.subtitle' : 'settings.readOnly')}
      actions={canChange && <Button onClick={() => setWritten('other')}>{t('benefits.add')}</Button>}
    >
      <ErrorNotice error={benefits.error} onRetry={() => void benefits.refetch()} />
      {benefits.data?.length === 0 && (
        <EmptyState title={t('benefits.empty')} hint={t('benefits.emptyHint')} action={ready} />
      )}
      {benefits.data?.map((benefit) => (
        <BenefitRules
          key={benefit.id}
          benefit={benefit}
          onChange={canChange ? () => setWritten(benefit) : null}
        />
      ))}
      {written && <BenefitForm written={written} onClose={() => setWritten(null)} />}
    </Page>
  );
}

interface BenefitRulesProps {
  readonly benefit: Benefit;
  readonly onChange: (() => void) | null;
}

function BenefitRules({ benefit, onChange }: BenefitRulesProps) {
  const { t, language } = useWords();
  const words = useBenefitWords();
  const [isOpen, setOpen] = useState(false);
  const { versions, inForce } = benefit;
  const current = versions.find(({ version }) => version === inForce) ?? versions[0];
  if (!current) return null;
  const name = benefitName(current.names, language);
  const coming = versions.filter(({ version }) => version > (inForce ?? 0) && version !== current.version);
  const earlier = versions.filter(({ version }) => version < current.version);
  const isGiven = current.perYear > 0 || Object.values(current.tiers).some((count) => count > 0);
  const standing = inForce === null ? 'coming' : isGiven ? 'inForce' : 'ended';
  const line = (version: (typeof versions)[number]) =>
    t('benefits.version', {
      version: version.version,
      date: formatDate(version.effectiveOn, language),
      terms: words.terms(version),
    });
  return (
    <Section
      title={name}
      actions={
        onChange && (
          <Button variant="default" aria-label={t('benefits.changeOf', { name })} onClick={onChange}>
            {t('benefits.change')}
          </Button>
        )
      }
    >
      <Text>{words.terms(current)}</Text>
      <Text size="sm" c="dimmed">
        {[
          t(`benefits.${standing}`, { date: formatDate(current.effectiveOn, language) }),
          current.by && t('benefits.versionBy', { name: current.by }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {coming.map((version) => (
        <Text key={version.version} size="sm">
          {line(version)}
        </Text>
      ))}
      {earlier.length > 0 && (
        <Button variant="subtle" mt="xs" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('benefits.older')}
        </Button>
      )}
      {isOpen && (
        <ul className={classes.versions}>
          {earlier.map((version) => (
            <li key={version.version}>
              <Text size="sm">{line(version)}</Text>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
