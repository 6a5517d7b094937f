/** A drawn watch: strap or bracelet, case, bezel and dial, from its attributes alone. */
import { dialFace, type Outline } from './dial-picture.ts';
import { accentOf, brushed, escapeXml, METALS, n, PAINTS, type Paint, rounded } from './picture-colours.ts';
import type { SampleProduct, WatchAttributes } from './types.ts';

/** A path about the origin. */
type Shape = (halfWidth: number, halfHeight: number) => string;

const round: Shape = (w, h) =>
  `M${n(-w)} 0A${n(w)} ${n(h)} 0 1 1 ${n(w)} 0A${n(w)} ${n(h)} 0 1 1 ${n(-w)} 0Z`;
const box =
  (corner: number): Shape =>
  (w, h) => {
    const r = Math.min(w, h) * corner;
    return `M${n(-w + r)} ${n(-h)}H${n(w - r)}Q${n(w)} ${n(-h)} ${n(w)} ${n(-h + r)}V${n(h - r)}Q${n(w)} ${n(h)} ${n(w - r)} ${n(h)}H${n(-w + r)}Q${n(-w)} ${n(h)} ${n(-w)} ${n(h - r)}V${n(-h + r)}Q${n(-w)} ${n(-h)} ${n(-w + r)} ${n(-h)}Z`;
  };
const barrel: Shape = (w, h) =>
  `M${n(-w * 0.74)} ${n(-h)}H${n(w * 0.74)}Q${n(w * 1.16)} 0 ${n(w * 0.74)} ${n(h)}H${n(-w * 0.74)}Q${n(-w * 1.16)} 0 ${n(-w * 0.74)} ${n(-h)}Z`;
const octagon: Shape = (w, h) => {
  const c = 0.44;
  return `M${n(-w * c)} ${n(-h)}H${n(w * c)}L${n(w)} ${n(-h * c)}V${n(h * c)}L${n(w * c)} ${n(h)}H${n(-w * c)}L${n(-w)} ${n(h * c)}V${n(-h * c)}Z`;
};

interface Form {
  /** Case half width and half height. */
  w: number;
  h: number;
  caseShape: Shape;
  dialShape: Shape;
  /** Bezel width. */
  rim: number;
  roundDial: boolean;
}

function formOf(watch: WatchAttributes): Form {
  const wide = watch.bezel === 'diver' || watch.bezel === 'gmt' || watch.bezel === 'tachymeter';
  const rim = wide ? 24 : watch.bezel === 'smooth' ? 11 : 15;
  switch (watch.caseShape) {
    case 'rectangular':
      return { w: 82, h: 112, caseShape: box(0.16), dialShape: box(0.06), rim: 11, roundDial: false };
    case 'square':
      return { w: 100, h: 102, caseShape: box(0.24), dialShape: box(0.14), rim: 14, roundDial: false };
    case 'tonneau':
      return { w: 90, h: 112, caseShape: barrel, dialShape: barrel, rim: 12, roundDial: false };
    case 'cushion':
      return { w: 117, h: 115, caseShape: box(0.62), dialShape: round, rim, roundDial: true };
    case 'octagonal':
      return { w: 116, h: 116, caseShape: octagon, dialShape: round, rim: 17, roundDial: true };
    default:
      return { w: 115, h: 115, caseShape: round, dialShape: round, rim, roundDial: true };
  }
}

/** Links of a metal bracelet, tapering away from the case; centre links in the second metal when there are two. */
function bracelet(half: number, from: number, mesh: boolean): string {
  const top = from;
  if (mesh) {
    return `<rect x="${n(-half)}" y="${n(top)}" width="${n(half * 2)}" height="${n(204 - top)}" fill="url(#lk)"/><rect x="${n(-half)}" y="${n(top)}" width="${n(half * 2)}" height="${n(204 - top)}" fill="url(#mesh)"/>`;
  }
  let links = '';
  const step = 21;
  for (let y = top; y < 204; y += step) {
    const narrow = half * (1 - ((y - top) / 204) * 0.16);
    const outer = narrow * 0.56;
    links += `<rect x="${n(-narrow)}" y="${n(y)}" width="${n(outer)}" height="${step - 1.6}" rx="3" fill="url(#lk)"/><rect x="${n(narrow - outer)}" y="${n(y)}" width="${n(outer)}" height="${step - 1.6}" rx="3" fill="url(#lk)"/><rect x="${n(-narrow + outer + 1)}" y="${n(y - step / 2)}" width="${n((narrow - outer) * 2 - 2)}" height="${step - 1.6}" rx="3" fill="url(#lc)"/>`;
  }
  return links;
}

function softStrap(watch: WatchAttributes, half: number, from: number): string {
  const end = 204;
  const tip = half * 0.84;
  const outline = `M${n(-half)} ${n(from)}H${n(half)}L${n(tip)} ${end}H${n(-tip)}Z`;
  const paint = PAINTS[watch.strapColour ?? 'black'];
  if (watch.strap === 'nato') {
    const mid = half * 0.3;
    return `<path d="${outline}" fill="url(#st)"/><path d="${outline}" fill="url(#weave)"/><rect x="${n(-mid)}" y="${n(from)}" width="${n(mid * 2)}" height="${n(end - from)}" fill="${paint.light}" fill-opacity=".35"/>`;
  }
  if (watch.strap === 'rubber') {
    return `<path d="${outline}" fill="url(#st)"/><path d="M${n(-half * 0.34)} ${n(from + 6)}V${end}M${n(half * 0.34)} ${n(from + 6)}V${end}" stroke="${paint.dark}" stroke-width="3" stroke-opacity=".6"/>`;
  }
  let scales = '';
  if (watch.strap === 'alligator') {
    for (let y = from + 8; y < end; y += 17) {
      scales += `M${n(-half * 0.86)} ${n(y)}Q0 ${n(y + 5)} ${n(half * 0.86)} ${n(y)}`;
      for (const x of [-0.36, 0, 0.36])
        scales += `M${n(half * (x + ((y / 17) % 2 > 1 ? 0.1 : 0)))} ${n(y)}v17`;
    }
    scales = `<path d="${scales}" fill="none" stroke="${paint.dark}" stroke-opacity=".7" stroke-width="1.3"/>`;
  }
  const sheen =
    watch.strap === 'satin'
      ? `<path d="M${n(-half * 0.2)} ${n(from)}L${n(half * 0.3)} ${n(from)}L${n(half * 0.1)} ${end}H${n(-half * 0.3)}Z" fill="#fff" fill-opacity=".16"/>`
      : '';
  const thread = watch.strap === 'leather' && watch.strapColour === 'tan' ? '#f3e3c3' : paint.light;
  const seam = `<path d="M${n(-half + 5)} ${n(from + 3)}L${n(-tip + 5)} ${end}M${n(half - 5)} ${n(from + 3)}L${n(tip - 5)} ${end}" stroke="${thread}" stroke-width="1.5" stroke-dasharray="5 3.4" stroke-opacity=".9"/>`;
  return `<path d="${outline}" fill="url(#st)"/>${scales}${sheen}${watch.strap === 'satin' ? '' : seam}`;
}

function bezelOf(watch: WatchAttributes, form: Form, accent: Paint): string {
  const outer = form.caseShape(form.w - 3, form.h - 3);
  const inner = form.dialShape(form.w - form.rim, form.h - form.rim);
  const polished = `<path d="${outer}" fill="url(#bz)" stroke="${accent.dark}" stroke-width=".8"/>`;
  const lip = `<path d="${inner}" fill="${accent.dark}" stroke="${accent.light}" stroke-width="2.4"/>`;
  const radius = form.w - 3;
  const middle = form.w - 3 - (form.rim - 3) / 2;
  if (watch.bezel === 'fluted' && form.roundDial) {
    return `${polished}<circle r="${n(middle)}" fill="none" stroke="${accent.dark}" stroke-opacity=".75" stroke-width="${form.rim - 4}" stroke-dasharray="2.2 3.1"/><circle r="${n(middle)}" fill="none" stroke="${accent.light}" stroke-opacity=".8" stroke-width="${form.rim - 4}" stroke-dasharray="1.1 4.2"/>${lip}`;
  }
  if (watch.bezel === 'diamonds') {
    const ring = form.roundDial
      ? `<circle r="${n(middle)}" fill="none" stroke="url(#gem)" stroke-width="8" stroke-dasharray=".1 9.4" stroke-linecap="round"/><circle r="${n(middle)}" fill="none" stroke="#fff" stroke-width="3.4" stroke-dasharray=".1 9.4" stroke-linecap="round"/>`
      : `<path d="${form.caseShape(form.w - 8.5, form.h - 8.5)}" fill="none" stroke="#e5edf5" stroke-width="7.4" stroke-dasharray=".1 9.2" stroke-linecap="round"/><path d="${form.caseShape(form.w - 8.5, form.h - 8.5)}" fill="none" stroke="#fff" stroke-width="3" stroke-dasharray=".1 9.2" stroke-linecap="round"/>`;
    return `${polished}${ring}${lip}`;
  }
  if (watch.bezel === 'screws') {
    const dots = 8;
    let screws = '';
    for (let i = 0; i < dots; i += 1) {
      const a = ((i + 0.5) * 2 * Math.PI) / dots;
      const reach = form.roundDial
        ? middle
        : Math.min((form.w - 9) / Math.abs(Math.sin(a)), (form.h - 9) / Math.abs(Math.cos(a)));
      const [x, y] = [Math.sin(a) * reach, -Math.cos(a) * reach];
      screws += `<g transform="translate(${n(x)} ${n(y)}) rotate(${i * 37})"><circle r="4" fill="${accent.light}" stroke="${accent.dark}" stroke-width=".8"/><path d="M-3 0H3" stroke="${accent.dark}" stroke-width="1.1"/></g>`;
    }
    return `${polished}${screws}${lip}`;
  }
  if (watch.bezel === 'smooth') return `${polished}${lip}`;
  return `<circle r="${n(radius)}" fill="url(#bz)" stroke="${accent.dark}" stroke-width=".8"/><circle r="${n(radius - 2)}" fill="none" stroke="${accent.dark}" stroke-opacity=".6" stroke-width="4" stroke-dasharray="3 3.2"/>${insert(watch, radius - 4, form)}${lip}`;
}

/** The coloured ring of a diver's, traveller's or racing bezel. */
function insert(watch: WatchAttributes, radius: number, form: Form): string {
  const paint = PAINTS[watch.bezelColour ?? (watch.bezel === 'diver' ? 'black' : 'silver')];
  const light =
    ['white', 'silver', 'champagne', 'yellow', 'turquoise'].includes(watch.bezelColour ?? 'silver') &&
    watch.bezelColour !== 'black';
  const ink = light ? '#26272a' : '#f3f3ee';
  const middle = (radius + form.w - form.rim) / 2;
  const thick = radius - (form.w - form.rim);
  // A traveller's bezel is of two colours, night above and day below, unless it is plain steel.
  const half =
    watch.bezel === 'gmt' && watch.bezelColour !== null
      ? `<path d="M${n(-middle)} 0A${n(middle)} ${n(middle)} 0 0 1 ${n(middle)} 0" fill="none" stroke="#15171b" stroke-width="${n(thick)}"/>`
      : '';
  let marks = '';
  for (let i = 0; i < (watch.bezel === 'gmt' ? 24 : 12); i += 1) {
    const steps = watch.bezel === 'gmt' ? 24 : 12;
    const angle = (i * 360) / steps;
    const tick = watch.bezel === 'gmt' ? i % 2 === 1 : i % 3 !== 0 || i === 0;
    if (i === 0 && watch.bezel === 'diver')
      marks += `<g transform="translate(0 ${n(-middle)})"><path d="M-9 -6H9L0 7.5Z" fill="${ink}"/><circle cy="-1" r="2.4" fill="#dff3d2"/></g>`;
    else if (i === 0 && watch.bezel === 'gmt')
      marks += `<path transform="translate(0 ${n(-middle)})" d="M-6 5H6L0 -6Z" fill="${ink}"/>`;
    else if (tick)
      marks += `<rect transform="rotate(${angle})" x="-1.5" y="${n(-middle - 5)}" width="3" height="10" fill="${ink}"/>`;
    else {
      const text =
        watch.bezel === 'gmt'
          ? String(i)
          : watch.bezel === 'diver'
            ? String(i * 5)
            : String([0, 0, 0, 240, 0, 0, 120, 0, 0, 80][i] ?? 60);
      marks += `<text transform="rotate(${angle}) translate(0 ${n(-middle + 4.6)})" font-size="12.5" font-weight="600" text-anchor="middle" fill="${ink}" font-family="'Inter',Arial,sans-serif">${text}</text>`;
    }
  }
  return `<circle r="${n(middle)}" fill="none" stroke="url(#in)" stroke-width="${n(thick)}"/>${half}${marks}<circle r="${n(middle)}" fill="none" stroke="${paint.light}" stroke-opacity=".12" stroke-width="${n(thick)}" stroke-dasharray="${n(middle)} ${n(middle * 2)}" transform="rotate(-70)"/>`;
}

/** Written out rather than feDropShadow, which older renderers leave out together with what it shades. */
const HAND_SHADOW =
  '<filter id="hs" x="-30%" y="-30%" width="160%" height="160%"><feGaussianBlur in="SourceAlpha" stdDeviation="1.6"/><feOffset dx="1.6" dy="2.8"/><feComponentTransfer><feFuncA type="linear" slope=".4"/></feComponentTransfer><feMerge><feMergeNode/><feMergeNode in="SourceGraphic"/></feMerge></filter>';

function gloss(form: Form): string {
  const inner = form.dialShape(form.w - form.rim - 1, form.h - form.rim - 1);
  return `<path d="${inner}" fill="url(#gl)"/>`;
}

/** What stands inside the picture of 400 × 400; the shadow `sh` is defined by the caller. */
export function watchPicture(product: SampleProduct, watch: WatchAttributes): string {
  const metal = METALS[watch.metal];
  const accent = accentOf(watch.metal);
  const form = formOf(watch);
  // A barrel's corners lie further in than its middle.
  const outline: Outline = {
    halfWidth: (form.w - form.rim - 2) * (form.caseShape === barrel ? 0.9 : 1),
    halfHeight: form.h - form.rim - 2,
    round: form.roundDial,
  };
  const dial = PAINTS[watch.dialColour];
  const strap = PAINTS[watch.strapColour ?? 'black'];
  const strapHalf = Math.max(38, Math.min(form.w * (watch.lugWidthMm / watch.caseMm) * 1.06, form.w * 0.7));
  const from = form.h * 0.8;
  const metalStrap = watch.strap === 'bracelet' || watch.strap === 'mesh';
  const arm = metalStrap
    ? bracelet(strapHalf, from, watch.strap === 'mesh')
    : softStrap(watch, strapHalf, from);
  const pearl = watch.dialColour === 'mother-of-pearl';
  const dialFill = pearl
    ? '<linearGradient id="dial" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fdfbff"/><stop offset=".3" stop-color="#e9eef8"/><stop offset=".5" stop-color="#fbeff3"/><stop offset=".7" stop-color="#e8f5f1"/><stop offset="1" stop-color="#f4eefa"/></linearGradient>'
    : `<radialGradient id="dial" cx=".38" cy=".32" r=".85"><stop offset="0" stop-color="${dial.light}"/><stop offset=".55" stop-color="${dial.base}"/><stop offset="1" stop-color="${dial.dark}"/></radialGradient>`;
  const lugs = [-1, 1]
    .flatMap((x) =>
      [-1, 1].map(
        (y) =>
          `<path d="M${n(x * strapHalf)} ${n(y * (form.h + 18))}L${n(x * (strapHalf + 15))} ${n(y * (form.h + 15))}Q${n(x * (strapHalf + 30))} ${n(y * form.h * 0.8)} ${n(x * form.w * 0.96)} ${n(y * form.h * 0.3)}L${n(x * strapHalf)} ${n(y * form.h * 0.5)}Z" fill="url(#cs)" stroke="${metal.dark}" stroke-width=".8"/>`,
      ),
    )
    .join('');
  const crownAt = form.w + (form.caseShape === barrel ? -1 : 0);
  const chrono = watch.complications.includes('chronograph');
  const pushers = chrono
    ? [-34, 34]
        .map(
          (angle) =>
            `<g transform="rotate(${angle})"><rect x="${n(form.w - 3)}" y="-6" width="17" height="12" rx="2.5" fill="url(#cr)" stroke="${metal.dark}" stroke-width=".7"/></g>`,
        )
        .join('')
    : '';
  const ridges = [-7, -3.5, 0, 3.5, 7].map((y) => `M${n(crownAt + 2)} ${y}h10`).join('');
  const crown = `<g><rect x="${n(crownAt - 2)}" y="-11" width="16" height="22" rx="3.4" fill="url(#cr)" stroke="${metal.dark}" stroke-width=".8"/><path d="${ridges}" stroke="${metal.dark}" stroke-opacity=".7" stroke-width="1"/></g>`;
  const footer =
    watch.movement === 'automatic'
      ? 'AUTOMATIC'
      : watch.movement === 'solar'
        ? 'SOLAR'
        : watch.movement === 'spring-drive'
          ? 'SPRING DRIVE'
          : watch.waterResistanceM >= 200
            ? `${watch.waterResistanceM} m`
            : '';
  const sun =
    pearl || watch.dialStyle === 'plain'
      ? ''
      : `<path d="${form.dialShape(form.w - form.rim - 2, form.h - form.rim - 2)}" fill="url(#sun)"/>`;
  return `<defs>${brushed('cs', metal)}${brushed('bz', accent)}${rounded('lk', metal)}${rounded('lc', accent)}${brushed('cr', accent, 'down')}${brushed('mk', watch.metal === 'ceramic' || watch.metal === 'resin' ? METALS.steel : accent, 'across')}${brushed('in', PAINTS[watch.bezelColour ?? (watch.bezel === 'diver' ? 'black' : 'silver')])}${rounded('st', strap)}${dialFill}<radialGradient id="gem"><stop offset="0" stop-color="#fff"/><stop offset=".6" stop-color="#dfe9f3"/><stop offset="1" stop-color="#a9bacb"/></radialGradient><linearGradient id="sun" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".2"/><stop offset=".4" stop-color="#fff" stop-opacity="0"/><stop offset=".6" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".22"/></linearGradient><linearGradient id="gl" x1="0" y1="0" x2=".8" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".26"/><stop offset=".42" stop-color="#fff" stop-opacity=".05"/><stop offset=".43" stop-color="#fff" stop-opacity="0"/></linearGradient><pattern id="mesh" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M0 3Q1.5 0 3 3T6 3M0 6Q1.5 3 3 6T6 6" fill="none" stroke="${metal.dark}" stroke-opacity=".65" stroke-width="1"/></pattern><pattern id="weave" width="4" height="4" patternUnits="userSpaceOnUse"><path d="M0 2H4M2 0V4" stroke="#000" stroke-opacity=".16" stroke-width=".9"/></pattern>${HAND_SHADOW}</defs><g transform="translate(200 200)"><g>${arm}<g transform="scale(1 -1)">${arm}</g></g><g filter="url(#sh)">${lugs}${pushers}${crown}<path d="${form.caseShape(form.w, form.h)}" fill="url(#cs)" stroke="${metal.dark}" stroke-width="1"/></g>${bezelOf(watch, form, accent)}<path d="${form.dialShape(form.w - form.rim - 2, form.h - form.rim - 2)}" fill="url(#dial)"/>${sun}${dialFace(watch, outline, watch.metal === 'ceramic' || watch.metal === 'resin' ? METALS.steel : accent, escapeXml(product.brand.toUpperCase()), footer, 10 + (product.index % 19))}${gloss(form)}</g>`;
}
