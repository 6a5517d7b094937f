/** A signature as it was drawn: strokes of points, in the units of the pad it was drawn on. Vector, never a picture. */

import { z } from 'zod';

const coordinate = z.number().min(-100).max(10_000);

export const signatureSchema = z.object({
  width: z.number().positive().max(10_000),
  height: z.number().positive().max(10_000),
  strokes: z
    .array(
      z
        .array(z.tuple([coordinate, coordinate]))
        .min(1)
        .max(4000),
    )
    .min(1)
    .max(200),
});
export type Signature = z.infer<typeof signatureSchema>;

/** A stored signature, or null where there is none that can be read. */
export function readSignature(json: string | null): Signature | null {
  if (json === null) return null;
  try {
    return signatureSchema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

/** The strokes as the `d` of an SVG path; a dot is drawn as a very short line. */
export function signaturePath({ strokes }: Signature): string {
  const round = (value: number) => Math.round(value * 10) / 10;
  return strokes
    .map((points) => {
      const [first, ...rest] = points.map(([x, y]) => `${round(x)} ${round(y)}`);
      return `M${first} ${rest.length > 0 ? `L${rest.join(' ')}` : 'l0.1 0'}`;
    })
    .join(' ');
}

/** Length of everything drawn, as a share of the pad's width: an accidental touch is no signature. */
export function signatureLength({ width, strokes }: Signature): number {
  let length = 0;
  for (const points of strokes) {
    for (let index = 1; index < points.length; index += 1) {
      const [x, y] = points[index]!;
      const [fromX, fromY] = points[index - 1]!;
      length += Math.hypot(x - fromX, y - fromY);
    }
  }
  return length / width;
}

/** Shorter than this is a slip of the pen. */
export const SHORTEST_SIGNATURE = 0.1;
