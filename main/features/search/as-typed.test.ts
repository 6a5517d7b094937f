import { queryTokens } from '@shared/domain/search-keys';
import { describe, expect, it } from 'vitest';
import { standsAsTyped } from './as-typed';

const peter = {
  family_name: 'Chan',
  given_name: 'Tai Man',
  english_name: 'Peter',
  chinese_name: '陳大文',
  preferred_name: null,
  other_names: 'Uncle Four',
  codes: ['HH-100042'],
  contacts: [{ kind: 'email', value: 'gary.lau@mail.example' }],
  notes: [],
};
const stands = (typed: string) => standsAsTyped(queryTokens(typed).tokens, peter);

describe('words that stand in a record as they were typed', () => {
  it.each([
    'chan tai man',
    'tai man chan',
    'peter chan',
    'chan peter',
    'peter tai man chan',
    'ch ta',
    'chan taim',
    'uncle four',
    'man chan tai',
    'gary lau',
    'hh 100042',
  ])('%s does', (typed) => expect(stands(typed)).toBe(true));

  it.each(['ma ta', 'chen dawen', 'chan gary', 'chan lau', 'pe fo'])('%s does not', (typed) =>
    expect(stands(typed)).toBe(false),
  );
});
