import type { JobStep, Symptom } from '@shared/domain/service-jobs';

/** One invented service job: when it came, by when it was promised, and what was done when. */
export interface JobStory {
  readonly daysAgo: number;
  /** Days from now to the day promised; past ones are negative. */
  readonly dueIn: number;
  readonly words: string;
  readonly symptoms: readonly Symptom[];
  readonly points: readonly { readonly x: number; readonly y: number; readonly word: string }[];
  /** In whole dollars. */
  readonly declared: number;
  readonly terms: {
    readonly mayOpen: boolean;
    readonly mayGoAbroad: boolean;
    readonly wantsPolish: boolean;
    readonly needsWaterTest: boolean;
  };
  readonly steps: readonly {
    readonly step: JobStep;
    readonly daysAgo: number;
    readonly detail?: Record<string, unknown>;
  }[];
  readonly handover?: { readonly subject: string; readonly question: string; readonly answer?: string };
}

const agreed = { mayOpen: true, mayGoAbroad: false, wantsPolish: false, needsWaterTest: false };
const send = (daysAgo: number) => ({ step: { step: 'send' }, daysAgo }) as const;
const estimate = (daysAgo: number, dollars: number, note: string) =>
  ({ step: { step: 'estimate', validUntil: '' }, daysAgo, detail: { minor: dollars * 100, note } }) as const;
const approve = (daysAgo: number, by: string) =>
  ({
    step: { step: 'approve', mayOpen: false, mayGoAbroad: false },
    daysAgo,
    detail: { by },
  }) as const;
const begin = (daysAgo: number) => ({ step: { step: 'begin' }, daysAgo }) as const;
const work = (daysAgo: number, kind: 'work' | 'part' | 'polish', what: string) =>
  ({ step: { step: 'work', kind }, daysAgo, detail: { what } }) as const;
const test = (daysAgo: number, kind: 'dry' | 'wet', passed: boolean) =>
  ({ step: { step: 'test', kind, passed }, daysAgo }) as const;
const finish = (daysAgo: number) => ({ step: { step: 'finish' }, daysAgo }) as const;
const tell = (daysAgo: number) => ({ step: { step: 'tell' }, daysAgo }) as const;
const collect = (daysAgo: number) => ({ step: { step: 'collect' }, daysAgo }) as const;

/** One job at every stage, and one in every queue. */
export const jobStories: readonly JobStory[] = [
  {
    daysAgo: 0,
    dueIn: 21,
    words: '行得慢，一日慢成三分鐘',
    symptoms: ['fast-slow'],
    points: [{ x: 62, y: 30, word: '刮痕' }],
    declared: 52_000,
    terms: agreed,
    steps: [],
  },
  {
    daysAgo: 4,
    dueIn: 14,
    words: 'It stopped twice this week, and the crown feels loose',
    symptoms: ['stopped', 'crown'],
    points: [
      { x: 86, y: 50, word: 'Crown loose' },
      { x: 40, y: 26, word: 'Dent' },
    ],
    declared: 78_000,
    terms: { ...agreed, needsWaterTest: true },
    steps: [send(3), test(2, 'dry', false)],
    handover: {
      subject: 'When is the estimate ready?',
      question: 'The customer leaves for London on Sunday and would like to decide before.',
    },
  },
  {
    daysAgo: 9,
    dueIn: 10,
    words: '游水之後鏡面有霧氣',
    symptoms: ['condensation', 'water'],
    points: [{ x: 50, y: 50, word: '鏡面起霧' }],
    declared: 46_000,
    terms: { ...agreed, needsWaterTest: true },
    steps: [send(9), test(8, 'dry', false), estimate(2, 4_800, 'Movement service, new gaskets and crown')],
  },
  {
    daysAgo: 16,
    dueIn: 8,
    words: 'Time for its service',
    symptoms: ['service'],
    points: [],
    declared: 130_000,
    terms: { ...agreed, mayGoAbroad: true },
    steps: [
      send(16),
      estimate(12, 7_200, 'Complete service at the maker'),
      approve(11, 'The owner'),
      {
        step: { step: 'move', to: 'workshop', isAbroad: true },
        daysAgo: 10,
        detail: { name: 'Maker’s workshop, Biel' },
      },
    ],
  },
  {
    daysAgo: 26,
    dueIn: -2,
    words: '跌過落地，錶面花咗',
    symptoms: ['damage', 'glass'],
    points: [{ x: 38, y: 44, word: '崩口' }],
    declared: 38_000,
    terms: { ...agreed, wantsPolish: true },
    steps: [
      send(26),
      estimate(20, 3_600, 'New glass, case polished as asked'),
      approve(19, '物主'),
      begin(6),
      work(5, 'part', 'Sapphire glass'),
    ],
    handover: {
      subject: '玻璃幾時到？',
      question: '客人問維修進度，答應咗禮拜三前做好。',
      answer: '玻璃已到，聽日做好打磨就可以。',
    },
  },
  {
    daysAgo: 20,
    dueIn: 2,
    words: 'Loses power overnight',
    symptoms: ['power'],
    points: [],
    declared: 64_000,
    terms: agreed,
    steps: [
      send(20),
      estimate(14, 2_900, 'New mainspring'),
      approve(13, 'The owner'),
      begin(5),
      work(4, 'part', 'Mainspring'),
      finish(1),
    ],
  },
  {
    daysAgo: 38,
    dueIn: -12,
    words: '錶帶扣鬆咗',
    symptoms: ['strap'],
    points: [{ x: 50, y: 92, word: '錶扣磨損' }],
    declared: 41_000,
    terms: agreed,
    steps: [
      send(38),
      estimate(34, 650, 'New clasp spring'),
      approve(33, '物主'),
      begin(20),
      work(20, 'part', 'Clasp spring'),
      finish(14),
      tell(12),
    ],
  },
  {
    daysAgo: 82,
    dueIn: -50,
    words: 'Makes a noise when I shake it',
    symptoms: ['noise'],
    points: [],
    declared: 35_000,
    terms: agreed,
    steps: [
      send(82),
      estimate(76, 1_900, 'Rotor bearing'),
      approve(75, 'The owner'),
      begin(60),
      work(58, 'part', 'Rotor bearing'),
      finish(52),
      tell(51),
    ],
  },
  {
    daysAgo: 70,
    dueIn: -36,
    words: '想做防水測試同保養',
    symptoms: ['service', 'water'],
    points: [{ x: 30, y: 60, word: '刮痕' }],
    declared: 58_000,
    terms: { ...agreed, needsWaterTest: true },
    steps: [
      send(70),
      test(68, 'dry', true),
      estimate(66, 5_400, 'Complete service, gaskets'),
      approve(65, '物主'),
      begin(50),
      work(48, 'work', 'Movement cleaned, oiled and regulated'),
      test(42, 'dry', true),
      test(42, 'wet', true),
      finish(41),
      tell(40),
      collect(37),
    ],
  },
  {
    daysAgo: 40,
    dueIn: -9,
    words: 'Loses a minute a day',
    symptoms: ['fast-slow'],
    points: [],
    declared: 46_000,
    terms: agreed,
    steps: [
      send(40),
      estimate(36, 2_600, 'Demagnetised, regulated, new gaskets'),
      approve(35, 'The owner'),
      begin(20),
      work(18, 'work', 'Demagnetised and regulated'),
      finish(8),
      tell(7),
      collect(4),
    ],
  },
  {
    daysAgo: 110,
    dueIn: -80,
    words: '換電池',
    symptoms: ['stopped'],
    points: [],
    declared: 12_000,
    terms: agreed,
    steps: [
      send(110),
      estimate(108, 450, 'Battery, gasket'),
      approve(108, '物主'),
      begin(100),
      work(99, 'part', 'Battery'),
      finish(98),
      tell(97),
      collect(95),
    ],
  },
];
