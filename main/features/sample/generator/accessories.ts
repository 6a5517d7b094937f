/** Straps and gifts as drafts of products. */
import type { GiftLine, StrapLine } from './accessories-data.ts';
import { type Draft, numbered } from './draft.ts';
import { COLOUR_WORDS } from './words-data.ts';

const STRAP_MATERIALS: Readonly<Record<string, string>> = {
  leather: '皮帶',
  alligator: '鱷魚皮帶',
  rubber: '橡膠帶',
  nato: 'NATO 尼龍帶',
  steel: '鋼鏈',
  mesh: '鋼網帶',
};

export function strapDraft(line: StrapLine, variant: number, edition: number): Draft {
  const colour = line.colours[variant % line.colours.length]!;
  const widthMm =
    line.widths[
      ((variant % line.colours.length) + Math.floor(variant / line.colours.length)) % line.widths.length
    ]!;
  const buckleMm = Math.max(10, widthMm - 2);
  const [length, lengthEn, lengthZh] = LENGTHS[edition % LENGTHS.length]!;
  return {
    category: 'strap',
    brand: line.brand,
    brandZh: line.brandZh,
    family: line.family,
    reference: numbered(`${line.code}${widthMm}-`, variant, edition),
    nameEn: `${line.family} strap ${widthMm} mm, ${COLOUR_WORDS[colour].en}${lengthEn}`,
    nameZhHant: `${line.familyZh}錶帶 ${widthMm} 毫米 ${COLOUR_WORDS[colour].zh}${lengthZh}`,
    descriptionEn: `${line.family}, ${widthMm} mm at the lugs, ${buckleMm} mm at the buckle.`,
    descriptionZhHant: `${STRAP_MATERIALS[line.material]}，錶耳 ${widthMm} 毫米，扣 ${buckleMm} 毫米。`,
    attributes: {
      kind: 'strap',
      material: line.material,
      colour,
      stitch:
        line.material === 'leather' ? (colour === 'tan' || colour === 'brown' ? 'cream' : colour) : null,
      widthMm,
      buckleMm,
      length,
      buckle: line.buckle,
    },
    scarce: false,
    precious: false,
    price: line.price,
    policyId: null,
  };
}

const LENGTHS: readonly ['standard' | 'short' | 'long', string, string][] = [
  ['standard', '', ''],
  ['short', ', short', ' 短'],
  ['long', ', long', ' 長'],
];

export function giftDraft(line: GiftLine, variant: number, edition: number): Draft {
  const colour = line.colours[variant]!;
  const suffix = edition === 0 ? '' : ` No. ${edition + 1}`;
  return {
    category: 'gift',
    brand: line.brand,
    brandZh: line.brandZh,
    family: line.nameEn,
    reference: numbered(`${line.code}-`, variant, edition),
    nameEn: `${line.nameEn}${suffix}, ${COLOUR_WORDS[colour].en}`,
    nameZhHant: `${line.nameZh}${suffix} ${COLOUR_WORDS[colour].zh}`,
    descriptionEn: `${line.nameEn} in ${line.material}${line.engravable ? '; can be engraved' : ''}.`,
    descriptionZhHant: `${line.materialZh}${line.nameZh}${line.engravable ? '，可刻字' : ''}。`,
    attributes: {
      kind: 'gift',
      giftKind: line.giftKind,
      material: line.material,
      colour,
      engravable: line.engravable,
    },
    scarce: false,
    precious: line.material === 'sterling silver',
    price: line.price,
    policyId: null,
  };
}
