/**
 * Invented makers, so that most of the catalogue belongs to nobody else. The families are crossed with their dials
 * and straps to give as many references as the catalogue needs.
 */
import type { BezelKind, CaseShape, Colour, DialStyle, Metal, Movement, StrapKind } from './types.ts';

export interface HouseFamily {
  brand: string;
  brandZh: string;
  family: string;
  familyZh: string;
  referencePrefix: string;
  wearer: 'men' | 'women' | 'unisex';
  shape: CaseShape;
  caseMm: number;
  thicknessMm: number;
  lugWidthMm: number;
  bezel: BezelKind;
  dialStyle: DialStyle;
  calibre: string;
  movement: Movement;
  powerReserveHours: number | null;
  waterResistanceM: number;
  complications: string[];
  /** HK$ for the plainest of the family. */
  price: number;
  dials: Colour[];
  metals: Metal[];
  straps: [StrapKind, Colour | null][];
}

export const HOUSE_BRANDS: Readonly<Record<string, string>> = {
  'Harbour Hours': '港時',
  Aldermoor: '雅德摩',
  Verrin: '韋朗',
  Kitefin: '鳶鰭',
  Osmanthe: '桂月',
};

const family = (
  brand: string,
  [name, nameZh, referencePrefix]: [string, string, string],
  [wearer, shape, caseMm, thicknessMm, lugWidthMm]: [
    'men' | 'women' | 'unisex',
    CaseShape,
    number,
    number,
    number,
  ],
  [bezel, dialStyle]: [BezelKind, DialStyle],
  [calibre, movement, powerReserveHours, waterResistanceM, complications]: [
    string,
    Movement,
    number | null,
    number,
    string[],
  ],
  price: number,
  dials: Colour[],
  metals: Metal[],
  straps: [StrapKind, Colour | null][],
): HouseFamily => ({
  brand,
  brandZh: HOUSE_BRANDS[brand] ?? brand,
  family: name,
  familyZh: nameZh,
  referencePrefix,
  wearer,
  shape,
  caseMm,
  thicknessMm,
  lugWidthMm,
  bezel,
  dialStyle,
  calibre,
  movement,
  powerReserveHours,
  waterResistanceM,
  complications,
  price,
  dials,
  metals,
  straps,
});

export const HOUSE_FAMILIES: readonly HouseFamily[] = [
  family(
    'Harbour Hours',
    ['Star Ferry', '天星', 'HH-SF'],
    ['unisex', 'round', 38, 8.4, 20],
    ['smooth', 'batons'],
    ['HQ-11', 'quartz', null, 50, ['date']],
    1680,
    ['green', 'white', 'navy', 'black'],
    ['steel', 'rose-gold'],
    [
      ['leather', 'brown'],
      ['bracelet', null],
      ['nato', 'olive'],
    ],
  ),
  family(
    'Harbour Hours',
    ['Tram 1904', '叮叮', 'HH-TR'],
    ['unisex', 'square', 32, 7.8, 18],
    ['smooth', 'arabic'],
    ['HQ-11', 'quartz', null, 30, []],
    1480,
    ['cream', 'green', 'red', 'black'],
    ['steel'],
    [
      ['leather', 'black'],
      ['leather', 'tan'],
    ],
  ),
  family(
    'Harbour Hours',
    ['Peak', '山頂', 'HH-PK'],
    ['men', 'round', 41, 11.2, 20],
    ['diver', 'diver'],
    ['HA-24', 'automatic', 42, 200, ['date']],
    4280,
    ['black', 'blue', 'green', 'orange'],
    ['steel'],
    [
      ['bracelet', null],
      ['rubber', 'black'],
    ],
  ),
  family(
    'Harbour Hours',
    ['Neon', '霓虹', 'HH-NE'],
    ['women', 'round', 30, 7.2, 16],
    ['smooth', 'diamonds'],
    ['HQ-08', 'quartz', null, 30, []],
    1980,
    ['mother-of-pearl', 'pink', 'purple', 'turquoise'],
    ['steel', 'two-tone-rose'],
    [
      ['bracelet', null],
      ['leather', 'pink'],
      ['mesh', null],
    ],
  ),
  family(
    'Aldermoor',
    ['Evensong', '晚禱', 'AM-1'],
    ['men', 'round', 39, 9.1, 20],
    ['smooth', 'breguet'],
    ['A-101', 'manual', 60, 30, ['small-seconds']],
    18800,
    ['cream', 'salmon', 'blue', 'grey'],
    ['steel', 'rose-gold'],
    [
      ['alligator', 'brown'],
      ['alligator', 'black'],
    ],
  ),
  family(
    'Aldermoor',
    ['Almanac', '曆書', 'AM-7'],
    ['men', 'round', 40, 11.4, 20],
    ['smooth', 'roman'],
    ['A-320', 'automatic', 72, 50, ['moonphase', 'date']],
    32800,
    ['white', 'navy', 'grey'],
    ['steel', 'rose-gold'],
    [
      ['alligator', 'navy'],
      ['alligator', 'brown'],
    ],
  ),
  family(
    'Aldermoor',
    ['Cloister', '迴廊', 'AM-3'],
    ['unisex', 'rectangular', 34, 7.6, 18],
    ['smooth', 'roman'],
    ['A-88', 'manual', 46, 30, []],
    15600,
    ['silver', 'burgundy', 'green'],
    ['steel', 'yellow-gold'],
    [
      ['alligator', 'black'],
      ['alligator', 'burgundy'],
    ],
  ),
  family(
    'Verrin',
    ['Circuit', '賽道', 'VR-C'],
    ['men', 'round', 41, 13.6, 20],
    ['tachymeter', 'batons'],
    ['V-7750', 'automatic', 54, 100, ['chronograph', 'date']],
    21800,
    ['white', 'black', 'blue', 'red'],
    ['steel', 'titanium'],
    [
      ['bracelet', null],
      ['rubber', 'black'],
      ['leather', 'tan'],
    ],
  ),
  family(
    'Verrin',
    ['Octant', '八分儀', 'VR-O'],
    ['men', 'octagonal', 40, 10.1, 22],
    ['screws', 'batons'],
    ['V-200', 'automatic', 60, 100, ['date']],
    16800,
    ['blue', 'grey', 'green', 'salmon'],
    ['steel', 'titanium', 'two-tone'],
    [
      ['bracelet', null],
      ['rubber', 'navy'],
    ],
  ),
  family(
    'Verrin',
    ['Meridian', '子午', 'VR-M'],
    ['men', 'round', 40, 12.4, 20],
    ['gmt', 'diver'],
    ['V-310', 'automatic', 70, 200, ['date', 'gmt']],
    19800,
    ['black', 'white', 'blue'],
    ['steel', 'bronze'],
    [
      ['bracelet', null],
      ['nato', 'navy'],
    ],
  ),
  family(
    'Kitefin',
    ['Reef 300', '礁石 300', 'KF-3'],
    ['men', 'cushion', 42, 12.8, 22],
    ['diver', 'diver'],
    ['K-26', 'automatic', 41, 300, ['date']],
    6980,
    ['black', 'blue', 'turquoise', 'orange', 'yellow'],
    ['steel', 'bronze'],
    [
      ['rubber', 'black'],
      ['bracelet', null],
      ['nato', 'grey'],
    ],
  ),
  family(
    'Kitefin',
    ['Sounder', '測深', 'KF-S'],
    ['unisex', 'tonneau', 38, 11.6, 20],
    ['smooth', 'arabic'],
    ['KS-5', 'solar', null, 200, ['day-date']],
    3680,
    ['olive', 'black', 'white'],
    ['titanium', 'ceramic'],
    [
      ['nato', 'olive'],
      ['rubber', 'black'],
    ],
  ),
  family(
    'Osmanthe',
    ['Lantern', '燈影', 'OS-L'],
    ['women', 'round', 32, 8.1, 16],
    ['diamonds', 'plain'],
    ['O-12', 'quartz', null, 30, []],
    8800,
    ['mother-of-pearl', 'burgundy', 'ice-blue', 'champagne'],
    ['steel', 'rose-gold'],
    [
      ['satin', 'burgundy'],
      ['bracelet', null],
      ['alligator', 'white'],
    ],
  ),
  family(
    'Osmanthe',
    ['Plum Rain', '梅雨', 'OS-P'],
    ['women', 'tonneau', 28, 7.5, 14],
    ['smooth', 'roman'],
    ['O-12', 'quartz', null, 30, ['small-seconds']],
    5680,
    ['pink', 'silver', 'green'],
    ['steel', 'two-tone-rose'],
    [
      ['leather', 'pink'],
      ['bracelet', null],
      ['mesh', null],
    ],
  ),
  family(
    'Osmanthe',
    ['Moon Gate', '月門', 'OS-M'],
    ['women', 'round', 34, 9.4, 17],
    ['smooth', 'diamonds'],
    ['O-30', 'automatic', 50, 30, ['moonphase']],
    13800,
    ['blue', 'white', 'purple'],
    ['steel', 'rose-gold'],
    [
      ['alligator', 'blue'],
      ['bracelet', null],
    ],
  ),
];
