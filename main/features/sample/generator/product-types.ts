/** The catalogue's part of what the generator yields; `types.ts` re-exports all of it. */

/** 'YYYY-MM-DD', the civil date in Hong Kong. */
export type CivilDate = string;
/** Hong Kong cents, always an integer. */
export type Cents = number;

export type ProductCategory = 'watch' | 'strap' | 'gift';
export type ProductStatus = 'new' | 'current' | 'discontinued';

export type Metal =
  | 'steel'
  | 'titanium'
  | 'yellow-gold'
  | 'rose-gold'
  | 'white-gold'
  | 'platinum'
  | 'two-tone'
  | 'two-tone-rose'
  | 'bronze'
  | 'ceramic'
  | 'resin';
export type CaseShape = 'round' | 'rectangular' | 'square' | 'tonneau' | 'cushion' | 'octagonal';
export type Movement = 'automatic' | 'manual' | 'quartz' | 'solar' | 'spring-drive';
export type StrapKind = 'bracelet' | 'mesh' | 'leather' | 'alligator' | 'rubber' | 'nato' | 'satin';
export type DialStyle = 'batons' | 'roman' | 'arabic' | 'diver' | 'diamonds' | 'plain' | 'breguet';
export type BezelKind = 'smooth' | 'fluted' | 'diver' | 'tachymeter' | 'gmt' | 'diamonds' | 'screws';
export type Colour =
  | 'black'
  | 'white'
  | 'silver'
  | 'grey'
  | 'blue'
  | 'ice-blue'
  | 'navy'
  | 'green'
  | 'olive'
  | 'brown'
  | 'tan'
  | 'cream'
  | 'champagne'
  | 'gold'
  | 'pink'
  | 'salmon'
  | 'red'
  | 'burgundy'
  | 'purple'
  | 'turquoise'
  | 'orange'
  | 'yellow'
  | 'mother-of-pearl';

export interface WatchAttributes {
  kind: 'watch';
  wearer: 'men' | 'women' | 'unisex';
  caseShape: CaseShape;
  caseMm: number;
  thicknessMm: number;
  lugWidthMm: number;
  buckleWidthMm: number | null;
  metal: Metal;
  gemSet: boolean;
  bezel: BezelKind;
  bezelColour: Colour | null;
  dialColour: Colour;
  dialStyle: DialStyle;
  strap: StrapKind;
  strapColour: Colour | null;
  crystal: 'sapphire' | 'mineral';
  calibre: string;
  movement: Movement;
  powerReserveHours: number | null;
  waterResistanceM: number;
  /** 'date' 'day-date' 'gmt' 'chronograph' 'moonphase' 'annual-calendar' 'power-reserve' 'small-seconds' 'world-time' … */
  complications: string[];
}

export interface StrapAttributes {
  kind: 'strap';
  material: 'leather' | 'alligator' | 'rubber' | 'nato' | 'steel' | 'mesh';
  colour: Colour;
  stitch: Colour | null;
  widthMm: number;
  buckleMm: number;
  length: 'short' | 'standard' | 'long';
  buckle: 'pin' | 'folding' | 'quick-release';
}

export type GiftKind =
  | 'pen'
  | 'wallet'
  | 'card-holder'
  | 'cufflinks'
  | 'clock'
  | 'winder'
  | 'care-kit'
  | 'watch-box'
  | 'travel-case'
  | 'belt'
  | 'keyring'
  | 'tie-clip'
  | 'tea-set'
  | 'frame'
  | 'bracelet';

export interface GiftAttributes {
  kind: 'gift';
  giftKind: GiftKind;
  material: string;
  colour: Colour;
  engravable: boolean;
}

export type ProductAttributes = WatchAttributes | StrapAttributes | GiftAttributes;

export interface SamplePrice {
  from: CivilDate;
  price: Cents;
}

export interface SampleProduct {
  id: string;
  /** Position in the catalogue, 0-based; stable for a seed. */
  index: number;
  sku: string;
  /** EAN-13, in-house range (starts with 2), valid check digit. */
  barcode: string;
  category: ProductCategory;
  brand: string;
  brandZh: string;
  family: string;
  reference: string;
  nameEn: string;
  nameZhHant: string;
  descriptionEn: string;
  descriptionZhHant: string;
  attributes: ProductAttributes;
  status: ProductStatus;
  /** Demand exceeds supply: interest is registered, nothing is promised. */
  scarce: boolean;
  /** Sold one by one with a serial number. */
  serialised: boolean;
  /** A "precious product" under Hong Kong's dealers' regime: contains precious metal or stones. */
  precious: boolean;
  launchedOn: CivilDate;
  discontinuedOn: CivilDate | null;
  /** Price today; equals the last entry of priceHistory. */
  price: Cents;
  /** Ascending; the first entry is from the launch or the start of the records. */
  priceHistory: SamplePrice[];
  stock: number;
  warrantyPolicyId: string | null;
}
