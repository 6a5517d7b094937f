import { Text } from '@mantine/core';
import { tableInWords } from '@shared/words/personal-data-names';
import { Fragment } from 'react';
import { useWords } from '../../lib/i18n';
import classes from './privacy.module.css';

interface RowCountsProps {
  readonly title: string;
  readonly rows: readonly { readonly table: string; readonly rows: number }[];
}

/** How much of what is on record, by the names people use. */
export function RowCounts({ title, rows }: RowCountsProps) {
  const { t, language } = useWords();
  if (rows.length === 0) return null;
  return (
    <div>
      <Text fw={600} mb={4}>
        {title}
      </Text>
      <dl className={classes.counts}>
        {rows.map(({ table, rows: count }) => (
          <Fragment key={table}>
            <dt>{tableInWords(table, language)}</dt>
            <dd>{t('privacy.copy.rows', { count })}</dd>
          </Fragment>
        ))}
      </dl>
    </div>
  );
}
