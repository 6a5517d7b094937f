import type { InterestPurpose } from '@shared/domain/allocation';
import type { Language } from '@shared/domain/languages';

type Said = Readonly<Record<Language, string>>;

/** What invented people say about watches that are hard to get. */
export const interestWords: {
  readonly reasons: readonly { readonly purpose: InterestPurpose; readonly text: Said }[];
  readonly ties: Said;
  readonly withdrawn: Said;
  readonly declined: Said;
  readonly override: Said;
  readonly evidence: Said;
  readonly criteriaNote: Said;
} = {
  reasons: [
    {
      purpose: 'wear',
      text: {
        en: 'Has looked for this dial for two years, would wear it daily',
        'zh-Hant': '找這個錶面兩年了，打算天天戴',
        'zh-Hans': '找这个表面两年了，打算天天戴',
      },
    },
    {
      purpose: 'unsaid',
      text: {
        en: 'Saw it in the window last year and never forgot it',
        'zh-Hant': '去年在櫥窗看見，一直記著',
        'zh-Hans': '去年在橱窗看见，一直记着',
      },
    },
    {
      purpose: 'collect',
      text: {
        en: 'The one missing between two he bought here',
        'zh-Hant': '在本店買的兩枚之間獨欠這款',
        'zh-Hans': '在本店买的两枚之间独欠这款',
      },
    },
    {
      purpose: 'wear',
      text: {
        en: 'Wants one good watch for his fortieth birthday',
        'zh-Hant': '想在四十歲時戴一枚好錶',
        'zh-Hans': '想在四十岁时戴一枚好表',
      },
    },
    {
      purpose: 'gift',
      text: {
        en: 'For her husband, when he retires',
        'zh-Hant': '送給丈夫，作退休禮物',
        'zh-Hans': '送给丈夫，作退休礼物',
      },
    },
    {
      purpose: 'wear',
      text: {
        en: 'Her father wore the same model',
        'zh-Hant': '父親當年也戴這款',
        'zh-Hans': '父亲当年也戴这款',
      },
    },
  ],
  ties: {
    en: 'The whole family has its watches serviced here',
    'zh-Hant': '一家人的腕錶都在這裡保養',
    'zh-Hans': '一家人的腕表都在这里保养',
  },
  withdrawn: {
    en: 'Found one elsewhere',
    'zh-Hant': '已在別處買到',
    'zh-Hans': '已在别处买到',
  },
  declined: {
    en: 'Would rather have the larger size',
    'zh-Hant': '寧願要大一號的尺寸',
    'zh-Hans': '宁愿要大一号的尺寸',
  },
  override: {
    en: 'Our mistake: a colleague told him in writing that this piece was his; the letter is in the file',
    'zh-Hant': '本店失誤：同事曾書面告知此件屬他，信件存檔',
    'zh-Hans': '本店失误：同事曾书面告知此件属他，信件存档',
  },
  evidence: {
    en: 'Advertised on a dealer’s page with our warranty card in the picture',
    'zh-Hant': '錶商網頁刊登，相中見本店保用證',
    'zh-Hans': '表商网页刊登，相中见本店保修卡',
  },
  criteriaNote: {
    en: 'Waiting counts more, spending less; agreed at the January meeting',
    'zh-Hant': '等候加分、消費減分；一月會議議定',
    'zh-Hans': '等候加分、消费减分；一月会议议定',
  },
};
