import { NumberInput, ScrollArea, Select, Table, Text, TextInput } from '@mantine/core';
import { fileEncodings, type ImportInspection } from '@shared/contract/imports';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import classes from './imports.module.css';

interface FileSeenProps {
  readonly inspection: ImportInspection;
  readonly onChanged: (inspection: ImportInspection) => void;
}

/** Stands in the list for a sign that somebody types. */
const other = 'other';
const separators = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' } as const;
const usual: readonly string[] = Object.values(separators);

/** How the file is written, as we see it; each finding can be corrected, and the rows show at once what comes of it. */
export function FileSeen({ inspection, onChanged }: FileSeenProps) {
  const { t } = useWords();
  const redetect = useTell('imports.redetect');
  const { token, kind, encoding, delimiter, quote, preambleLines } = inspection;
  const [isOther, setOther] = useState(!usual.includes(delimiter));
  const correct = async (change: {
    encoding?: typeof encoding;
    delimiter?: string;
    quote?: string | null;
    preambleLines?: number;
  }) => {
    const given = { token, kind, encoding, delimiter, quote, preambleLines, ...change };
    const next = await redetect.mutateAsync(given).catch(() => null);
    if (next) onChanged(next);
  };
  const delimiters = [
    ...Object.entries(separators).map(([name, value]) => ({
      value,
      label: t(`imports.delimiters.${name as keyof typeof separators}`),
    })),
    { value: other, label: t('imports.delimiters.other') },
  ];
  return (
    <Section title={t('imports.fileSeen')}>
      {inspection.isCompressed && (
        <Text size="sm" c="dimmed" mb="sm">
          {t('imports.compressed')}
        </Text>
      )}
      <div className={classes.file}>
        <Select
          label={t('imports.encoding')}
          description={t(`imports.certainty.${inspection.encodingCertainty}`)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data={fileEncodings.map((name) => ({ value: name, label: t(`imports.encodings.${name}`) }))}
          value={encoding}
          allowDeselect={false}
          onChange={(value) => {
            const chosen = fileEncodings.find((name) => name === value);
            if (chosen) void correct({ encoding: chosen });
          }}
        />
        <Select
          label={t('imports.delimiter')}
          data={delimiters}
          value={isOther ? other : delimiter}
          allowDeselect={false}
          onChange={(value) => {
            setOther(value === other);
            if (value && value !== other) void correct({ delimiter: value });
          }}
        />
        {isOther && (
          <TextInput
            label={t('imports.delimiterOther')}
            value={usual.includes(delimiter) ? '' : delimiter}
            // The sign replaces the one before, and is one sign.
            onChange={(event) => {
              const sign = event.currentTarget.value.slice(-1);
              if (sign !== '') void correct({ delimiter: sign });
            }}
          />
        )}
        <Select
          label={t('imports.quote')}
          data={[
            { value: '"', label: t('imports.quotes.double') },
            { value: "'", label: t('imports.quotes.single') },
            { value: '', label: t('imports.quotes.none') },
          ]}
          value={quote ?? ''}
          allowDeselect={false}
          onChange={(value) => void correct({ quote: value || null })}
        />
        <NumberInput
          label={t('imports.preamble')}
          min={0}
          max={100}
          value={preambleLines}
          onChange={(value) => typeof value === 'number' && void correct({ preambleLines: value })}
        />
      </div>
      <ErrorNotice error={redetect.error} />
      <Text size="sm" c="dimmed" mt="md" mb="xs">
        {t('imports.looksRight')}
      </Text>
      <Preview inspection={inspection} />
    </Section>
  );
}

const ROWS_SHOWN = 8;

function Preview({ inspection }: { readonly inspection: ImportInspection }) {
  const { t } = useWords();
  const columns = inspection.header.map((name, at) => {
    const label = name || t('imports.noName', { number: at + 1 });
    return { at, label };
  });
  const rows = inspection.sampleRows.slice(0, ROWS_SHOWN).map((cells, at) => ({ at, cells }));
  return (
    <ScrollArea.Autosize
      mah={300}
      className={classes.preview}
      // A wide table scrolls inside its own frame, which the keyboard must reach.
      viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('imports.preview') }}
    >
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ at, label }) => (
              <Table.Th key={at}>{label}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ at, cells }) => (
            <Table.Tr key={at}>
              {columns.map((column) => (
                <Table.Td key={column.at}>{cells[column.at]}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  );
}
