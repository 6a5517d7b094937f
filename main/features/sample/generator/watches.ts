/** Watches: real references and the invented houses, as drafts of products. */
import { type Draft, numbered } from './draft.ts';
import type { HouseFamily } from './house-watches-data.ts';
import type {
  BezelKind,
  CaseShape,
  Colour,
  DialStyle,
  Metal,
  Movement,
  StrapKind,
  WatchAttributes,
} from './types.ts';
import { WATCH_BRANDS } from './watches-data.ts';
import { COLOUR_WORDS, COMPLICATION_WORDS, METAL_WORDS, MOVEMENT_WORDS, STRAP_WORDS } from './words-data.ts';

const SHAPES: Readonly<Record<string, CaseShape>> = {
  R: 'rectangular',
  S: 'square',
  T: 'tonneau',
  C: 'cushion',
  O: 'octagonal',
};
const PRECIOUS: ReadonlySet<Metal> = new Set<Metal>([
  'yellow-gold',
  'rose-gold',
  'white-gold',
  'platinum',
  'two-tone',
  'two-tone-rose',
]);

function orNull(text: string): number | null {
  return text === '' ? null : Number(text);
}

interface ParsedWatch {
  attributes: WatchAttributes;
  family: string;
  familyZh: string;
  reference: string;
  /** HK$ */
  price: number;
  scarce: boolean;
}

function parseWatch(row: string): ParsedWatch {
  const cell = row.split(';');
  const at = (index: number): string => cell[index] ?? '';
  const [bezel = '', bezelColour = ''] = at(7).split(':');
  const [strap = '', strapColour = ''] = at(10).split(':');
  const flags = at(17);
  const lug = Number(at(5));
  const shape = [...flags].map((flag) => SHAPES[flag]).find((known) => known !== undefined) ?? 'round';
  const attributes: WatchAttributes = {
    kind: 'watch',
    wearer: flags.includes('m') ? 'men' : flags.includes('w') ? 'women' : 'unisex',
    caseShape: shape,
    caseMm: Number(at(3)),
    thicknessMm: Number(at(4)),
    lugWidthMm: lug,
    buckleWidthMm: strap === 'bracelet' || strap === 'mesh' ? null : Math.max(8, lug - 2),
    metal: at(6) as Metal,
    gemSet: flags.includes('g'),
    bezel: bezel as BezelKind,
    bezelColour: bezelColour === '' ? null : (bezelColour as Colour),
    dialColour: at(8) as Colour,
    dialStyle: at(9) as DialStyle,
    strap: strap as StrapKind,
    strapColour: strapColour === '' ? null : (strapColour as Colour),
    crystal: 'sapphire',
    calibre: at(11),
    movement: at(12) as Movement,
    powerReserveHours: orNull(at(13)),
    waterResistanceM: Number(at(14)),
    complications: at(15) === '' ? [] : at(15).split('+'),
  };
  return {
    attributes,
    family: at(0),
    familyZh: at(1),
    reference: at(2),
    price: Number(at(16)),
    scarce: flags.includes('s'),
  };
}

function describeWatch(a: WatchAttributes): { en: string; zh: string } {
  const extra = a.complications.map((name) => COMPLICATION_WORDS[name] ?? { en: name, zh: name });
  const reserve = a.powerReserveHours;
  const en = [
    `${a.caseMm} mm ${METAL_WORDS[a.metal].en} case, ${a.thicknessMm} mm thick`,
    `${COLOUR_WORDS[a.dialColour].en} dial${a.gemSet ? ', set with diamonds' : ''}`,
    `${MOVEMENT_WORDS[a.movement]!.en} calibre ${a.calibre}${reserve === null ? '' : `, ${reserve} h`}`,
    ...(extra.length > 0 ? [extra.map((word) => word.en).join(', ')] : []),
    `${a.strapColour === null ? '' : `${COLOUR_WORDS[a.strapColour].en} `}${STRAP_WORDS[a.strap].en}`,
    `water resistant to ${a.waterResistanceM} m`,
  ].join('; ');
  const zh = [
    `${a.caseMm} 毫米${METAL_WORDS[a.metal].zh}錶殼，厚 ${a.thicknessMm} 毫米`,
    `${COLOUR_WORDS[a.dialColour].zh}錶盤${a.gemSet ? '，鑲鑽' : ''}`,
    `${MOVEMENT_WORDS[a.movement]!.zh}機芯 ${a.calibre}${reserve === null ? '' : `，動力儲存 ${reserve} 小時`}`,
    ...(extra.length > 0 ? [extra.map((word) => word.zh).join('、')] : []),
    `${a.strapColour === null ? '' : COLOUR_WORDS[a.strapColour].zh}${STRAP_WORDS[a.strap].zh}`,
    `防水 ${a.waterResistanceM} 米`,
  ].join('；');
  return { en: `${en}.`, zh: `${zh}。` };
}

function watchDraft(watch: ParsedWatch & { brand: string; brandZh: string; policyId: string }): Draft {
  const { brand, brandZh, policyId, family, familyZh, reference, price, scarce, attributes: a } = watch;
  const described = describeWatch(a);
  const metal = a.metal === 'steel' ? '' : `, ${METAL_WORDS[a.metal].en}`;
  const bezel = a.bezelColour === null || a.bezelColour === a.dialColour ? null : COLOUR_WORDS[a.bezelColour];
  return {
    category: 'watch',
    brand,
    brandZh,
    family,
    reference,
    nameEn: `${brand} ${family}, ${COLOUR_WORDS[a.dialColour].en} dial${bezel === null ? '' : `, ${bezel.en} bezel`}${metal}`,
    nameZhHant: `${brandZh} ${familyZh} ${COLOUR_WORDS[a.dialColour].zh}錶盤${bezel === null ? '' : ` ${bezel.zh}錶圈`}${a.metal === 'steel' ? '' : ` ${METAL_WORDS[a.metal].zh}`}`,
    descriptionEn: described.en,
    descriptionZhHant: described.zh,
    attributes: a,
    scarce,
    precious: PRECIOUS.has(a.metal) || a.gemSet,
    price,
    policyId,
  };
}

export function realWatches(): Draft[] {
  return WATCH_BRANDS.flatMap((block) =>
    block.rows
      .trim()
      .split('\n')
      .map((row) => {
        const watch = parseWatch(row.trim());
        return watchDraft({ ...watch, brand: block.brand, brandZh: block.brandZh, policyId: block.policyId });
      }),
  );
}

const METAL_FACTOR: Readonly<Partial<Record<Metal, number>>> = {
  titanium: 1.2,
  'rose-gold': 2.9,
  'yellow-gold': 2.8,
  'two-tone': 1.5,
  'two-tone-rose': 1.35,
  bronze: 1.12,
  ceramic: 1.4,
};

/** One of the combinations an invented house offers. */
export function houseWatch(family: HouseFamily, variant: number, edition: number): Draft {
  const dial = family.dials[variant % family.dials.length]!;
  const row = Math.floor(variant / family.dials.length);
  const [strap, strapColour] = family.straps[(row + (variant % family.dials.length)) % family.straps.length]!;
  const metal = family.metals[Math.floor(row / family.straps.length) % family.metals.length]!;
  const metalBracelet = strap === 'bracelet' || strap === 'mesh';
  const attributes: WatchAttributes = {
    kind: 'watch',
    wearer: family.wearer,
    caseShape: family.shape,
    caseMm: family.caseMm,
    thicknessMm: family.thicknessMm,
    lugWidthMm: family.lugWidthMm,
    buckleWidthMm: metalBracelet ? null : Math.max(8, family.lugWidthMm - 2),
    metal,
    gemSet: family.dialStyle === 'diamonds' || family.bezel === 'diamonds',
    bezel: family.bezel,
    bezelColour: family.bezel === 'diver' || family.bezel === 'gmt' ? dial : null,
    dialColour: dial,
    dialStyle: family.dialStyle,
    strap,
    strapColour,
    crystal: family.price < 2500 ? 'mineral' : 'sapphire',
    calibre: family.calibre,
    movement: family.movement,
    powerReserveHours: family.powerReserveHours,
    waterResistanceM: family.waterResistanceM,
    complications: family.complications,
  };
  const factor = (METAL_FACTOR[metal] ?? 1) * (metalBracelet ? 1.08 : 1) * (1 + 0.05 * edition);
  const draft = watchDraft({
    brand: family.brand,
    brandZh: family.brandZh,
    policyId: 'house-2021',
    family: edition === 0 ? family.family : `${family.family} Edition ${edition + 1}`,
    familyZh: edition === 0 ? family.familyZh : `${family.familyZh} 第 ${edition + 1} 版`,
    reference: numbered(`${family.referencePrefix}${family.caseMm}.`, variant, edition),
    attributes,
    price: Math.round((family.price * factor) / 10) * 10,
    scarce: false,
  });
  const colour = strapColour === null ? { en: '', zh: '' } : COLOUR_WORDS[strapColour];
  draft.nameEn += `, ${colour.en === '' ? '' : `${colour.en} `}${STRAP_WORDS[strap].en}`;
  draft.nameZhHant += ` ${colour.zh}${STRAP_WORDS[strap].zh}`;
  return draft;
}
