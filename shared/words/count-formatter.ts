/**
 * How i18next shows what is put in place of a `{{…}}`: numbers called `count` with the thousands set apart as the language does it;
 * everything else (years, versions, what is words already) as it is. Other formats are made before they get here.
 */
export const countFormatter = {
  type: 'formatter',
  init: () => {},
  add: () => {},
  addCached: () => {},
  format(
    value: unknown,
    _format: string | undefined,
    language: string | undefined,
    options: { readonly interpolationkey?: string } = {},
  ): string {
    const isCount = typeof value === 'number' && options.interpolationkey === 'count';
    return isCount ? value.toLocaleString(language) : (value as string);
  },
} as const;
