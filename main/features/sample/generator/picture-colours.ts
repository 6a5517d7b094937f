/** Paints for the drawn pictures: every colour as light, middle and dark, so that surfaces have depth. */
import type { Colour, Metal } from './types.ts';

export interface Paint {
  light: string;
  base: string;
  dark: string;
}

const p = (light: string, base: string, dark: string): Paint => ({ light, base, dark });

export const PAINTS: Readonly<Record<Colour, Paint>> = {
  black: p('#3b3d42', '#1b1c1f', '#08090a'),
  white: p('#ffffff', '#f5f4f0', '#d9d7d0'),
  silver: p('#fafafa', '#dfe1e4', '#aeb2b8'),
  grey: p('#8b9097', '#5e636b', '#363a40'),
  blue: p('#4a7fc4', '#1f4e94', '#0c2550'),
  'ice-blue': p('#dcecf4', '#b4d3e3', '#7fa9c0'),
  navy: p('#34507f', '#182c52', '#0a1530'),
  green: p('#3f8a64', '#17573a', '#08301e'),
  olive: p('#8b8a5c', '#5c5c36', '#37371d'),
  brown: p('#8c5a3a', '#5b3420', '#321a0e'),
  tan: p('#d9a873', '#b87f49', '#85552b'),
  cream: p('#fdf8ea', '#f1e7cd', '#d2c39c'),
  champagne: p('#f7e9c8', '#e2c996', '#b3955c'),
  gold: p('#f8e3a4', '#d6b05a', '#94701f'),
  pink: p('#f9dfe1', '#eab9bf', '#c98790'),
  salmon: p('#f6cdb4', '#e3a281', '#b9714e'),
  red: p('#d94f4f', '#a81f26', '#650d13'),
  burgundy: p('#8e3547', '#5d1727', '#330911'),
  purple: p('#81619f', '#513570', '#2c1a42'),
  turquoise: p('#8fd8d2', '#4cb0aa', '#22726f'),
  orange: p('#f7a35c', '#e2762a', '#a54c10'),
  yellow: p('#fbe37d', '#efc52f', '#b38d10'),
  'mother-of-pearl': p('#ffffff', '#efeef3', '#cfd3de'),
};

export const METALS: Readonly<Record<Metal, Paint>> = {
  steel: p('#fbfcfd', '#c3c8ce', '#757c85'),
  titanium: p('#d3d3d1', '#98989a', '#58595c'),
  'yellow-gold': p('#fbedb9', '#dcb556', '#8f691c'),
  'rose-gold': p('#fbdccb', '#d99a7a', '#92543a'),
  'white-gold': p('#ffffff', '#d3d3d3', '#878788'),
  platinum: p('#ffffff', '#dadee2', '#8e949b'),
  'two-tone': p('#fbfcfd', '#c3c8ce', '#757c85'),
  'two-tone-rose': p('#fbfcfd', '#c3c8ce', '#757c85'),
  bronze: p('#e2bd8f', '#a8784a', '#64411f'),
  ceramic: p('#5a5d63', '#2b2d31', '#101113'),
  resin: p('#4b4d52', '#232528', '#0c0d0e'),
};

/** The accent metal of a two-tone watch; the metal itself otherwise. */
export function accentOf(metal: Metal): Paint {
  if (metal === 'two-tone') return METALS['yellow-gold'];
  if (metal === 'two-tone-rose') return METALS['rose-gold'];
  return METALS[metal];
}

const DARK: ReadonlySet<Colour> = new Set<Colour>([
  'black',
  'grey',
  'blue',
  'navy',
  'green',
  'olive',
  'brown',
  'red',
  'burgundy',
  'purple',
]);

export function isDark(colour: Colour): boolean {
  return DARK.has(colour);
}

/** Two decimals are plenty at this size, and keep the pictures small. */
export function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** A metal surface lit from the upper left. */
export function brushed(id: string, paint: Paint, angle: 'across' | 'down' | 'slant' = 'slant'): string {
  const to =
    angle === 'across'
      ? 'x1="0" y1="0" x2="1" y2="0"'
      : angle === 'down'
        ? 'x1="0" y1="0" x2="0" y2="1"'
        : 'x1="0" y1="0" x2="1" y2="1"';
  return `<linearGradient id="${id}" ${to}><stop offset="0" stop-color="${paint.light}"/><stop offset=".35" stop-color="${paint.base}"/><stop offset=".55" stop-color="${paint.light}"/><stop offset=".8" stop-color="${paint.base}"/><stop offset="1" stop-color="${paint.dark}"/></linearGradient>`;
}

/** A link, round across: dark at both edges. */
export function rounded(id: string, paint: Paint): string {
  return `<linearGradient id="${id}" x1="0" y1="0" x2="1" y2="0"><stop offset="0" stop-color="${paint.dark}"/><stop offset=".22" stop-color="${paint.base}"/><stop offset=".5" stop-color="${paint.light}"/><stop offset=".78" stop-color="${paint.base}"/><stop offset="1" stop-color="${paint.dark}"/></linearGradient>`;
}

/** Text that may stand in an element or an attribute. */
export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
