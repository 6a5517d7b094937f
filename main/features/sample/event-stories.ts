import type { EventKind, OwnEventKind, Reply } from '@shared/domain/events';
import type { Language } from '@shared/domain/languages';

type Said = Readonly<Record<Language, string>>;
const nothing: Said = { en: '', 'zh-Hant': '', 'zh-Hans': '' };

/** How an evening goes for one guest; every so many guests it begins again. */
interface Part {
  readonly isAsked: boolean;
  readonly reply: Reply | null;
  readonly persons: number;
  /** With how many they came; null: they did not. */
  readonly came: number | null;
  /** Minutes after the beginning. */
  readonly late: number;
  readonly isPromised?: boolean;
  /** Nobody has decided yet what follows. */
  readonly isWaiting?: boolean;
  /** Of a cancelled event: they know. */
  readonly isTold?: boolean;
  readonly note: Said;
}

export interface EventStory {
  readonly kind: EventKind;
  readonly name: string;
  readonly place: string;
  /** Days from today; before it where negative. */
  readonly startsIn: number;
  readonly from: string;
  readonly to: string;
  readonly answerDays: number;
  readonly capacity: number;
  readonly words: string;
  readonly budget: number;
  readonly spent: number | null;
  readonly unnamed: number;
  readonly guests: number;
  /** Of the guests, those who bought something in the weeks after. */
  readonly buyers: number;
  readonly promise: Said;
  readonly kept: Said;
  /** It does not take place: since when, in days, and why. */
  readonly cancelled?: { readonly daysAgo: number; readonly reason: string };
  readonly parts: readonly Part[];
}

const came = (persons: number, late: number, more: Partial<Part> = {}): Part => ({
  isAsked: true,
  reply: 'coming',
  persons,
  came: persons,
  late,
  note: nothing,
  ...more,
});

const liked: Said = {
  en: 'Looked long at the moon phase',
  'zh-Hant': '對月相錶看了很久',
  'zh-Hans': '对月相表看了很久',
};
const wheelchair: Said = { en: 'Needs the lift', 'zh-Hant': '需用升降機', 'zh-Hans': '需用升降机' };

export const eventStories: readonly EventStory[] = [
  {
    kind: 'private-viewing',
    name: 'An evening with the watchmaker · 製錶師之夜',
    place: 'Harbour Gallery, 3/F · 海港畫廊三樓',
    startsIn: -66,
    from: '18:30',
    to: '21:30',
    answerDays: 7,
    capacity: 40,
    words: 'Twelve pieces of the season, and the watchmaker who finished them.',
    budget: 48_000,
    spent: 43_650,
    unnamed: 2,
    guests: 34,
    buyers: 14,
    promise: {
      en: 'Ring about the piece they looked at',
      'zh-Hant': '就當晚看過的錶款致電',
      'zh-Hans': '就当晚看过的表款致电',
    },
    kept: {
      en: 'Rang; will come in to try it again',
      'zh-Hant': '已致電，會再來店試戴',
      'zh-Hans': '已致电，会再来店试戴',
    },
    parts: [
      came(2, 8, { isPromised: true, note: liked }),
      { isAsked: true, reply: 'not-coming', persons: 1, came: null, late: 0, note: nothing },
      came(1, 14),
      { isAsked: true, reply: null, persons: 1, came: null, late: 0, note: nothing },
      came(2, 25, { came: 3 }),
      { isAsked: true, reply: 'coming', persons: 1, came: null, late: 0, note: nothing },
      came(1, 3, { isPromised: true }),
      { isAsked: true, reply: null, persons: 1, came: null, late: 0, note: nothing },
      { isAsked: true, reply: 'maybe', persons: 2, came: 1, late: 41, note: nothing },
      { isAsked: true, reply: 'not-coming', persons: 1, came: null, late: 0, note: nothing },
      { isAsked: false, reply: null, persons: 1, came: 1, late: 55, note: nothing },
    ],
  },
  {
    kind: 'launch',
    name: 'First look: the spring colours · 春色先睹',
    place: 'At the counter · 本店',
    startsIn: 12,
    from: '19:00',
    to: '21:00',
    answerDays: 13,
    capacity: 24,
    words: 'Straps and dials of the spring, a week before anybody else sees them.',
    budget: 18_000,
    spent: null,
    unnamed: 0,
    guests: 20,
    buyers: 0,
    promise: nothing,
    kept: nothing,
    parts: [
      { isAsked: true, reply: 'coming', persons: 2, came: null, late: 0, note: wheelchair },
      { isAsked: true, reply: 'coming', persons: 1, came: null, late: 0, note: nothing },
      { isAsked: true, reply: null, persons: 1, came: null, late: 0, note: nothing },
      { isAsked: false, reply: null, persons: 1, came: null, late: 0, note: nothing },
      { isAsked: true, reply: 'not-coming', persons: 1, came: null, late: 0, note: nothing },
      { isAsked: false, reply: null, persons: 1, came: null, late: 0, note: nothing },
      { isAsked: true, reply: 'maybe', persons: 2, came: null, late: 0, note: nothing },
    ],
  },
];

/** An evening of last week, whose guests wait for a word, and one that will not take place. */
export const recentEventStories: readonly EventStory[] = [
  {
    kind: 'workshop',
    name: 'Winding, setting, wearing · 上鏈、校時、佩戴',
    place: 'At the counter · 本店',
    startsIn: -9,
    from: '19:00',
    to: '21:00',
    answerDays: 4,
    capacity: 16,
    words: 'An hour with the service desk: how a watch is wound, set and kept.',
    budget: 6_000,
    spent: 5_180,
    unnamed: 0,
    guests: 13,
    buyers: 3,
    promise: {
      en: 'Ring about a time for the water test',
      'zh-Hant': '就防水測試時間致電',
      'zh-Hans': '就防水测试时间致电',
    },
    kept: {
      en: 'Rang; brings it on Saturday',
      'zh-Hant': '已致電，星期六帶來',
      'zh-Hans': '已致电，星期六带来',
    },
    parts: [
      came(1, 4, { isWaiting: true, note: liked }),
      came(2, 9, { isPromised: true }),
      { isAsked: true, reply: 'not-coming', persons: 1, came: null, late: 0, note: nothing },
      came(1, 12, { isWaiting: true }),
      came(1, 2),
      { isAsked: true, reply: null, persons: 1, came: null, late: 0, note: nothing },
      { isAsked: true, reply: 'coming', persons: 1, came: null, late: 0, note: nothing },
      came(2, 17, { isWaiting: true, note: wheelchair }),
    ],
  },
  {
    kind: 'dinner',
    name: 'Dinner on the terrace · 露台晚宴',
    place: 'Harbour Gallery, roof · 海港畫廊天台',
    startsIn: 5,
    from: '19:30',
    to: '22:30',
    answerDays: 6,
    capacity: 12,
    words: 'Eight guests, one long table, and the pieces that are not in the window.',
    budget: 22_000,
    spent: null,
    unnamed: 0,
    guests: 8,
    buyers: 0,
    promise: nothing,
    kept: nothing,
    cancelled: { daysAgo: 1, reason: 'The terrace is closed for repairs · 天台需維修' },
    parts: [
      { isAsked: true, reply: 'coming', persons: 2, came: null, late: 0, isTold: true, note: nothing },
      { isAsked: true, reply: 'coming', persons: 2, came: null, late: 0, note: nothing },
      { isAsked: true, reply: 'not-coming', persons: 1, came: null, late: 0, note: nothing },
      { isAsked: true, reply: 'maybe', persons: 1, came: null, late: 0, note: nothing },
    ],
  },
];

interface OwnEventStory {
  readonly kind: OwnEventKind;
  readonly name: Said;
  readonly place: Said;
  readonly heldIn: number;
  readonly words: Said;
  readonly isDiscreet: boolean;
}

export const ownEventStories: readonly OwnEventStory[] = [
  {
    kind: 'wedding',
    name: { en: 'Wedding of the daughter', 'zh-Hant': '女兒出嫁', 'zh-Hans': '女儿出嫁' },
    place: { en: 'Repulse Bay', 'zh-Hant': '淺水灣', 'zh-Hans': '浅水湾' },
    heldIn: 10,
    words: {
      en: 'White flowers; they wear the pair bought last year',
      'zh-Hant': '喜白花；會戴去年買的對錶',
      'zh-Hans': '喜白花；会戴去年买的对表',
    },
    isDiscreet: false,
  },
  {
    kind: 'exhibition',
    name: {
      en: 'Opening of her photographs',
      'zh-Hant': '攝影展開幕',
      'zh-Hans': '摄影展开幕',
    },
    place: { en: 'Arts Centre', 'zh-Hant': '藝術中心', 'zh-Hans': '艺术中心' },
    heldIn: 33,
    words: { en: 'Invited us', 'zh-Hant': '邀請了我們', 'zh-Hans': '邀请了我们' },
    isDiscreet: false,
  },
  {
    kind: 'engagement',
    name: { en: 'Wants to propose', 'zh-Hant': '準備求婚', 'zh-Hans': '准备求婚' },
    place: { en: '', 'zh-Hant': '', 'zh-Hans': '' },
    heldIn: 6,
    words: {
      en: 'Nobody knows: no call to the house',
      'zh-Hant': '沒有人知道：不可致電住所',
      'zh-Hans': '没有人知道：不可致电住所',
    },
    isDiscreet: true,
  },
  {
    kind: 'club-dinner',
    name: { en: 'Dinner of the sailing club', 'zh-Hant': '遊艇會晚宴', 'zh-Hans': '游艇会晚宴' },
    place: { en: 'Causeway Bay', 'zh-Hant': '銅鑼灣', 'zh-Hans': '铜锣湾' },
    heldIn: 19,
    words: { en: 'He chairs it this year', 'zh-Hant': '今年由他主持', 'zh-Hans': '今年由他主持' },
    isDiscreet: false,
  },
];
