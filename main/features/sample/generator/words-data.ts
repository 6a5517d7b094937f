/** Names of colours, metals and materials in both languages. */
import type { Colour, Metal, StrapKind } from './types.ts';

export interface Words {
  en: string;
  zh: string;
}

const w = (en: string, zh: string): Words => ({ en, zh });

export const COLOUR_WORDS: Readonly<Record<Colour, Words>> = {
  black: w('black', '黑色'),
  white: w('white', '白色'),
  silver: w('silver', '銀色'),
  grey: w('grey', '灰色'),
  blue: w('blue', '藍色'),
  'ice-blue': w('ice blue', '冰藍色'),
  navy: w('navy', '海軍藍'),
  green: w('green', '綠色'),
  olive: w('olive', '橄欖綠'),
  brown: w('brown', '棕色'),
  tan: w('tan', '淺啡色'),
  cream: w('cream', '奶白色'),
  champagne: w('champagne', '香檳色'),
  gold: w('gold', '金色'),
  pink: w('pink', '粉紅色'),
  salmon: w('salmon', '三文魚色'),
  red: w('red', '紅色'),
  burgundy: w('burgundy', '酒紅色'),
  purple: w('purple', '紫色'),
  turquoise: w('turquoise', '湖水綠'),
  orange: w('orange', '橙色'),
  yellow: w('yellow', '黃色'),
  'mother-of-pearl': w('mother-of-pearl', '珍珠貝母'),
};

export const METAL_WORDS: Readonly<Record<Metal, Words>> = {
  steel: w('steel', '精鋼'),
  titanium: w('titanium', '鈦金屬'),
  'yellow-gold': w('yellow gold', '黃金'),
  'rose-gold': w('rose gold', '玫瑰金'),
  'white-gold': w('white gold', '白金'),
  platinum: w('platinum', '鉑金'),
  'two-tone': w('steel and yellow gold', '鋼與黃金'),
  'two-tone-rose': w('steel and rose gold', '鋼與玫瑰金'),
  bronze: w('bronze', '青銅'),
  ceramic: w('ceramic', '陶瓷'),
  resin: w('resin', '樹脂'),
};

export const STRAP_WORDS: Readonly<Record<StrapKind, Words>> = {
  bracelet: w('bracelet', '金屬鏈帶'),
  mesh: w('mesh bracelet', '編織鏈帶'),
  leather: w('leather strap', '皮帶'),
  alligator: w('alligator strap', '鱷魚皮帶'),
  rubber: w('rubber strap', '橡膠帶'),
  nato: w('NATO strap', 'NATO 尼龍帶'),
  satin: w('satin strap', '緞帶'),
};

export const COMPLICATION_WORDS: Readonly<Record<string, Words>> = {
  date: w('date', '日曆'),
  'day-date': w('day and date', '星期日曆'),
  gmt: w('second time zone', '兩地時間'),
  chronograph: w('chronograph', '計時'),
  moonphase: w('moon phase', '月相'),
  'annual-calendar': w('annual calendar', '年曆'),
  'power-reserve': w('power reserve', '動力儲存'),
  'small-seconds': w('small seconds', '小秒針'),
  'world-time': w('world time', '世界時間'),
};

export const MOVEMENT_WORDS: Readonly<Record<string, Words>> = {
  automatic: w('automatic', '自動上鏈'),
  manual: w('hand-wound', '手動上鏈'),
  quartz: w('quartz', '石英'),
  solar: w('solar quartz', '光動能石英'),
  'spring-drive': w('Spring Drive', 'Spring Drive'),
};
