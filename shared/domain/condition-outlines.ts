/** Outlines on which the condition of an item is marked: the same picture on the screen and on paper. */

import type { OUTLINES } from './service-jobs';

/** Width and height of an outline's own units; marks are percent of both. */
export const outlineSize = { width: 100, height: 140 } as const;

/** Paths of one outline: its edges, and what is only there to be recognised by. */
interface OutlineDrawing {
  readonly edges: readonly string[];
  readonly details: readonly string[];
}

const circle = (radius: number) =>
  `M${50 - radius} 70 a${radius} ${radius} 0 1 0 ${2 * radius} 0 a${radius} ${radius} 0 1 0 ${-2 * radius} 0`;

/** The mark of an hour on a dial around (50, 70). */
function hourMark(hour: number): string {
  const angle = (hour * Math.PI) / 6;
  const at = (radius: number) =>
    `${(50 + radius * Math.sin(angle)).toFixed(2)} ${(70 - radius * Math.cos(angle)).toFixed(2)}`;
  return `M${at(25)} L${at(22)}`;
}

export const outlineDrawings: Readonly<Record<(typeof OUTLINES)[number], OutlineDrawing>> = {
  // A watch from the front: case, bezel, dial, crown, lugs, the ends of its strap.
  watch: {
    edges: [
      'M36 36 L39 4 H61 L64 36 M36 104 L39 136 H61 L64 104',
      'M30 46 L32 34 L40 38 M70 46 L68 34 L60 38 M30 94 L32 106 L40 102 M70 94 L68 106 L60 102',
      circle(34),
      circle(28),
      'M84 66 H89 V74 H84 Z',
    ],
    details: [...Array.from({ length: 12 }, (_, hour) => hourMark(hour)), 'M50 70 L50 52 M50 70 L62 76'],
  },
  // Any other thing, front above and back below.
  thing: { edges: ['M14 8 H86 V64 H14 Z', 'M14 76 H86 V132 H14 Z'], details: ['M14 70 H86'] },
};
