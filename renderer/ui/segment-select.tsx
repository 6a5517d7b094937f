import { Select, Stack, Text } from '@mantine/core';
import { useAsk } from '../lib/ask';
import { useWords } from '../lib/i18n';
import { useSegmentCount } from '../lib/segment-count';
import { useSegmentWords } from '../lib/segment-words';
import { SegmentCountText } from './segment-count';

interface SegmentSelectProps {
  readonly label?: string;
  readonly value: string | null;
  readonly onChange: (segmentId: string) => void;
  readonly isDisabled?: boolean;
}

/** Chooses a saved segment; below it who that is, in words, and how many belong to it now. */
export function SegmentSelect({ label, value, onChange, isDisabled = false }: SegmentSelectProps) {
  const { t } = useWords();
  const sentence = useSegmentWords();
  // One that is no longer offered is still shown where it was chosen.
  const list = useAsk('segments.list', { withRetired: true }, ['segments']);
  const chosen = list.data?.find(({ id }) => id === value) ?? null;
  const offered = (list.data ?? []).filter(({ id, isRetired }) => !isRetired || id === value);
  const { count } = useSegmentCount(chosen?.rule ?? null);
  return (
    <Stack gap={4}>
      <Select
        label={label ?? t('segments.choose')}
        placeholder={t('segments.chooseHint')}
        value={value}
        allowDeselect={false}
        searchable
        disabled={isDisabled}
        nothingFoundMessage={t('segments.noneSaved')}
        data={offered.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => id && onChange(id)}
      />
      {chosen && (
        <>
          <Text size="sm" c="dimmed">
            {sentence(chosen.rule)}
          </Text>
          <SegmentCountText count={count} size="sm" fw={600} />
        </>
      )}
    </Stack>
  );
}
