import { Stack, Text } from '@mantine/core';
import type { Programme, ProgrammeResult } from '@shared/contract/programmes';
import { intervalScale } from '@shared/domain/programmes';
import { useWords } from '../../lib/i18n';
import { Section } from '../../ui/section';
import { useProgrammeWords } from './programme-words';
import classes from './programmes.module.css';

interface ResultProps {
  readonly programme: Programme;
  readonly result: ProgrammeResult;
}

/** What came of it, how sure that is, and what takes from its weight. */
export function ResultSection({ programme, result }: ResultProps) {
  const { t } = useWords();
  const words = useProgrammeWords();
  const said = words.result(programme, result);
  return (
    <Section title={t('programmes.result.title')}>
      <Stack gap="sm">
        <Text className={classes.verdict}>{said.difference}</Text>
        <Text>
          {said.figures} {said.goal}
        </Text>
        {said.warnings.map((warning) => (
          <Text key={warning} size="sm" className={classes.warning}>
            {warning}
          </Text>
        ))}
        <Picture programme={programme} result={result} />
        <Text size="sm" c="dimmed">
          {t('programmes.result.axis')}
        </Text>
      </Stack>
    </Section>
  );
}

/** Where the bars begin, how wide they can be, in the picture's own units. */
const frame = { left: 150, width: 480, labels: 640 } as const;

/** Each group's figure as a line in the bar of its interval, and the goal across both. */
function Picture({ programme, result }: ResultProps) {
  const { t } = useWords();
  const words = useProgrammeWords();
  const { treated, heldOut } = result;
  const target = programme.goal.kind === 'spend' ? programme.goal.target : programme.goal.target / 10_000;
  const at = intervalScale([treated, heldOut], target);
  const x = (value: number) => frame.left + at(value) * frame.width;
  const rows = [
    { name: t('programmes.result.treated'), estimate: treated, y: 16, bar: classes.barTreated },
    { name: t('programmes.result.held'), estimate: heldOut, y: 72, bar: classes.barHeld },
  ];
  const spoken = rows.map(({ name, estimate }) =>
    t('programmes.result.picture', {
      name,
      value: words.figure(estimate.value, programme),
      low: words.figure(estimate.low, programme),
      high: words.figure(estimate.high, programme),
      people: estimate.people,
    }),
  );
  return (
    <svg className={classes.picture} viewBox="0 0 860 150" role="img" aria-label={spoken.join(' ')}>
      {rows.map(({ name, estimate, y, bar }) => (
        <Bar
          key={name}
          name={name}
          y={y}
          bar={bar ?? ''}
          low={x(estimate.low)}
          high={x(estimate.high)}
          value={x(estimate.value)}
          people={t('programmes.result.people', { count: estimate.people })}
          label={{
            value: words.figure(estimate.value, programme),
            between: t('programmes.result.interval', {
              low: words.figure(estimate.low, programme),
              high: words.figure(estimate.high, programme),
            }),
          }}
        />
      ))}
      <line className={classes.goal} x1={x(target)} x2={x(target)} y1={4} y2={118} />
      <text className={classes.quiet} x={x(target)} y={138} textAnchor="middle">
        {t('programmes.result.goal', { target: words.target(programme) })}
      </text>
    </svg>
  );
}

interface BarProps {
  readonly name: string;
  readonly y: number;
  readonly bar: string;
  readonly low: number;
  readonly high: number;
  readonly value: number;
  readonly people: string;
  readonly label: { readonly value: string; readonly between: string };
}

function Bar({ name, y, bar, low, high, value, people, label: said }: BarProps) {
  return (
    <g>
      <text className={classes.label} x={0} y={y + 12}>
        {name}
      </text>
      <text className={classes.quiet} x={0} y={y + 30}>
        {people}
      </text>
      <rect className={bar} x={low} y={y} width={Math.max(2, high - low)} height={28} rx={4} />
      <line className={classes.mark} x1={value} x2={value} y1={y - 5} y2={y + 33} />
      <text className={classes.label} x={frame.labels} y={y + 12}>
        {said.value}
      </text>
      <text className={classes.quiet} x={frame.labels} y={y + 30}>
        {said.between}
      </text>
    </g>
  );
}
