import type { Programme, ProgrammeResult } from '../contract/programmes';
import { formatDate } from '../domain/dates';
import type { Language } from '../domain/languages';
import { formatMoney, wholeMoney } from '../domain/money';
import { fewestToTell } from '../domain/programmes';
import { defineWords } from './define';

const sentences = defineWords(
  {
    goal: {
      repeat: '{{target}} buy again within {{days}} days',
      spend: '{{target}} from each customer within {{days}} days',
      attendance: '{{target}} come to its event within {{days}} days',
    },
    figures: {
      repeat: 'Bought again: {{treated}} of those in the programme, {{heldOut}} of those held out.',
      spend: 'Spent on average: {{treated}} by those in the programme, {{heldOut}} by those held out.',
      attendance: 'Came: {{treated}} of those in the programme, {{heldOut}} of those held out.',
    },
    points: ' percentage points',
    more: 'Between {{low}} and {{high}}{{unit}} more than without it: hardly chance.',
    less: 'Between {{low}} and {{high}}{{unit}} less than without it: it seems to have done harm.',
    chance: 'Anything from {{low}} less to {{high}}{{unit}} more: this could be chance.',
    unknown: 'There is nobody to compare with.',
    thin: 'Too few to tell: the smaller group holds {{count}} customers. Below {{least}} even a large difference hardly shows, and a small one means nothing.',
    running: 'So far: purchases count until {{date}}.',
    reached: 'The goal was reached: {{goal}}.',
    missed: 'The goal was not reached: {{goal}}.',
    notYet: 'The goal is not reached yet: {{goal}}.',
    leftOut: 'Left out: {{count}} whose record was merged with one of the other group.',
  },
  {
    goal: {
      repeat: '{{days}} 天內 {{target}} 顧客再次購買',
      spend: '{{days}} 天內每位顧客消費 {{target}}',
      attendance: '{{days}} 天內 {{target}} 顧客出席活動',
    },
    figures: {
      repeat: '再次購買：計劃內 {{treated}}，對照組 {{heldOut}}。',
      spend: '平均消費：計劃內 {{treated}}，對照組 {{heldOut}}。',
      attendance: '出席：計劃內 {{treated}}，對照組 {{heldOut}}。',
    },
    points: ' 個百分點',
    more: '比沒有計劃多 {{low}} 至 {{high}}{{unit}}：不大可能是偶然。',
    less: '比沒有計劃少 {{low}} 至 {{high}}{{unit}}：計劃似乎有反效果。',
    chance: '由少 {{low}} 至多 {{high}}{{unit}}都有可能：可能只是偶然。',
    unknown: '沒有可供比較的顧客。',
    thin: '人數太少，難以判斷：較小的一組只有 {{count}} 位。少於 {{least}} 位時，即使差別大也難看出，差別小則毫無意義。',
    running: '暫時結果：購買計算至 {{date}}。',
    reached: '已達目標：{{goal}}。',
    missed: '未達目標：{{goal}}。',
    notYet: '尚未達到目標：{{goal}}。',
    leftOut: '不計：{{count}} 位，其紀錄與另一組的紀錄合併。',
  },
  {
    goal: {
      repeat: '{{days}} 天内 {{target}} 顾客再次购买',
      spend: '{{days}} 天内每位顾客消费 {{target}}',
      attendance: '{{days}} 天内 {{target}} 顾客出席活动',
    },
    figures: {
      repeat: '再次购买：计划内 {{treated}}，对照组 {{heldOut}}。',
      spend: '平均消费：计划内 {{treated}}，对照组 {{heldOut}}。',
      attendance: '出席：计划内 {{treated}}，对照组 {{heldOut}}。',
    },
    points: ' 个百分点',
    more: '比没有计划多 {{low}} 至 {{high}}{{unit}}：不大可能是偶然。',
    less: '比没有计划少 {{low}} 至 {{high}}{{unit}}：计划似乎有反效果。',
    chance: '由少 {{low}} 至多 {{high}}{{unit}}都有可能：可能只是偶然。',
    unknown: '没有可供比较的顾客。',
    thin: '人数太少，难以判断：较小的一组只有 {{count}} 位。少于 {{least}} 位时，即使差别大也难看出，差别小则毫无意义。',
    running: '暂时结果：购买计算至 {{date}}。',
    reached: '已达目标：{{goal}}。',
    missed: '未达目标：{{goal}}。',
    notYet: '尚未达到目标：{{goal}}。',
    leftOut: '不计：{{count}} 位，其记录与另一组的记录合并。',
  },
);

const fill = (text: string, values: Readonly<Record<string, string | number>>) =>
  text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole));

/** A share as people say it: whole percents, one decimal where a whole one would say nothing. */
function percent(share: number): string {
  const value = share * 100;
  return `${Math.abs(value) < 1 && value !== 0 ? value.toFixed(1) : Math.round(value)}%`;
}

type Measured = Pick<Programme, 'goal' | 'currency'>;

/** A figure of a programme in words: a share, or an amount for each customer. */
export function programmeFigure(value: number, { goal, currency }: Measured, language: Language): string {
  return goal.kind === 'spend' ? formatMoney(wholeMoney(value, currency), language) : percent(value);
}

/** The goal's own number in words. */
export function targetInWords({ goal, currency }: Measured, language: Language): string {
  const value = goal.kind === 'spend' ? goal.target : goal.target / 10_000;
  return programmeFigure(value, { goal, currency }, language);
}

/** What a programme wants to reach, as one sentence. */
export function goalInWords(programme: Measured, language: Language): string {
  const { kind, days } = programme.goal;
  return fill(sentences[language].goal[kind], { target: targetInWords(programme, language), days });
}

export interface ResultWords {
  /** Both figures. */
  readonly figures: string;
  /** How large the difference may truly be, and whether it can be chance. */
  readonly difference: string;
  readonly goal: string;
  /** What takes from the result's weight: too few, still running, somebody left out. */
  readonly warnings: readonly string[];
}

/** A result in plain words, for the window and for paper. */
export function resultInWords(
  programme: Pick<Programme, 'goal' | 'currency' | 'start'>,
  result: ProgrammeResult,
  language: Language,
): ResultWords {
  const words = sentences[language];
  const { treated, heldOut, difference, verdict, isThin, isReached, leftOut } = result;
  const isMoney = programme.goal.kind === 'spend';
  const size = (value: number) => {
    const figure = programmeFigure(Math.abs(value), programme, language);
    return isMoney ? figure : figure.replace('%', '');
  };
  const isOver = programme.start?.isOver ?? false;
  const goal = goalInWords(programme, language);
  // Of what is less, the smaller amount is the upper end.
  const ends: Readonly<Record<string, string>> = difference
    ? verdict === 'less'
      ? { low: size(difference.high), high: size(difference.low) }
      : { low: size(difference.low), high: size(difference.high) }
    : {};
  return {
    figures: fill(words.figures[programme.goal.kind], {
      treated: programmeFigure(treated.value, programme, language),
      heldOut: programmeFigure(heldOut.value, programme, language),
    }),
    difference: fill(words[verdict], { ...ends, unit: isMoney ? '' : words.points }),
    goal: fill(isReached ? words.reached : isOver ? words.missed : words.notYet, { goal }),
    warnings: [
      ...(isThin
        ? [fill(words.thin, { count: Math.min(treated.people, heldOut.people), least: fewestToTell })]
        : []),
      ...(programme.start && !isOver
        ? [fill(words.running, { date: formatDate(programme.start.lastDay, language) })]
        : []),
      ...(leftOut > 0 ? [fill(words.leftOut, { count: leftOut })] : []),
    ],
  };
}
