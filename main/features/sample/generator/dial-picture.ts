/** The dial of a drawn watch: markers, hands, small dials and windows, about the origin, radius 100. */
import { isDark, n, PAINTS, type Paint } from './picture-colours.ts';
import type { WatchAttributes } from './types.ts';

/** Where a marker stands: on a circle for round dials, on a rectangle for square ones. */
export interface Outline {
  halfWidth: number;
  halfHeight: number;
  round: boolean;
}

const ROMAN = ['XII', 'I', 'II', 'III', 'IIII', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI'];

/** A point at `angle` degrees from twelve, `inset` inside the outline. */
function place(outline: Outline, angle: number, inset: number): { x: number; y: number } {
  const radians = (angle * Math.PI) / 180;
  const sin = Math.sin(radians);
  const cos = Math.cos(radians);
  const width = outline.halfWidth - inset;
  const height = outline.halfHeight - inset;
  const reach = outline.round
    ? width
    : Math.min(width / Math.max(Math.abs(sin), 1e-6), height / Math.max(Math.abs(cos), 1e-6));
  return { x: sin * reach, y: -cos * reach };
}

/** Hours that give way to a window or a small dial. */
function hiddenHours(watch: WatchAttributes): Set<number> {
  const has = (name: string): boolean => watch.complications.includes(name);
  const hidden = new Set<number>();
  if (has('date') || has('day-date') || has('annual-calendar')) hidden.add(3);
  if (has('chronograph')) for (const hour of [3, 6, 9]) hidden.add(hour);
  else if (has('small-seconds') || has('moonphase')) hidden.add(6);
  return hidden;
}

function batons(watch: WatchAttributes, outline: Outline, metal: Paint, lume: boolean): string {
  const hidden = hiddenHours(watch);
  let marks = '';
  for (let hour = 0; hour < 12; hour += 1) {
    if (hidden.has(hour)) continue;
    const length = hour % 3 === 0 ? 22 : 17;
    const width = hour === 0 ? 9 : 5.6;
    const at = place(outline, hour * 30, 9 + length / 2);
    const angle = outline.round
      ? hour * 30
      : Math.abs(at.x) / outline.halfWidth > Math.abs(at.y) / outline.halfHeight
        ? 90
        : 0;
    marks += `<g transform="translate(${n(at.x)} ${n(at.y)}) rotate(${angle})"><rect x="${n(-width / 2)}" y="${n(-length / 2)}" width="${width}" height="${length}" rx=".8" fill="url(#mk)" stroke="${metal.dark}" stroke-width=".5"/>${lume ? `<rect x="${n(-width / 2 + 1.4)}" y="${n(-length / 2 + 1.4)}" width="${n(width - 2.8)}" height="${length - 2.8}" fill="#f2f5e6"/>` : `<path d="M0 ${n(-length / 2)}V${n(length / 2)}" stroke="#fff" stroke-opacity=".55" stroke-width=".9"/>`}</g>`;
  }
  return marks;
}

function diverMarks(watch: WatchAttributes, outline: Outline, metal: Paint): string {
  const hidden = hiddenHours(watch);
  let marks = '';
  for (let hour = 0; hour < 12; hour += 1) {
    if (hidden.has(hour)) continue;
    const at = place(outline, hour * 30, 19);
    const angle = hour * 30;
    const shape =
      hour === 0
        ? '<path d="M-10 -9H10L0 11Z"/>'
        : hour % 3 === 0
          ? '<rect x="-4.2" y="-11" width="8.4" height="22" rx="1.4"/>'
          : '<circle r="7.6"/>';
    marks += `<g transform="translate(${n(at.x)} ${n(at.y)}) rotate(${angle})" fill="#f4f6ea" stroke="${isDark(watch.dialColour) ? metal.base : metal.dark}" stroke-width="1.6">${shape}</g>`;
  }
  return marks;
}

function numerals(watch: WatchAttributes, outline: Outline, ink: string): string {
  const roman = watch.dialStyle === 'roman';
  const breguet = watch.dialStyle === 'breguet';
  const hidden = hiddenHours(watch);
  const size = outline.round ? (roman ? 19 : breguet ? 24 : 23) : roman ? 15 : 19;
  const font = roman
    ? "'Noto Serif','Times New Roman',serif"
    : breguet
      ? "'Noto Serif','Georgia',serif"
      : "'Inter','Helvetica Neue',Arial,sans-serif";
  let marks = '';
  for (let hour = 0; hour < 12; hour += 1) {
    if (hidden.has(hour)) continue;
    const at = place(outline, hour * 30, outline.round ? (roman ? 17 : 20) : 15);
    const text = roman ? ROMAN[hour]! : String(hour === 0 ? 12 : hour);
    // Roman numerals stand on the rim; the rest stay upright.
    const turn = roman && outline.round ? hour * 30 : 0;
    marks += `<text transform="translate(${n(at.x)} ${n(at.y)}) rotate(${turn})" y="${n(size * 0.35)}" font-size="${size}" font-weight="${roman || breguet ? 400 : 600}"${breguet ? ' font-style="italic"' : ''} text-anchor="middle" fill="${ink}"${roman ? ` textLength="${n(Math.min(26, 6 + 5.5 * text.length) * (outline.round ? 1 : 0.74))}" lengthAdjust="spacingAndGlyphs"` : ''} font-family="${font}">${text}</text>`;
  }
  return marks;
}

function stones(watch: WatchAttributes, outline: Outline, metal: Paint): string {
  const hidden = hiddenHours(watch);
  let marks = '';
  for (let hour = 0; hour < 12; hour += 1) {
    if (hidden.has(hour)) continue;
    const at = place(outline, hour * 30, 15);
    marks += `<g transform="translate(${n(at.x)} ${n(at.y)})"><circle r="6.4" fill="${metal.base}" stroke="${metal.dark}" stroke-width=".6"/><circle r="4.8" fill="url(#gem)"/><path d="M-2.6 -1.2L0 -3.6 2.6 -1.2 0 3.4Z" fill="#fff" fill-opacity=".75"/></g>`;
  }
  return marks;
}

function minutes(outline: Outline, ink: string): string {
  let marks = '';
  for (let minute = 0; minute < 60; minute += 1) {
    const outer = place(outline, minute * 6, 2.5);
    const inner = place(outline, minute * 6, minute % 5 === 0 ? 7.5 : 5.5);
    marks += `M${n(outer.x)} ${n(outer.y)}L${n(inner.x)} ${n(inner.y)}`;
  }
  return `<path d="${marks}" stroke="${ink}" stroke-width=".9" stroke-opacity=".75" fill="none"/>`;
}

function subdial(
  x: number,
  y: number,
  radius: number,
  paint: Paint,
  ink: string,
  hand: number,
  contrast: boolean,
): string {
  let ticks = '';
  for (let i = 0; i < 12; i += 1) {
    const a = (i * Math.PI) / 6;
    ticks += `M${n(Math.sin(a) * (radius - 2))} ${n(-Math.cos(a) * (radius - 2))}L${n(Math.sin(a) * (radius - 5))} ${n(-Math.cos(a) * (radius - 5))}`;
  }
  const a = (hand * Math.PI) / 180;
  return `<g transform="translate(${x} ${y})"><circle r="${radius}" fill="${contrast ? '#1d1e21' : paint.base}" fill-opacity="${contrast ? 1 : 0.55}" stroke="${paint.dark}" stroke-opacity=".6" stroke-width="1.2"/><circle r="${n(radius * 0.62)}" fill="none" stroke="${contrast ? '#fff' : ink}" stroke-opacity=".14"/><path d="${ticks}" stroke="${contrast ? '#f3f3f0' : ink}" stroke-width=".9"/><path d="M0 0L${n(Math.sin(a) * (radius - 6))} ${n(-Math.cos(a) * (radius - 6))}" stroke="${contrast ? '#f3f3f0' : ink}" stroke-width="1.8" stroke-linecap="round"/><circle r="2.2" fill="${contrast ? '#f3f3f0' : ink}"/></g>`;
}

function complications(
  watch: WatchAttributes,
  outline: Outline,
  paint: Paint,
  ink: string,
  reading: number,
): string {
  const has = (name: string): boolean => watch.complications.includes(name);
  const right = outline.halfWidth - (outline.round ? 30 : 20);
  let parts = '';
  if (has('chronograph')) {
    const contrast = watch.dialColour === 'white' || watch.dialColour === 'silver';
    parts +=
      subdial(-45, 4, 23, paint, ink, 140, contrast) +
      subdial(45, 4, 23, paint, ink, 30, contrast) +
      subdial(0, 48, 23, paint, ink, 250, contrast);
  }
  if (has('small-seconds') && !has('chronograph'))
    parts += subdial(
      0,
      Math.min(50, outline.halfHeight - 34),
      outline.halfWidth > 80 ? 24 : 17,
      paint,
      ink,
      200,
      false,
    );
  if (has('moonphase')) {
    const y = Math.min(46, outline.halfHeight - 36);
    parts += `<g transform="translate(0 ${y})"><path d="M-26 6A26 26 0 0 1 26 6Q13 -2 0 8Q-13 -2 -26 6Z" fill="#12224a" stroke="${ink}" stroke-width=".8"/><circle cx="5" cy="-8" r="8" fill="#f0d58c"/><circle cx="2.6" cy="-9.6" r="1.4" fill="#d2b35f"/><path d="M-14 -6h.1M-8 -13h.1M16 -2h.1M-4 -3h.1" stroke="#fff" stroke-width="1.8" stroke-linecap="round"/></g>`;
  }
  if (has('power-reserve')) {
    parts += `<g transform="translate(-40 34)"><path d="M-16 9A18 18 0 0 1 10 -14" fill="none" stroke="${ink}" stroke-width="2.4" stroke-opacity=".75"/><path d="M0 4L-4 -13" stroke="${ink}" stroke-width="1.6"/><circle cy="4" r="2" fill="${ink}"/></g>`;
  }
  if (has('world-time')) {
    parts += `<circle r="${n(outline.halfWidth - 30)}" fill="none" stroke="${ink}" stroke-opacity=".5" stroke-width=".8"/><circle r="${n(outline.halfWidth - 40)}" fill="none" stroke="${ink}" stroke-opacity=".35" stroke-dasharray="3 4" stroke-width="5"/>`;
  }
  if ((has('date') || has('day-date') || has('annual-calendar')) && !has('chronograph')) {
    parts += `<g transform="translate(${n(right)} 0)"><rect x="-12" y="-9" width="24" height="18" rx="1.6" fill="#fdfdfb" stroke="url(#mk)" stroke-width="1.6"/><text y="5" font-size="14.5" font-weight="600" text-anchor="middle" fill="#1a1a1a" font-family="'Inter',Arial,sans-serif">${reading}</text></g>`;
  }
  if (has('day-date')) {
    // The whole word fits the arc of a round dial only.
    const half = outline.round ? 30 : 17;
    const y = outline.round ? -58 : -outline.halfHeight * 0.62;
    parts += `<g transform="translate(0 ${n(y)})"><path d="M${-half} -8Q0 -13 ${half} -8L${half - 2} 6Q0 2 ${2 - half} 6Z" fill="#fdfdfb" stroke="url(#mk)" stroke-width="1.2"/><text y="1.2" font-size="8.6" font-weight="600" text-anchor="middle" fill="#1a1a1a" font-family="'Inter',Arial,sans-serif">${outline.round ? 'SATURDAY' : 'SAT'}</text></g>`;
  }
  return parts;
}

/** Ten past ten: the hour hand a little past ten, the minute hand at ten minutes. */
function hands(watch: WatchAttributes, outline: Outline, metal: Paint): string {
  const diver = watch.dialStyle === 'diver';
  const blued = watch.dialStyle === 'roman' && !isDark(watch.dialColour);
  const fill = blued ? '#24408c' : 'url(#mk)';
  const edge = blued ? '#14265a' : metal.dark;
  const reach = outline.round ? outline.halfWidth : Math.min(outline.halfWidth, outline.halfHeight) * 1.12;
  const minute = reach - 16;
  const hour = reach * 0.56;
  const shape = (length: number, width: number): string => {
    if (diver) {
      return `<path d="M${n(-width / 2)} 10V${n(-length + 10)}L0 ${n(-length)}L${n(width / 2)} ${n(-length + 10)}V10Z" fill="${fill}" stroke="${edge}" stroke-width=".6"/><path d="M${n(-width / 2 + 2)} -14V${n(-length + 12)}L0 ${n(-length + 4)}L${n(width / 2 - 2)} ${n(-length + 12)}V-14Z" fill="#f4f6ea"/>`;
    }
    if (watch.dialStyle === 'breguet') {
      return `<path d="M-1.5 12V${n(-length * 0.62)}M1.5 12" stroke="none"/><path d="M-1.7 12L-1.5 ${n(-length * 0.6)}L0 ${n(-length)}L1.5 ${n(-length * 0.6)}L1.7 12Z" fill="${fill}" stroke="${edge}" stroke-width=".5"/><circle cy="${n(-length * 0.66)}" r="${n(width * 0.75)}" fill="none" stroke="${blued ? fill : metal.base}" stroke-width="2"/>`;
    }
    if (watch.dialStyle === 'roman') {
      return `<path d="M-1.3 14L${n(-width / 2 - 0.8)} ${n(-length * 0.55)}L0 ${n(-length)}L${n(width / 2 + 0.8)} ${n(-length * 0.55)}L1.3 14Z" fill="${fill}" stroke="${edge}" stroke-width=".5"/>`;
    }
    return `<path d="M${n(-width / 2)} 14L${n(-width * 0.42)} ${n(-length + 3)}L0 ${n(-length)}L${n(width * 0.42)} ${n(-length + 3)}L${n(width / 2)} 14Z" fill="${fill}" stroke="${edge}" stroke-width=".6"/><path d="M0 8V${n(-length + 3)}" stroke="#fff" stroke-opacity=".6" stroke-width=".8"/>`;
  };
  const red = watch.bezel === 'gmt' || watch.complications.includes('gmt');
  const gmt = red
    ? `<g transform="rotate(228)"><path d="M-1.2 10V${n(-minute + 14)}H1.2V10Z" fill="#c9302c"/><path d="M-7 ${n(-minute + 15)}H7L0 ${n(-minute + 2)}Z" fill="#f4f6ea" stroke="#c9302c" stroke-width="1.4"/></g>`
    : '';
  const seconds =
    watch.complications.includes('small-seconds') || watch.movement === 'manual'
      ? ''
      : `<g transform="rotate(206)"><path d="M-.8 24L-.5 ${n(-minute - 4)}H.5L.8 24Z" fill="${watch.dialStyle === 'diver' && watch.dialColour === 'black' ? '#e9e9e4' : blued ? '#24408c' : metal.light}" stroke="${edge}" stroke-width=".3"/><circle cy="16" r="3.2" fill="${metal.base}" stroke="${edge}" stroke-width=".4"/></g>`;
  return `<g filter="url(#hs)">${gmt}<g transform="rotate(305)">${shape(hour, diver ? 11 : 6.4)}</g><g transform="rotate(60)">${shape(minute, diver ? 9 : 5)}</g>${seconds}<circle r="4.6" fill="${metal.base}" stroke="${edge}" stroke-width=".6"/><circle r="1.6" fill="${metal.light}"/></g>`;
}

/** Everything on the dial; the gradients mk, gem, dial and the shadow hs are defined by the caller. */
export function dialFace(
  watch: WatchAttributes,
  outline: Outline,
  metal: Paint,
  brand: string,
  line: string,
  reading: number,
): string {
  const paint = PAINTS[watch.dialColour];
  const dark = isDark(watch.dialColour);
  const ink = dark ? '#f3f3ee' : '#1f2023';
  const lume = watch.dialStyle === 'batons' && watch.waterResistanceM >= 100 && watch.wearer !== 'women';
  let marks = '';
  if (watch.dialStyle === 'batons') marks = batons(watch, outline, metal, lume);
  else if (watch.dialStyle === 'diver') marks = diverMarks(watch, outline, metal);
  else if (watch.dialStyle === 'diamonds') marks = stones(watch, outline, metal);
  else if (watch.dialStyle !== 'plain') marks = numerals(watch, outline, ink);
  const track =
    !outline.round || watch.dialStyle === 'plain' || watch.dialStyle === 'diamonds'
      ? ''
      : minutes(outline, ink);
  const rail =
    watch.dialStyle === 'roman' && !outline.round
      ? `<rect x="${n(-outline.halfWidth + 27)}" y="${n(-outline.halfHeight + 27)}" width="${n(2 * outline.halfWidth - 54)}" height="${n(2 * outline.halfHeight - 54)}" fill="none" stroke="${ink}" stroke-opacity=".7" stroke-width="2.4" stroke-dasharray="1.2 2.4"/>`
      : '';
  const busy = watch.complications.includes('day-date');
  const top = busy ? -34 : outline.round ? -44 : -outline.halfHeight * 0.42;
  const size = Math.min(11.5, 120 / Math.max(8, brand.length));
  const foot =
    watch.complications.some((name) => ['small-seconds', 'moonphase', 'chronograph'].includes(name)) ||
    line === ''
      ? ''
      : `<text y="${n(outline.round ? 46 : outline.halfHeight * 0.44)}" font-size="6.4" letter-spacing=".9" text-anchor="middle" fill="${ink}" fill-opacity=".85" font-family="'Inter',Arial,sans-serif">${line}</text>`;
  const name = `<text y="${n(top)}" font-size="${n(size)}" letter-spacing="1" text-anchor="middle" fill="${ink}" font-family="'Noto Serif','Georgia',serif">${brand}</text>`;
  return (
    track +
    rail +
    marks +
    complications(watch, outline, paint, ink, reading) +
    name +
    foot +
    hands(watch, outline, metal)
  );
}
