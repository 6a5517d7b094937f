import type { Output } from '@shared/contract';

/** A product as the list shows it. */
export type Product = Output<'products.list'>['products'][number];
/** A product with everything about it. */
export type FullProduct = Output<'products.get'>;

/** The product's name in the screen's language first, and what it is called otherwise. */
export function namesOf(
  product: Pick<Product, 'name' | 'chineseName' | 'brand' | 'family'>,
  language: string,
): { first: string; second: string } {
  const isChinese = language !== 'en' && product.chineseName;
  const first = (isChinese && product.chineseName) || product.name;
  const other = isChinese ? product.name : product.chineseName;
  const brand = product.brand && !first.startsWith(product.brand) ? product.brand : null;
  return { first: brand ? `${brand} ${first}` : first, second: other ?? product.family ?? '' };
}
