/** A handwritten signature as strokes, for the consents of the sample. */
import { Random } from './random.ts';

/** One stroke: points of x, y in a box of 400 × 120, and milliseconds since the pen first touched. */
export type Stroke = [x: number, y: number, at: number][];

/** The signature that belongs to a consent's `signatureSeed`; made on demand, since few are ever looked at. */
export function signatureStrokes(seed: number): Stroke[] {
  const random = new Random(seed, 'signature');
  const strokes: Stroke[] = [];
  let at = 0;
  let x = 20 + random.unit() * 20;
  const count = random.int(2, 4);
  for (let s = 0; s < count; s += 1) {
    const stroke: Stroke = [];
    const width = (360 - x) / (count - s) - 10;
    const loops = random.int(2, 4);
    const height = 14 + random.unit() * 26;
    const phase = random.unit() * 6;
    const slant = 4 + random.unit() * 10;
    const points = random.int(18, 30);
    for (let p = 0; p <= points; p += 1) {
      const t = p / points;
      const angle = phase + t * loops * 2 * Math.PI;
      at += random.int(9, 17);
      const px = x + t * width + Math.cos(angle) * slant;
      const py = 62 - Math.sin(angle) * height * (1 - 0.5 * t) + t * 8;
      stroke.push([Math.round(px * 10) / 10, Math.round(py * 10) / 10, at]);
    }
    strokes.push(stroke);
    x += width + 8;
    at += random.int(90, 240);
  }
  return strokes;
}
