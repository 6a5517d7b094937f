/** A thing by its brand and its name, as SQL of the two columns: the brand once, where the name begins with it. */
export const branded = (brand: string, name: string) =>
  `iif(${brand} IS NULL OR instr(lower(${name}), lower(${brand})) = 1, ${name}, ${brand} || ' ' || ${name})`;
