import { describe, expect, it } from 'vitest';
import { attributeName, comparableWishes, readFacts, readWishes } from './attributes';

describe('attributes under one name', () => {
  it('takes a strap’s width for the lug width it fits, and nobody else’s', () => {
    expect(attributeName('width_mm', 'strap')).toBe('lug_width_mm');
    expect(attributeName('width_mm', 'watch')).toBe('width_mm');
    expect(attributeName('lug_mm', 'watch')).toBe('lug_width_mm');
  });
  it('reads any way of writing a name', () => {
    for (const name of ['dialColour', 'Dial colour', 'dial-colour', 'dial']) {
      expect(attributeName(name, 'watch')).toBe('dial');
    }
  });
  it('keeps plain facts and leaves out what it cannot compare', () => {
    expect(readFacts('{"dialColour":"blue","complications":["gmt"],"caseMm":40,"x":null}', 'watch')).toEqual({
      dial: 'blue',
      case_mm: 40,
    });
    expect(readFacts('not json', null)).toEqual({});
    expect(readFacts('[1]', null)).toEqual({});
  });
  it('keeps exact, several and ranges as wishes', () => {
    const stored = '{"dial_colour":["blue","green"],"case_mm":{"max":38},"metal":"steel","y":{},"z":[]}';
    expect(comparableWishes(readWishes(stored), 'watch')).toEqual({
      dial: ['blue', 'green'],
      case_mm: { max: 38 },
      metal: 'steel',
    });
  });
});
