import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?inline';

/** The window's own typeface for paper, inside the page: a prepared document may fetch nothing. */
export const paperFonts = `@font-face { font-family: 'Inter'; font-weight: 100 900; src: url(${inter}) format('woff2-variations'); }`;
