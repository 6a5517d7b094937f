/**
 * Brand and name in one line, in SQL: the brand is not said twice where the name begins with it. Both are expressions; what
 * `fullProductName` does for a product at hand.
 */
export function brandedWords(brand: string, name: string): string {
  return `iif(coalesce(${brand}, '') = '' OR instr(lower(${name}), lower(${brand})) = 1, ${name}, ${brand} || ' ' || ${name})`;
}
