import { Text } from '@mantine/core';
import { languageNames } from '@shared/domain/languages';
import type { ReactNode } from 'react';
import { useWords } from '../../lib/i18n';
import type { Answers } from './answers';
import classes from './setup.module.css';

interface SummaryProps {
  readonly answers: Answers;
  readonly hasKeyStore: boolean;
}

/** Everything that is about to be written, to be read once more. */
export function Summary({ answers, hasKeyStore }: SummaryProps) {
  const { t } = useWords();
  const both = (...parts: readonly string[]) => parts.filter(Boolean).join(' · ');
  const rows: ReadonlyArray<readonly [string, ReactNode]> = [
    [t('setup.step.shop'), both(answers.name, answers.chineseName)],
    [t('customers.field.address'), both(answers.address, answers.chineseAddress)],
    [t('setup.hotline'), answers.hotline],
    [t('setup.openingHours'), answers.openingHours],
    [t('setup.currency'), answers.currency],
    [t('setup.defaultLanguage'), languageNames[answers.defaultLanguage]],
    [t('setup.summaryManager'), both(answers.managerName, answers.managerChineseName)],
    [t('setup.summaryKey'), t(hasKeyStore ? 'setup.summaryKeyStore' : 'setup.summaryPassphrase')],
    [t('setup.summaryPlaces'), <Places key="places" answers={answers} />],
  ];
  return (
    <dl className={classes.summary}>
      {rows.map(([term, text]) => (
        <div key={term} className={classes.row}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function Places({ answers }: { readonly answers: Answers }) {
  const { t } = useWords();
  if (answers.places.length === 0) return <Text c="var(--warning-text)">{t('setup.placesNone')}</Text>;
  return answers.places.map(({ folder, label, kind }) => (
    <Text key={folder}>
      {label} ({t(`setup.placeKind.${kind}`)}): {folder}
    </Text>
  ));
}
