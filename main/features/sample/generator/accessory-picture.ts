/** Drawn straps and gifts. */
import { brushed, METALS, n, PAINTS, type Paint, rounded } from './picture-colours.ts';
import type { GiftAttributes, GiftKind, StrapAttributes } from './types.ts';

const STEEL = METALS.steel;
const GOLD = METALS['yellow-gold'];

/** A strap laid out in two halves, buckle above, tip below. */
export function strapPicture(strap: StrapAttributes): string {
  const paint = PAINTS[strap.colour];
  const half = 24 + strap.widthMm;
  const tip = half * 0.84;
  if (strap.material === 'steel' || strap.material === 'mesh') {
    const metal = strap.colour === 'black' ? METALS.ceramic : STEEL;
    let links = '';
    for (let y = 24; y < 372; y += 20) {
      const w = half * (1 - Math.abs(y - 198) / 1100);
      links +=
        strap.material === 'mesh'
          ? ''
          : `<rect x="${n(-w)}" y="${y}" width="${n(w * 0.56)}" height="18.4" rx="3" fill="url(#lk)"/><rect x="${n(w * 0.44)}" y="${y}" width="${n(w * 0.56)}" height="18.4" rx="3" fill="url(#lk)"/><rect x="${n(-w * 0.42)}" y="${y - 10}" width="${n(w * 0.84)}" height="18.4" rx="3" fill="url(#lk)"/>`;
    }
    const woven = `<rect x="${n(-half)}" y="22" width="${n(half * 2)}" height="356" rx="4" fill="url(#lk)"/><rect x="${n(-half)}" y="22" width="${n(half * 2)}" height="356" rx="4" fill="url(#mesh)"/>`;
    return `<defs>${rounded('lk', metal)}<pattern id="mesh" width="7" height="7" patternUnits="userSpaceOnUse"><path d="M0 3.5Q1.75 0 3.5 3.5T7 3.5M0 7Q1.75 3.5 3.5 7T7 7" fill="none" stroke="${metal.dark}" stroke-opacity=".7" stroke-width="1.1"/></pattern></defs><g transform="translate(200 0) rotate(0)" filter="url(#sh)">${strap.material === 'mesh' ? woven : links}<rect x="${n(-half * 0.98)}" y="176" width="${n(half * 1.96)}" height="48" rx="5" fill="url(#lk)" stroke="${metal.dark}" stroke-width=".8"/><path d="M-14 190H14" stroke="${metal.dark}" stroke-opacity=".5" stroke-width="2"/></g>`;
  }
  const thread = strap.stitch === null ? null : PAINTS[strap.stitch].light;
  const piece = (length: number, buckle: boolean): string => {
    const body = buckle
      ? `M${n(-half)} 0H${n(half)}L${n(tip)} ${length}H${n(-tip)}Z`
      : `M${n(-half)} 0H${n(half)}L${n(tip)} ${length - 26}Q${n(tip)} ${length} 0 ${length}Q${n(-tip)} ${length} ${n(-tip)} ${length - 26}Z`;
    let surface = '';
    if (strap.material === 'alligator') {
      for (let y = 10; y < length - 16; y += 19)
        surface += `M${n(-half * 0.84)} ${y}Q0 ${y + 6} ${n(half * 0.84)} ${y}M${n(-half * 0.34)} ${y + 2}v18M${n(half * 0.3)} ${y + 2}v18`;
      surface = `<path d="${surface}" fill="none" stroke="${paint.dark}" stroke-opacity=".7" stroke-width="1.4"/>`;
    } else if (strap.material === 'nato') {
      surface = `<path d="${body}" fill="url(#weave)"/><rect x="${n(-half * 0.3)}" width="${n(half * 0.6)}" height="${length - 4}" fill="${paint.light}" fill-opacity=".35"/>`;
    } else if (strap.material === 'rubber') {
      surface = `<path d="M${n(-half * 0.34)} 12V${length - 20}M${n(half * 0.34)} 12V${length - 20}" stroke="${paint.dark}" stroke-opacity=".55" stroke-width="3.4"/>`;
    }
    const seam =
      thread === null
        ? ''
        : `<path d="M${n(-half + 6)} 4L${n(-tip + 6)} ${length - (buckle ? 4 : 28)}M${n(half - 6)} 4L${n(tip - 6)} ${length - (buckle ? 4 : 28)}" stroke="${thread}" stroke-width="1.8" stroke-dasharray="6 4"/>`;
    const holes = buckle
      ? ''
      : [0.34, 0.44, 0.54, 0.64, 0.74]
          .map((t) => `<ellipse cy="${n(length * t)}" rx="3.2" ry="4.2" fill="#000" fill-opacity=".55"/>`)
          .join('');
    return `<path d="${body}" fill="url(#st)" stroke="${paint.dark}" stroke-width=".8"/>${surface}${seam}${holes}`;
  };
  const buckleHalf = tip + 9;
  const buckle = `<g transform="translate(0 150)"><rect x="${n(-tip - 3)}" y="-34" width="${n(tip * 2 + 6)}" height="14" rx="3" fill="url(#st)" stroke="${paint.dark}"/><path d="M${n(-buckleHalf)} -4H${n(buckleHalf)}V24Q${n(buckleHalf)} 32 ${n(buckleHalf - 8)} 32H${n(-buckleHalf + 8)}Q${n(-buckleHalf)} 32 ${n(-buckleHalf)} 24ZM${n(-buckleHalf + 9)} 4V20H${n(buckleHalf - 9)}V4Z" fill="url(#mt)" fill-rule="evenodd" stroke="${STEEL.dark}" stroke-width=".8"/><rect x="-3" y="-6" width="6" height="36" rx="3" fill="url(#mt)" stroke="${STEEL.dark}" stroke-width=".6"/></g>`;
  return `<defs>${rounded('st', paint)}${brushed('mt', STEEL)}<pattern id="weave" width="5" height="5" patternUnits="userSpaceOnUse"><path d="M0 2.5H5M2.5 0V5" stroke="#000" stroke-opacity=".18"/></pattern></defs><g filter="url(#sh)"><g transform="translate(${n(200 - half - 14)} 70)">${piece(150, true)}${buckle}</g><g transform="translate(${n(200 + half + 14)} 70)">${piece(248, false)}</g></g>`;
}

type Draw = (paint: Paint, gift: GiftAttributes) => string;

const pen: Draw = (c) =>
  `<g transform="rotate(-38 200 200)" filter="url(#sh)"><rect x="186" y="52" width="28" height="150" rx="12" fill="url(#a)"/><rect x="184" y="186" width="32" height="16" rx="2" fill="url(#g)"/><rect x="187" y="202" width="26" height="110" rx="4" fill="url(#a)"/><path d="M189 312H211L205 340H195Z" fill="url(#a)"/><path d="M195 340H205L200 372Z" fill="url(#g)"/><path d="M200 346V366" stroke="${GOLD.dark}"/><rect x="206" y="62" width="8" height="92" rx="4" fill="url(#g)" stroke="${GOLD.dark}" stroke-width=".6"/><circle cx="210" cy="152" r="5" fill="url(#g)"/><path d="M192 66V190" stroke="${c.light}" stroke-opacity=".7" stroke-width="3" stroke-linecap="round"/></g>`;

const wallet: Draw = (c) =>
  `<g filter="url(#sh)"><rect x="74" y="112" width="252" height="180" rx="12" fill="url(#a)"/><rect x="74" y="112" width="252" height="180" rx="12" fill="url(#grain)"/><path d="M84 122H316V282H84Z" fill="none" stroke="${c.light}" stroke-opacity=".75" stroke-width="1.8" stroke-dasharray="7 4.5"/><path d="M74 200H326" stroke="${c.dark}" stroke-opacity=".5" stroke-width="2"/><rect x="268" y="246" width="36" height="20" rx="3" fill="none" stroke="${c.light}" stroke-opacity=".45" stroke-width="1.6"/></g>`;

const cardHolder: Draw = (c) =>
  `<g filter="url(#sh)"><rect x="96" y="104" width="208" height="40" rx="8" fill="#e9e5da"/><rect x="100" y="124" width="200" height="40" rx="8" fill="#c9b98f"/><rect x="88" y="146" width="224" height="150" rx="12" fill="url(#a)"/><rect x="88" y="146" width="224" height="150" rx="12" fill="url(#grain)"/><path d="M88 196H312M88 232H312" stroke="${c.dark}" stroke-width="2.4" stroke-opacity=".65"/><path d="M97 155H303V287H97Z" fill="none" stroke="${c.light}" stroke-opacity=".7" stroke-width="1.6" stroke-dasharray="6 4"/></g>`;

const cufflinks: Draw = (c) =>
  [
    [138, 168],
    [258, 236],
  ]
    .map(
      ([x, y]) =>
        `<g transform="translate(${x} ${y})" filter="url(#sh)"><path d="M14 18L52 58" stroke="url(#m)" stroke-width="10" stroke-linecap="round"/><rect x="34" y="50" width="42" height="16" rx="8" transform="rotate(45 55 58)" fill="url(#m)" stroke="${STEEL.dark}" stroke-width=".7"/><circle r="46" fill="url(#m)" stroke="${STEEL.dark}" stroke-width="1"/><circle r="36" fill="url(#a)"/><circle r="36" fill="none" stroke="${c.dark}" stroke-opacity=".6" stroke-width="1.5"/><path d="M-24 -14A28 28 0 0 1 6 -27" stroke="#fff" stroke-opacity=".6" stroke-width="4" fill="none" stroke-linecap="round"/></g>`,
    )
    .join('');

const clock: Draw = (c) => {
  let marks = '';
  for (let i = 0; i < 12; i += 1)
    marks += `<rect transform="translate(200 196) rotate(${i * 30})" x="-2.4" y="-94" width="4.8" height="${i % 3 === 0 ? 18 : 11}" fill="#26272a"/>`;
  return `<g filter="url(#sh)"><path d="M128 322L146 290H254L272 322Z" fill="url(#a)"/><circle cx="200" cy="196" r="128" fill="url(#a)"/><circle cx="200" cy="196" r="112" fill="url(#g)"/><circle cx="200" cy="196" r="104" fill="#fbf9f3"/>${marks}<path d="M200 196L154 158" stroke="#26272a" stroke-width="7" stroke-linecap="round"/><path d="M200 196L262 150" stroke="#26272a" stroke-width="5" stroke-linecap="round"/><path d="M200 196L218 284" stroke="#a81f26" stroke-width="2"/><circle cx="200" cy="196" r="7" fill="${c.dark}"/></g>`;
};

const winder: Draw = (c) =>
  `<g filter="url(#sh)"><rect x="82" y="72" width="236" height="256" rx="14" fill="url(#a)"/><rect x="102" y="94" width="196" height="196" rx="10" fill="#14151a"/><circle cx="200" cy="192" r="80" fill="url(#v)" stroke="${c.light}" stroke-opacity=".3" stroke-width="2"/><rect x="176" y="112" width="48" height="160" rx="18" fill="#efe8d9"/><rect x="170" y="158" width="60" height="68" rx="30" fill="url(#m)" stroke="${STEEL.dark}"/><circle cx="200" cy="192" r="24" fill="#1f4e94"/><path d="M200 192L190 178M200 192L214 184" stroke="#fff" stroke-width="3" stroke-linecap="round"/><circle cx="200" cy="309" r="7" fill="url(#g)"/><path d="M110 104L150 96L120 284L106 284Z" fill="#fff" fill-opacity=".08"/></g>`;

const watchBox: Draw = (c) => {
  let cells = '';
  for (let x = 0; x < 5; x += 1)
    for (let y = 0; y < 2; y += 1)
      cells += `<rect x="${92 + x * 44}" y="${182 + y * 62}" width="39" height="56" rx="4" fill="#efe8d9"/><rect x="${101 + x * 44}" y="${190 + y * 62}" width="21" height="40" rx="8" fill="#d8cdb5"/>`;
  return `<g filter="url(#sh)"><path d="M78 172L98 84H302L322 172Z" fill="url(#a)"/><path d="M106 160L118 96H282L294 160Z" fill="#efe8d9"/><rect x="76" y="172" width="248" height="148" rx="8" fill="url(#a)"/><rect x="86" y="178" width="228" height="128" rx="4" fill="${c.dark}"/>${cells}<rect x="188" y="306" width="24" height="12" rx="3" fill="url(#g)"/></g>`;
};

const roll: Draw = (c) =>
  `<g filter="url(#sh)"><rect x="66" y="138" width="268" height="124" rx="62" fill="url(#a)"/><rect x="66" y="138" width="268" height="124" rx="62" fill="url(#grain)"/><ellipse cx="106" cy="200" rx="40" ry="62" fill="${c.dark}"/><ellipse cx="106" cy="200" rx="31" ry="50" fill="#efe8d9"/><ellipse cx="106" cy="200" rx="14" ry="24" fill="#cdbf9f"/><rect x="214" y="138" width="34" height="124" fill="${c.dark}" fill-opacity=".6"/><circle cx="231" cy="236" r="7" fill="url(#g)"/></g>`;

const careKit: Draw = (c) =>
  `<g filter="url(#sh)"><path d="M96 232L200 186L312 236L204 296Z" fill="url(#a)"/><path d="M112 233L200 196L296 236L204 284Z" fill="none" stroke="${c.light}" stroke-opacity=".8" stroke-dasharray="6 4"/><rect x="118" y="94" width="64" height="124" rx="10" fill="#eef3f6" stroke="#b9c4cc"/><rect x="132" y="70" width="36" height="28" rx="5" fill="url(#m)"/><rect x="124" y="136" width="52" height="46" fill="url(#a)"/><g transform="rotate(24 260 160)"><rect x="246" y="66" width="28" height="110" rx="10" fill="url(#w)"/><rect x="242" y="172" width="36" height="16" fill="url(#m)"/><path d="M244 188H276L272 222H248Z" fill="#efe3c4"/><path d="M250 190V220M256 190V221M262 190V221M268 190V220" stroke="#b89f6a"/></g></g>`;

const belt: Draw = (c) =>
  `<g filter="url(#sh)"><circle cx="208" cy="204" r="112" fill="none" stroke="url(#a)" stroke-width="44"/><circle cx="208" cy="204" r="84" fill="none" stroke="${c.dark}" stroke-width="20"/><circle cx="208" cy="204" r="126" fill="none" stroke="${c.light}" stroke-opacity=".7" stroke-width="1.8" stroke-dasharray="8 5"/><rect x="70" y="164" width="62" height="80" rx="10" fill="none" stroke="url(#m)" stroke-width="13"/><rect x="94" y="200" width="46" height="8" rx="4" fill="url(#m)"/></g>`;

const keyring: Draw = (c) =>
  `<g filter="url(#sh)"><circle cx="200" cy="104" r="42" fill="none" stroke="url(#g)" stroke-width="9"/><path d="M176 142H224L240 300Q240 330 200 330Q160 330 160 300Z" fill="url(#a)"/><path d="M183 156H217L230 300Q230 318 200 318Q170 318 170 300Z" fill="none" stroke="${c.light}" stroke-width="2" stroke-dasharray="7 4.5"/><circle cx="200" cy="160" r="8" fill="url(#g)"/></g>`;

const tieClip: Draw = (c) =>
  `<g transform="rotate(-14 200 200)" filter="url(#sh)"><path d="M150 60H250L278 360H122Z" fill="#1c2740"/><path d="M150 60H250L278 360H122Z" fill="url(#grain)"/><rect x="96" y="188" width="212" height="26" rx="4" fill="url(#a)" stroke="${c.dark}"/><path d="M102 194H300" stroke="#fff" stroke-opacity=".7" stroke-width="2"/></g>`;

const teaSet: Draw = (c) =>
  `<g filter="url(#sh)"><path d="M92 186Q92 296 176 300Q262 296 262 186Z" fill="url(#a)"/><ellipse cx="177" cy="186" rx="85" ry="20" fill="${c.light}" stroke="${c.dark}" stroke-opacity=".4"/><path d="M108 180Q120 134 177 130Q234 134 246 180Z" fill="url(#a)"/><circle cx="177" cy="122" r="12" fill="url(#a)" stroke="${c.dark}" stroke-opacity=".5"/><path d="M258 206Q308 196 318 164" fill="none" stroke="url(#a)" stroke-width="17" stroke-linecap="round"/><path d="M96 206Q58 214 62 244Q70 268 108 262" fill="none" stroke="url(#a)" stroke-width="12"/><path d="M262 262H338Q336 312 300 316Q266 312 262 262Z" fill="url(#a)"/><ellipse cx="300" cy="262" rx="38" ry="9" fill="#b98a3f"/><path d="M150 226Q176 206 204 228M160 246Q178 232 196 246" fill="none" stroke="${c.dark}" stroke-opacity=".55" stroke-width="3"/></g>`;

const frame: Draw = (c) =>
  `<g filter="url(#sh)"><rect x="92" y="58" width="216" height="284" rx="6" fill="url(#a)" stroke="${c.dark}"/><rect x="114" y="80" width="172" height="240" fill="#fbf9f3"/><rect x="132" y="100" width="136" height="200" fill="#bcd3de"/><path d="M132 262L172 206L204 246L232 214L268 262V300H132Z" fill="#5d7f8e"/><circle cx="236" cy="140" r="17" fill="#f4dfa2"/></g>`;

const bracelet: Draw = (c) =>
  `<g filter="url(#sh)"><ellipse cx="200" cy="206" rx="118" ry="92" fill="none" stroke="url(#a)" stroke-width="13"/><ellipse cx="200" cy="206" rx="118" ry="92" fill="none" stroke="${c.dark}" stroke-opacity=".5" stroke-width="13" stroke-dasharray="3 8"/><g transform="translate(200 298)"><circle r="25" fill="url(#g)" stroke="${GOLD.dark}"/><path d="M-10 -10H10V10H-10ZM0 -14L14 0 0 14 -14 0Z" fill="none" stroke="${GOLD.dark}" stroke-width="2"/></g></g>`;

const DRAWINGS: Readonly<Record<GiftKind, Draw>> = {
  pen,
  wallet,
  'card-holder': cardHolder,
  cufflinks,
  clock,
  winder,
  'watch-box': watchBox,
  'travel-case': roll,
  'care-kit': careKit,
  belt,
  keyring,
  'tie-clip': tieClip,
  'tea-set': teaSet,
  frame,
  bracelet,
};

export function giftPicture(gift: GiftAttributes): string {
  const paint = PAINTS[gift.colour];
  return `<defs>${brushed('a', paint)}${brushed('g', GOLD)}${brushed('m', STEEL)}${brushed('w', PAINTS.brown, 'across')}<radialGradient id="v"><stop offset="0" stop-color="#3a3c44"/><stop offset="1" stop-color="#0c0d10"/></radialGradient><pattern id="grain" width="5" height="5" patternUnits="userSpaceOnUse"><path d="M1 1h.1M3.4 3.2h.1" stroke="#000" stroke-opacity=".22" stroke-width="1.1" stroke-linecap="round"/></pattern></defs>${DRAWINGS[gift.giftKind](paint, gift)}`;
}
