import { expect, test } from 'vitest';
import { readSignature, SHORTEST_SIGNATURE, signatureLength, signaturePath } from './signature';

const drawn = {
  width: 400,
  height: 120,
  strokes: [
    [
      [10, 20],
      [110.04, 20],
    ],
    [[50, 60]],
  ] as [number, number][][],
};

test('strokes become a path; a dot stays visible', () => {
  expect(signaturePath(drawn)).toBe('M10 20 L110 20 M50 60 l0.1 0');
});

test('the length is a share of the pad', () => {
  expect(signatureLength(drawn)).toBeCloseTo(0.25, 2);
  expect(signatureLength({ ...drawn, strokes: [[[50, 60]]] })).toBeLessThan(SHORTEST_SIGNATURE);
});

test('what cannot be read is no signature', () => {
  expect(readSignature(JSON.stringify(drawn))).toEqual(drawn);
  expect(readSignature('{"strokes":[]}')).toBeNull();
  expect(readSignature('not json')).toBeNull();
  expect(readSignature(null)).toBeNull();
});
