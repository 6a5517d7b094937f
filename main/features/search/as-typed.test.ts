import { queryTokens } from '@shared/domain/search-keys';
import { describe, expect, it } from 'vitest';
import { type Standing, standingInNames, standingInReach } from './as-typed';

const peter = {
  family_name: 'Chan',
  given_name: 'Tai Man',
  english_name: 'Peter',
  chinese_name: '陳大文',
  preferred_name: null,
  other_names: 'Uncle Four',
  codes: ['HH-100042'],
  contacts: [{ kind: 'email', value: 'gary.lau@mail.example' }],
  recordNumbers: [],
  notes: [],
};
const standing = (typed: string): Standing => {
  const { tokens } = queryTokens(typed);
  const inNames = standingInNames(tokens, peter);
  return inNames === 'loose' ? standingInReach(tokens, peter) : inNames;
};

describe('words that stand in a record as they were typed', () => {
  it.each([
    ['chan tai man', 'whole'],
    ['tai man chan', 'whole'],
    ['peter chan', 'whole'],
    ['chan peter', 'whole'],
    ['peter tai man chan', 'whole'],
    ['tai man', 'whole'],
    ['uncle four', 'whole'],
    ['ch ta', 'begun'],
    ['ch pet', 'begun'],
    ['pe ch', 'begun'],
    ['cha tai', 'loose'],
    ['chan man pet', 'loose'],
    ['chan taim', 'begun'],
    ['man chan tai', 'begun'],
    ['gary lau', 'begun'],
    ['hh 100042', 'begun'],
    ['ma ta', 'loose'],
    ['chen dawen', 'loose'],
    ['chan gary', 'loose'],
    ['chan lau', 'loose'],
    ['pe fo', 'loose'],
  ])('%s: %s', (typed, expected) => expect(standing(typed)).toBe(expected));
});
