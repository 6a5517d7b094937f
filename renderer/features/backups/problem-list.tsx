import { Stack, Text } from '@mantine/core';
import { useWords } from '../../lib/i18n';
import classes from './backups.module.css';
import { type Problem, useProblemText } from './problem-text';

const colours = {
  danger: 'var(--danger-text)',
  warning: 'var(--warning-text)',
  notice: 'var(--mantine-color-dimmed)',
} as const;

/** What is wrong, worst first, each with its weight in words and not by colour alone. */
export function ProblemList({ problems }: { readonly problems: readonly Problem[] }) {
  const { t } = useWords();
  const textOf = useProblemText();
  return (
    <Stack gap={6} component="ul" className={classes.problems}>
      {problems.map((problem) => (
        <li key={`${problem.kind} ${problem.placeId ?? ''}`}>
          <Text>
            <Text span fw={600} c={colours[problem.severity]}>
              {t(`backups.health.${problem.severity}`)}
            </Text>
            {' · '}
            {textOf(problem)}
          </Text>
        </li>
      ))}
    </Stack>
  );
}
