import { code128, drawingSVG } from 'bwip-js/generic';
import { type Markup, raw } from '../html';

/** The text as a Code 128 barcode in SVG, as wide as its place; a scanner types it back. */
export function barcode(text: string): Markup {
  // Code 128 knows ASCII only; an imported number may hold anything.
  if (!/^[\x20-\x7e]+$/.test(text)) return raw('');
  return raw(code128({ bcid: 'code128', text, scale: 1, height: 9, includetext: false }, drawingSVG()));
}
