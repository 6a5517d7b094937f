import { Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import type { Condition } from '@shared/contract/jobs';
import { outlineDrawings, outlineSize } from '@shared/domain/condition-outlines';
import { OUTLINES } from '@shared/domain/service-jobs';
import { type MouseEvent, useState } from 'react';
import { useWords } from '../../lib/i18n';
import { QuietButton } from '../../ui/quiet-button';
import classes from './jobs.module.css';

const ink = '#1c1a17';
const quiet = '#8a8174';
const red = '#b3261e';
const commonMarks = ['scratch', 'dent', 'chip', 'wear', 'missing', 'polish'] as const;

/** The outline with its numbered marks: the same picture at the intake and on the job's page. */
export function ConditionDrawing({
  condition,
  onPoint,
}: {
  readonly condition: Condition;
  /** Where somebody clicked, in percent; absent where nothing may be marked. */
  readonly onPoint?: (x: number, y: number) => void;
}) {
  const { t } = useWords();
  const point = (event: MouseEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const percent = (part: number, whole: number) =>
      Math.round(Math.min(100, Math.max(0, (part / whole) * 100)));
    onPoint?.(percent(event.clientX - box.left, box.width), percent(event.clientY - box.top, box.height));
  };
  return (
    // A mark can be put without a pointer, too: see the button below the drawing.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the button beside it does the same by keyboard
    <svg
      className={`${classes.drawing} ${onPoint ? classes.canBeMarked : ''}`}
      viewBox={`0 0 ${outlineSize.width} ${outlineSize.height}`}
      role="img"
      aria-label={t('jobs.drawing')}
      onClick={onPoint && point}
    >
      <Outline outline={condition.outline} />
      {condition.points.map(({ x, y, word }, index) => (
        <g key={`${x} ${y} ${word}`} transform={`translate(${x} ${y * 1.4})`}>
          <circle r={3.6} fill="#fff" stroke={red} strokeWidth={0.8} />
          <text textAnchor="middle" dy={1.6} fontSize={4.6} fontWeight={600} fill={red}>
            {index + 1}
          </text>
        </g>
      ))}
    </svg>
  );
}

function Outline({ outline }: Pick<Condition, 'outline'>) {
  const { edges, details } = outlineDrawings[outline];
  return (
    <g fill="none" strokeWidth={0.8} strokeLinejoin="round">
      {edges.map((path) => (
        <path key={path} d={path} stroke={ink} />
      ))}
      {details.map((path) => (
        <path key={path} d={path} stroke={quiet} />
      ))}
    </g>
  );
}

/** Marking the condition: a word, a click where it is, and a list that reads the same without the drawing. */
export function ConditionFields({
  value,
  onChange,
}: {
  readonly value: Condition;
  readonly onChange: (condition: Condition) => void;
}) {
  const { t } = useWords();
  const [word, setWord] = useState('');
  const add = (x: number, y: number) => {
    const said = word.trim() || t('jobs.marks.scratch');
    onChange({ ...value, points: [...value.points, { x, y, word: said }] });
  };
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('jobs.conditionHint')}
      </Text>
      <Group align="flex-start" wrap="nowrap">
        <ConditionDrawing condition={value} onPoint={add} />
        <Stack gap="xs" flex={1}>
          <SegmentedControl
            aria-label={t('jobs.outline.label')}
            value={value.outline}
            onChange={(outline) => onChange({ ...value, outline: outline as Condition['outline'] })}
            data={OUTLINES.map((one) => ({ value: one, label: t(`jobs.outline.${one}`) }))}
          />
          <TextInput
            label={t('jobs.mark')}
            placeholder={t('jobs.marks.scratch')}
            value={word}
            maxLength={60}
            onChange={(event) => setWord(event.currentTarget.value)}
          />
          <Group gap={4}>
            {commonMarks.map((mark) => (
              <QuietButton key={mark} onClick={() => setWord(t(`jobs.marks.${mark}`))}>
                {t(`jobs.marks.${mark}`)}
              </QuietButton>
            ))}
          </Group>
          <Button variant="default" onClick={() => add(50, 50)}>
            {t('jobs.markAdd')}
          </Button>
          <ol>
            {value.points.map((point, index) => (
              <li key={`${point.x} ${point.y} ${point.word}`}>
                <Group gap={4} justify="space-between">
                  <Text size="sm">{point.word}</Text>
                  <QuietButton
                    aria-label={t('jobs.markRemove', { number: index + 1 })}
                    onClick={() =>
                      onChange({ ...value, points: value.points.filter((one) => one !== point) })
                    }
                  >
                    {t('common.remove')}
                  </QuietButton>
                </Group>
              </li>
            ))}
          </ol>
        </Stack>
      </Group>
    </Stack>
  );
}
