import { Text, type TextProps } from '@mantine/core';
import { useWords } from '../lib/i18n';
import type { SegmentCount } from '../lib/segment-count';

/** How many belong to a segment, in words, and how far the counting is. */
export function SegmentCountText({ count, ...props }: { count: SegmentCount | null } & TextProps) {
  const { t, language } = useWords();
  const number = new Intl.NumberFormat(language);
  if (!count)
    return (
      <Text {...props} c="dimmed">
        {t('common.loading')}
      </Text>
    );
  const { found, looked, of, isWhole, isCounting } = count;
  return (
    <Text {...props} role="status">
      {isWhole
        ? t('segments.customers', { count: found })
        : isCounting
          ? t('segments.soFar', { count: found })
          : t('segments.moreThan', { count: 10_000 })}
      {isCounting && (
        <Text span c="dimmed" size="sm" ml="xs">
          {t('segments.counting', { looked: number.format(looked), of: number.format(of) })}
        </Text>
      )}
    </Text>
  );
}
