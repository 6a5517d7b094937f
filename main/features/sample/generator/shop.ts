/** The invented shop: its name, hours, people, policies and tiers. */
import { Random } from './random.ts';
import type { SampleRole, SampleShop, SampleStaff, SampleWarrantyPolicy } from './types.ts';

const WARRANTY_POLICIES: SampleWarrantyPolicy[] = [
  {
    id: 'rolex-2015',
    brand: 'Rolex',
    version: '2015-07',
    validFrom: '2015-07-01',
    warrantyMonths: 60,
    extendedMonths: null,
    serviceMonthsMin: 120,
    serviceMonthsMax: 120,
    waterTestMonths: 24,
    batteryMonths: null,
    noteEn:
      'Five years from the date of sale. Service about every ten years, depending on the model and its use.',
    noteZhHant: '自售出日起五年保養。視乎型號及使用情況，約每十年保養一次。',
  },
  {
    id: 'omega-2018',
    brand: 'Omega',
    version: '2018-11',
    validFrom: '2018-11-01',
    warrantyMonths: 60,
    extendedMonths: null,
    serviceMonthsMin: 60,
    serviceMonthsMax: 96,
    waterTestMonths: 12,
    batteryMonths: 36,
    noteEn:
      'Five years for watches sold since November 2018. Service every five to eight years; water test every year.',
    noteZhHant: '2018 年 11 月起售出之腕錶享五年保養。建議每五至八年保養一次，每年檢查防水。',
  },
  {
    id: 'cartier-2019',
    brand: 'Cartier',
    version: '2019-11',
    validFrom: '2019-11-01',
    warrantyMonths: 24,
    extendedMonths: 96,
    serviceMonthsMin: 60,
    serviceMonthsMax: 72,
    waterTestMonths: 24,
    batteryMonths: 36,
    noteEn: 'Two years; up to eight years in total when registered while still in warranty.',
    noteZhHant: '兩年保養；於保養期內登記，可延長至合共最多八年。',
  },
  {
    id: 'patek-2020',
    brand: 'Patek Philippe',
    version: '2020-01',
    validFrom: '2020-01-01',
    warrantyMonths: 24,
    extendedMonths: null,
    serviceMonthsMin: 60,
    serviceMonthsMax: 60,
    waterTestMonths: 24,
    batteryMonths: 30,
    noteEn: 'Two years. Service every five years; batteries every two to three.',
    noteZhHant: '兩年保養。建議每五年保養一次，電池約每兩至三年更換。',
  },
  {
    id: 'house-2021',
    brand: null,
    version: '2021-01',
    validFrom: '2021-01-01',
    warrantyMonths: 24,
    extendedMonths: 36,
    serviceMonthsMin: 48,
    serviceMonthsMax: 60,
    waterTestMonths: 24,
    batteryMonths: 30,
    noteEn: "The shop's own policy: two years, three for members who register.",
    noteZhHant: '本店保養：兩年；會員登記可延長至三年。',
  },
];

export function sampleShop(): SampleShop {
  const long = { opens: '11:00', closes: '21:00' };
  const usual = { opens: '11:00', closes: '20:30' };
  return {
    nameEn: 'Harbour Hours Watches & Gifts',
    nameZhHant: '港時鐘錶禮品',
    nameZhHans: '港时钟表礼品',
    addressEn: 'Shop 12, G/F, Sample Arcade, 1 Example Road, Tsim Sha Tsui, Kowloon, Hong Kong',
    addressZhHant: '香港九龍尖沙咀示範道 1 號示範商場地下 12 號舖',
    addressZhHans: '香港九龙尖沙咀示范道 1 号示范商场地下 12 号铺',
    hotline: '+852 2123 4567',
    email: 'counter@harbourhours.example',
    currency: 'HKD',
    languages: ['zh-Hant', 'zh-Hans', 'en'],
    memberPrefix: 'HH',
    counters: [
      { code: 'C1', nameEn: 'Watch counter', nameZhHant: '腕錶櫃位' },
      { code: 'C2', nameEn: 'Gift counter', nameZhHant: '禮品櫃位' },
    ],
    openingHours: [
      { weekday: 0, opens: '12:00', closes: '20:00' },
      { weekday: 1, ...usual },
      { weekday: 2, ...usual },
      { weekday: 3, ...usual },
      { weekday: 4, ...usual },
      { weekday: 5, ...long },
      { weekday: 6, ...long },
    ],
    warrantyPolicies: WARRANTY_POLICIES.map((policy) => ({ ...policy })),
    noticeVersions: [
      { id: 'pics-1', version: '1.0', validFrom: '2013-04-01' },
      { id: 'pics-2', version: '2.0', validFrom: '2023-01-01' },
    ],
    vipTiers: [
      { id: 'silver', nameEn: 'Silver', nameZhHant: '銀卡', nameZhHans: '银卡', minSpend: 12_000_000 },
      { id: 'gold', nameEn: 'Gold', nameZhHant: '金卡', nameZhHans: '金卡', minSpend: 30_000_000 },
      { id: 'diamond', nameEn: 'Diamond', nameZhHant: '鑽石卡', nameZhHans: '钻石卡', minSpend: 100_000_000 },
    ],
  };
}

const PEOPLE: [string, string, string, SampleRole, string][] = [
  ['Winnie', 'Cheung Wing Yan, Winnie', '張詠茵', 'manager', '2009-03-02'],
  ['Raymond', 'Lai Kwok Ming, Raymond', '黎國明', 'manager', '2014-08-18'],
  ['Carmen', 'Yip Ka Man, Carmen', '葉嘉雯', 'advisor', '2012-05-07'],
  ['Jason', 'Tse Chun Hei, Jason', '謝俊希', 'advisor', '2016-10-03'],
  ['Phoebe', 'Au Yeung Sze Wan, Phoebe', '歐陽詩韻', 'advisor', '2018-02-26'],
  ['Marco', 'Fong Ho Long, Marco', '方浩朗', 'advisor', '2019-07-15'],
  ['Xiao Lin', 'Lin Yutong', '林雨桐', 'advisor', '2020-09-21'],
  ['Master Ho', 'Ho Shing Keung', '何成強', 'service', '2007-11-12'],
];

export function sampleStaff(seed: number): SampleStaff[] {
  const random = new Random(seed, 'staff');
  return PEOPLE.map(([shortName, nameEn, nameZhHant, role, joinedOn]) => ({
    id: random.uuid7(Date.parse(`${joinedOn}T02:00:00Z`)),
    shortName,
    nameEn,
    nameZhHant,
    role,
    joinedOn,
    language: shortName === 'Xiao Lin' ? 'zh-Hans' : 'zh-Hant',
  }));
}
