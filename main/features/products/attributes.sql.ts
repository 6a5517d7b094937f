import type { ParsedInputOf } from '@shared/contract/define';
import type { productsContract } from '@shared/contract/products';

type Attributes = ParsedInputOf<(typeof productsContract)['products.create']>['attributes'];

/** Attributes as stored; what cannot be read is nothing, and what is not a plain value is left out. */
export function readAttributes(json: string): Attributes {
  let stored: unknown;
  try {
    stored = JSON.parse(json);
  } catch {
    return {};
  }
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return {};
  const attributes: Attributes = {};
  for (const [name, value] of Object.entries(stored)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      attributes[name] = value;
    else if (Array.isArray(value) && value.length > 0)
      attributes[name] = value.filter((one): one is string => typeof one === 'string');
  }
  return attributes;
}
