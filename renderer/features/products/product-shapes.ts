import type { Output } from '@shared/contract';
import { fullProductName } from '../../lib/product-name';

/** A product as the list shows it. */
export type Product = Output<'products.list'>['products'][number];
/** A product with everything about it. */
export type FullProduct = Output<'products.get'>;

/** The product's name in the screen's language first, and what it is called otherwise. */
export function namesOf(
  product: Pick<Product, 'name' | 'chineseName' | 'brand' | 'family'>,
  language: string,
): { first: string; second: string } {
  const branded = fullProductName({ ...product, chineseName: null }, 'en');
  // The second line says the brand: the Chinese name often has it in Chinese already.
  if (language !== 'en' && product.chineseName) return { first: product.chineseName, second: branded };
  return { first: branded, second: product.chineseName ?? product.family ?? '' };
}
