import type { AttributeValue, WantedAttribute } from './needs';

/** Several names for one fact, as shops and files write them: the name the rules compare by. */
const SAME_FACT: Readonly<Record<string, string>> = {
  dial_colour: 'dial',
  lug_mm: 'lug_width_mm',
  water_resistance_m: 'water_m',
  power_reserve_hours: 'power_reserve_h',
};

/** 'dialColour', 'Dial colour' and 'dial_colour' are one fact; so are the width of a strap and that of the lugs it fits. */
export function attributeName(written: string, category: string | null): string {
  const plain = written
    .trim()
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replace(/[\s-]+/g, '_')
    .toLowerCase();
  if (category === 'strap' && plain === 'width_mm') return 'lug_width_mm';
  return SAME_FACT[plain] ?? plain;
}

function parse(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {};
  } catch {
    return {};
  }
}

const isPlain = (value: unknown): value is AttributeValue =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** What a product or an item is, by the names the rules compare by; a list of words is compared by none. */
export function readFacts(json: string, category: string | null): Record<string, AttributeValue> {
  const facts: Record<string, AttributeValue> = {};
  for (const [name, value] of Object.entries(parse(json)))
    if (isPlain(value)) facts[attributeName(name, category)] = value;
  return facts;
}

/** What somebody wishes, as it was stored: exact, any of several, or a range; what cannot be read is no wish. */
export function readWishes(json: string): Record<string, WantedAttribute> {
  const wishes: Record<string, WantedAttribute> = {};
  for (const [name, value] of Object.entries(parse(json))) {
    const wish = wishOf(value);
    if (wish !== null) wishes[name] = wish;
  }
  return wishes;
}

function wishOf(value: unknown): WantedAttribute | null {
  if (isPlain(value)) return value;
  if (Array.isArray(value)) return value.length > 0 && value.every(isPlain) ? value : null;
  if (typeof value !== 'object' || value === null) return null;
  const { min, max } = value as { min?: unknown; max?: unknown };
  if (typeof min !== 'number' && typeof max !== 'number') return null;
  return {
    ...(typeof min === 'number' ? { min } : {}),
    ...(typeof max === 'number' ? { max } : {}),
  };
}

/** The same wishes under the names the rules compare by. */
export function comparableWishes(
  wishes: Readonly<Record<string, WantedAttribute>>,
  category: string | null,
): Record<string, WantedAttribute> {
  return Object.fromEntries(
    Object.entries(wishes).map(([name, wish]) => [attributeName(name, category), wish]),
  );
}
