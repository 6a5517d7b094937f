import { Alert, Select, Text } from '@mantine/core';
import {
  type ImportInspection,
  type ImportMapping,
  importFields,
  requiredFields,
} from '@shared/contract/imports';
import { Section } from '../../ui/section';
import { useImportWords } from './import-words';
import classes from './imports.module.css';

/** Fields that are still needed: each entry is several of which one is enough. */
export function missingFields(kind: ImportInspection['kind'], mapping: ImportMapping): (readonly string[])[] {
  return requiredFields[kind].filter((group) => !group.some((field) => typeof mapping[field] === 'number'));
}

interface ColumnMappingProps {
  readonly inspection: ImportInspection;
  readonly mapping: ImportMapping;
  readonly onChange: (mapping: ImportMapping) => void;
}

/** Which column fills which field: a guess for each, with what stands in the column under it. */
export function ColumnMapping({ inspection, mapping, onChange }: ColumnMappingProps) {
  const { t, field } = useImportWords();
  const { kind, header, sampleRows } = inspection;
  const columns = header.map((name, column) => ({
    value: String(column),
    label: name || t('imports.noName', { number: column + 1 }),
  }));
  const samplesOf = (column: number) => {
    const values = sampleRows.map((row) => (row[column] ?? '').trim()).filter((value) => value !== '');
    const shown = [...new Set(values)].slice(0, 3).map((value) => value.slice(0, 30));
    return shown.length === 0 ? t('imports.noSamples') : t('imports.samples', { values: shown.join(' · ') });
  };
  const missing = missingFields(kind, mapping);
  return (
    <Section title={t('imports.columnsTitle')}>
      <Text size="sm" c="dimmed" mb="md">
        {inspection.isRemembered ? t('imports.remembered') : t('imports.columnsHint')}
      </Text>
      <div className={classes.columns}>
        {importFields[kind].map((name) => {
          const column = mapping[name] ?? null;
          return (
            <Select
              key={name}
              label={field(name)}
              placeholder={t('imports.notInFile')}
              data={columns}
              value={column === null ? null : String(column)}
              clearable
              searchable
              description={column === null ? '\u00a0' : samplesOf(column)}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              onChange={(value) => onChange({ ...mapping, [name]: value === null ? null : Number(value) })}
            />
          );
        })}
      </div>
      {missing.length > 0 && (
        <Alert color="orange" variant="outline" mt="md" role="status">
          {missing
            .map((group) => t('imports.missing', { fields: group.map(field).join(t('imports.either')) }))
            .join(' · ')}
        </Alert>
      )}
    </Section>
  );
}
