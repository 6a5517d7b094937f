/** Districts people live in; the buildings and streets of an address are invented. */

export interface Place {
  en: string;
  zh: string;
  weight: number;
}

const places = (rows: string): readonly Place[] =>
  rows
    .trim()
    .split(/,\s*/)
    .map((row) => {
      const [en = '', zh = '', weight = '1'] = row.split('|');
      return { en, zh, weight: Number(weight) };
    });

export const HONG_KONG_PLACES = places(`
  Tsim Sha Tsui|尖沙咀|6, Mong Kok|旺角|6, Kowloon Tong|九龍塘|4, Ho Man Tin|何文田|5, Hung Hom|紅磡|5, Sham Shui Po|深水埗|4,
  Cheung Sha Wan|長沙灣|4, Mei Foo|美孚|4, Kwun Tong|觀塘|5, Ngau Tau Kok|牛頭角|3, Kowloon Bay|九龍灣|3, Wong Tai Sin|黃大仙|4,
  Diamond Hill|鑽石山|3, Kai Tak|啟德|4, Tseung Kwan O|將軍澳|7, Sai Kung|西貢|2, Central|中環|2, Mid-Levels|半山|5, The Peak|山頂|1,
  Wan Chai|灣仔|4, Causeway Bay|銅鑼灣|4, Happy Valley|跑馬地|3, North Point|北角|4, Quarry Bay|鰂魚涌|4, Tai Koo|太古|4,
  Chai Wan|柴灣|3, Aberdeen|香港仔|3, Repulse Bay|淺水灣|1, Sha Tin|沙田|7, Ma On Shan|馬鞍山|4, Tai Po|大埔|4, Fanling|粉嶺|3,
  Sheung Shui|上水|3, Tuen Mun|屯門|5, Yuen Long|元朗|5, Tin Shui Wai|天水圍|3, Tsuen Wan|荃灣|5, Kwai Chung|葵涌|4,
  Tsing Yi|青衣|3, Tung Chung|東涌|3, Discovery Bay|愉景灣|1`);

export const MAINLAND_PLACES = places(`
  Shenzhen|深圳|10, Guangzhou|廣州|6, Dongguan|東莞|3, Zhuhai|珠海|2, Foshan|佛山|2, Shanghai|上海|4, Beijing|北京|3, Hangzhou|杭州|2,
  Chengdu|成都|1, Xiamen|厦门|1`);

export const MACAU: Place = { en: 'Macau', zh: '澳門', weight: 1 };

export const ESTATES_EN = [
  'Harbour Crest',
  'Jade Terrace',
  'Kite Court',
  'Bauhinia Garden',
  'Lantern Heights',
  'Osmanthus Villa',
  'Tide View',
  'Banyan Court',
  'Cedar Mansion',
  'Pearl Bay',
  'Maple Garden',
  'Sunrise Tower',
  'Ferry Point House',
  'Golden Reed Building',
];
export const ESTATES_ZH = [
  '港匯軒',
  '翠濤臺',
  '鳶飛閣',
  '紫荊花園',
  '燈影峰',
  '桂苑',
  '潮景灣',
  '榕蔭閣',
  '柏景大廈',
  '珍珠灣畔',
  '楓葉花園',
  '晨曦閣',
  '渡輪樓',
  '金蘆大廈',
];
