import type { Language } from './languages';

interface Named {
  readonly brand: string | null;
  readonly name: string;
  readonly chineseName: string | null;
}

/** A product's name in a language, without its brand. */
export function productName({ name, chineseName }: Named, language: Language): string {
  return language === 'en' ? name : (chineseName ?? name);
}

/** Brand and name in one line, the brand not said twice. */
export function fullProductName(product: Named, language: Language): string {
  const name = productName(product, language);
  const { brand } = product;
  return brand && !name.toLowerCase().startsWith(brand.toLowerCase()) ? `${brand} ${name}` : name;
}
