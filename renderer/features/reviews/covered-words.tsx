import { Text } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../../lib/i18n';
import { QuietButton } from '../../ui/quiet-button';

interface CoveredWordsProps {
  readonly isDiscreet: boolean;
  readonly words: string;
}

/** A point's words; a discreet one stays covered until somebody asks for it. */
export function CoveredWords({ isDiscreet, words }: CoveredWordsProps) {
  const { t } = useWords();
  const [isUncovered, setUncovered] = useState(false);
  if (!isDiscreet || isUncovered) return <Text fw={600}>{words}</Text>;
  return (
    <Text component="div" c="dimmed">
      <IconEyeOff size={16} aria-hidden /> {t('reviews.covered')}{' '}
      <QuietButton onClick={() => setUncovered(true)}>{t('reviews.uncover')}</QuietButton>
    </Text>
  );
}
