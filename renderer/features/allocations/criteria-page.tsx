import { Badge, Button, Group, Skeleton, Text } from '@mantine/core';
import type { CriteriaVersion } from '@shared/contract/allocations';
import { isAllowed } from '@shared/contract/permissions';
import { civilDateOf } from '@shared/domain/dates';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { GuidelineHint } from '../../ui/guideline-hint';
import { ButtonLink } from '../../ui/links';
import { Page } from '../../ui/page';
import { Section } from '../../ui/section';
import { useAllocationWords } from './allocation-words';
import classes from './allocations.module.css';
import { CriteriaForm } from './criteria-form';
import { HoldRules } from './hold-rules';

/** By what those who wait are ranked: the version in force, those to come, and all that ever held. */
export function CriteriaPage() {
  const { t } = useWords();
  const { staff } = useCounter();
  const [isWriting, setWriting] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const found = useAsk('allocations.criteria', {}, ['interests', 'staff']);
  const { versions = [], inForceId } = found.data ?? {};
  const inForce = versions.find(({ id }) => id === inForceId);
  const later = versions.filter(({ version }) => inForce && version > inForce.version);
  const older = versions.filter(({ version }) => inForce && version < inForce.version);
  return (
    <Page
      title={t('allocations.criteria.title')}
      subtitle={t('allocations.criteria.subtitle')}
      actions={
        <>
          <ButtonLink variant="default" to="/allocations">
            {t('allocations.back')}
          </ButtonLink>
          {isAllowed(staff.role, 'allocations.criteria') && (
            <Button onClick={() => setWriting(true)}>{t('allocations.criteria.new')}</Button>
          )}
        </>
      }
    >
      <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
      {!found.data && !found.error && <Skeleton height={200} />}
      {inForce && <Version version={inForce} standing="inForce" />}
      {later.map((version) => (
        <Version key={version.id} version={version} standing="later" />
      ))}
      <HoldRules />
      <GuidelineHint topic="allocation" />
      {older.length > 0 && (
        <Button variant="subtle" w="fit-content" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('allocations.criteria.older', { count: older.length })}
        </Button>
      )}
      {isOpen && older.map((version) => <Version key={version.id} version={version} standing="older" />)}
      {isWriting && inForce && (
        <CriteriaForm before={versions[0] ?? inForce} onClose={() => setWriting(false)} />
      )}
    </Page>
  );
}

interface VersionProps {
  readonly version: CriteriaVersion;
  readonly standing: 'inForce' | 'later' | 'older';
}

function Version({ version, standing }: VersionProps) {
  const { t } = useWords();
  const words = useAllocationWords();
  const { shop } = useCounter();
  const since = words.day(version.effectiveOn);
  return (
    <Section
      title={t('allocations.criteria.version', { version: version.version })}
      actions={
        <Group gap="xs">
          {standing === 'inForce' && <Badge>{t('allocations.criteria.inForce')}</Badge>}
          {version.madeBy && (
            <Text size="sm" c="dimmed">
              {t(standing === 'later' ? 'allocations.criteria.later' : 'allocations.criteria.since', {
                date: since,
              })}
            </Text>
          )}
        </Group>
      }
    >
      <ul className={classes.criteria}>
        {version.criteria.map((criterion) => (
          <li key={criterion.code}>{words.criterion(criterion)}</li>
        ))}
      </ul>
      {version.note && <Text mt="xs">{version.note}</Text>}
      <Text size="sm" c="dimmed" mt="xs">
        {version.madeBy
          ? t('allocations.criteria.by', {
              name: version.madeBy.name,
              date: words.day(civilDateOf(version.madeAt, shop.timeZone)),
            })
          : t('allocations.criteria.byApp')}
      </Text>
    </Section>
  );
}
