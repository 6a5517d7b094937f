import romanisation from 'cantonese-romanisation';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { people } from './names/people.fixture';
import type { PersonNames } from './names/types';
import { phoneKeys } from './phones';
import {
  codeKeys,
  deletionKeys,
  emailKeys,
  explainMatch,
  holdsAll,
  personKeys,
  personKeysApart,
  type QueryToken,
  queryTokens,
  slipLikelihood,
  spellingWords,
  textKeys,
  withinOneEdit,
} from './search-keys';

const matchesAll = (tokens: readonly QueryToken[], keys: readonly string[]) =>
  tokens.length > 0 &&
  tokens.every(({ text, prefix }) => keys.some((key) => (prefix ? key.startsWith(text) : key === text)));

/** As the search does: the tokens, and the alternatives where they find nothing. */
const finds = (typed: string, keys: readonly string[]) => {
  const query = queryTokens(typed);
  return matchesAll(query.tokens, keys) || query.alternatives.some((tokens) => matchesAll(tokens, keys));
};
const findsAtOnce = (typed: string, keys: readonly string[]) => matchesAll(queryTokens(typed).tokens, keys);

const GIVEN = [
  ...new Set(
    '大文志明嘉欣詠詩子軒浩然俊賢雅婷美玲潔瑩慧敏家豪偉強國華建榮德輝永康健雄世傑麗珍秀英淑芬惠儀佩珊寶珠鳳蓮月娥玉蘭桂芳少梅小燕思穎彤曉晴樂怡凱琳芷若梓柏希卓楠皓朗天佑祖兒智恩靜雯雪盈綺潤發樹仁鴻基兆錦松漢光炳坤耀東啟泰澤民錫章維新振超冠中善衡正展翔千嬅茵妮心悅倩綽舒琪紫曼靄薇翠碧霞彩紅瑞麟祥添財富貴慶有才學友城朝星馳',
  ),
];
const SURNAMES = [
  ...'陳林黃李張王吳劉楊郭梁何鄭葉周徐許馮鄧曾蔡朱羅馬趙蘇謝盧譚潘杜戴方余彭胡高袁鍾江莫蕭伍陸溫黎曹歐區施姚麥石韓鄺關湯廖孫尹洪邱賴呂',
];
/**
 * The library also lists spellings made up for English readers (gar, duck, gwoon), which are on no identity card, and a few
 * readings that these characters do not have in names.
 */
const FOR_ENGLISH_READERS = /^[bdgjz]|oo|[ao]r[kn]?$|u[cn]k$|aa|^(?:jue|fart|fut|hork|soi|ok)$/;
const spelling = (character: string) =>
  (romanisation.getRoman(character)[0] ?? []).filter(
    (form) => !FOR_ENGLISH_READERS.test(form) && character + form !== '妮lei',
  );

describe('people are found as their names are typed', () => {
  it('covers at least 60 people', () => expect(people.length).toBeGreaterThanOrEqual(60));

  it.each(people)(
    '$names.chineseName $names.familyName $names.givenName $names.englishName',
    ({ names, typed }) => {
      const keys = personKeys(names).concat(
        names.familyName === 'Smith' ? emailKeys('jsmith@example.com') : [],
      );
      expect(typed.filter((form) => !finds(form, keys))).toEqual([]);
    },
  );

  it('hardly ever needs a second look-up', () => {
    const all = people.flatMap(({ names, typed }) =>
      typed.map((form) => findsAtOnce(form, personKeys(names))),
    );
    expect(all.filter(Boolean).length / all.length).toBeGreaterThan(0.98);
  });

  const spelled = GIVEN.filter((character) => spelling(character).length > 0);
  const person = fc.record({
    surname: fc.constantFrom(...SURNAMES.filter((character) => spelling(character).length > 0)),
    given: fc.array(fc.constantFrom(...spelled), { minLength: 2, maxLength: 2 }),
    english: fc.constantFrom('', 'Peter', 'Karen', 'Ivy', 'Kelvin'),
    pick: fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
  });
  type Generated = typeof person extends fc.Arbitrary<infer T> ? T : never;
  // The spellings come from another library than the keys, so this is not the rules tested by themselves.
  const spellOut = ({ surname, given, pick }: Generated) =>
    [surname, ...given].map((character, index) => {
      const all = spelling(character);
      return all[(pick[index] ?? 0) % all.length] ?? '';
    });

  it('finds generated people by their stored spelling, in every order and script', () => {
    const sample = fc.sample(person, { numRuns: 1500, seed: 7 });
    let total = 0;
    const missed: string[] = [];
    for (const generated of sample) {
      const [family = '', first = '', second = ''] = spellOut(generated);
      const { surname, given, english } = generated;
      const chineseName = surname + given.join('');
      const keys = personKeys({
        familyName: family,
        givenName: `${first} ${second}`,
        englishName: english,
        chineseName,
      });
      const forms = [
        `${family.toUpperCase()} ${first} ${second}, ${english}`,
        `${family} ${first}-${second} ${english}`,
        `${english} ${family}`,
        `${first} ${second} ${family}`,
        `${first}${second}`,
        `${family}${first}${second}`,
        chineseName,
        given.join(''),
        `${surname}先生`,
        `Miss ${family}`,
      ];
      for (const form of forms) {
        total += 1;
        if (!finds(form, keys)) missed.push(`${chineseName}: ${form}`);
      }
    }
    expect(1 - missed.length / total, missed.slice(0, 5).join('; ')).toBeGreaterThanOrEqual(0.999);
  });

  it('finds generated people by a romanised name that is not on record (at least 99%)', () => {
    const sample = fc.sample(person, { numRuns: 3000, seed: 11 });
    const missed: string[] = [];
    for (const generated of sample) {
      const chineseName = generated.surname + generated.given.join('');
      const form = spellOut(generated).slice(1).join(' ');
      if (!finds(form, personKeys({ chineseName }))) missed.push(`${chineseName}: ${form}`);
    }
    expect(1 - missed.length / sample.length, missed.slice(0, 20).join('; ')).toBeGreaterThanOrEqual(0.99);
  });

  it('finds the Traditional name in the Simplified record and the other way round', () => {
    expect(personKeys({ chineseName: '蕭鍾麗華' }).filter((key) => /\p{Script=Han}/u.test(key))).toEqual(
      personKeys({ chineseName: '肖钟丽华' }).filter((key) => /\p{Script=Han}/u.test(key)),
    );
  });

  it('keeps the index small', () => {
    const recorded: PersonNames = {
      familyName: 'Chan',
      givenName: 'Tai Man',
      englishName: 'Peter',
      chineseName: '陳大文',
    };
    expect(personKeys(recorded).length).toBeLessThanOrEqual(16);
    expect(personKeys({ chineseName: '陳大文' }).length).toBeLessThanOrEqual(26);
  });
});

describe('queryTokens', () => {
  const texts = (raw: string) => queryTokens(raw).tokens.map(({ text }) => text);

  it.each([
    ['+852 9123 4567', ['85291234567']],
    ['00852 9123-4567', ['85291234567']],
    ['9123 4567', ['91234567']],
    ['9123 45', ['9123', '45']],
    ['chan 4567', ['chan', '4567']],
    ['Mr Chan', ['chan']],
    ['陳先生', ['陈']],
    ['陳太', ['陈']],
    ['陳大生', ['陈大', '大生']],
    ['Mr', ['mr']],
    ['先生', ['先生']],
    ['peter.chan@gmail.com', ['peter', 'chan', 'gmail']],
    ['peter@', ['peter']],
    ['ＣＨＡＮ', ['chan']],
    ['', []],
    [' -·- ', []],
  ])('%s', (raw, expected) => expect(texts(raw)).toEqual(expected));

  it('prefers the joined name, and says which title was left out', () => {
    expect(queryTokens('Ms Tai Man Chan')).toMatchObject({
      title: 'ms',
      prefer: ['taimanchan', 'chantaiman'],
    });
    expect(queryTokens('陳太').prefer).toEqual(['陈太']);
  });

  it('offers other readings for a miss', () => {
    const alternatives = (raw: string) =>
      queryTokens(raw).alternatives.map((tokens) => tokens.map(({ text }) => text).join(' '));
    expect(alternatives('chan4567')).toContain('chan 4567');
    expect(alternatives('2024-05-03')).toContain('2024 05 03');
    expect(alternatives('+853 6612 3456')).toContain('66123456');
    expect(alternatives('陳大文')).toContain('chan tai man');
    expect(alternatives('陳大文')).toContain('chen da wen');
    expect(alternatives('chan tai')).toEqual([]);
  });

  it('gives only tokens that an index of plain words can hold, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (raw) => {
        const query = queryTokens(raw);
        for (const { text } of [query.tokens, ...query.alternatives].flat())
          expect(text).toMatch(/^[\p{L}\p{N}]+$/u);
        expect(query.tokens.length).toBeLessThanOrEqual(8);
      }),
    );
  });
});

describe('text, addresses, codes', () => {
  it('finds any word, number and one, two or more characters of a note', () => {
    const keys = textKeys('想買 GMT-Master II 126710BLRO 送太太，預算 $150,000');
    for (const typed of [
      'gmt',
      'master ii',
      '126710',
      'blro',
      '126710blro',
      '买',
      '買',
      '送太太',
      '太太',
      '太',
      '預算',
      '150,000',
      '150',
    ]) {
      expect(finds(typed, keys), typed).toBe(true);
    }
    expect(finds('想送', keys)).toBe(false);
  });

  it('finds every one to four characters of any Chinese text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...GIVEN), { minLength: 1, maxLength: 12 }),
        fc.nat(),
        fc.integer({ min: 1, max: 4 }),
        (text, from, length) => {
          const start = from % text.length;
          expect(
            matchesAll(
              queryTokens(text.slice(start, start + length).join('')).tokens,
              textKeys(text.join('')),
            ),
          ).toBe(true);
        },
      ),
    );
  });

  it('finds an e-mail address whole and by its parts', () => {
    const keys = emailKeys('Peter.Chan88@yahoo.com.hk');
    for (const typed of [
      'peter.chan88@yahoo.com.hk',
      'peter.ch',
      'chan88',
      '88',
      'yahoo',
      'peter.chan88@ya',
      'peterchan88',
    ]) {
      expect(findsAtOnce(typed, keys), typed).toBe(true);
    }
    expect(keys).not.toContain('com');
  });

  it('finds a code by any run from a boundary and by any end', () => {
    for (const typed of ['M126334-0002', 'm126334', '126334', '1263340002', '0002', '334-0002', '40002']) {
      expect(finds(typed, codeKeys('M126334-0002')), typed).toBe(true);
    }
    expect(finds('123', codeKeys('VIP-000123'))).toBe(true);
    expect(finds('vip000123', codeKeys('VIP-000123'))).toBe(true);
  });

  const segment = fc.string({ unit: fc.constantFrom(...'ABCXYZ0123456789'), minLength: 1, maxLength: 6 });
  it('holds that for any code', () => {
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 4 }), fc.nat(), (segments, pick) => {
        const keys = codeKeys(segments.join('-'));
        const whole = segments.join('').toLowerCase();
        for (let length = 4; length <= whole.length; length += 1)
          expect(keys).toContain(whole.slice(-length));
        const at = segments.slice(0, pick % segments.length).join('').length;
        for (let end = at + 1; end <= whole.length; end += 1) {
          expect(keys.some((key) => key.startsWith(whole.slice(at, end)))).toBe(true);
        }
      }),
    );
  });

  it('finds a phone by its last digits and by any of its middle', () => {
    const keys = phoneKeys('+852 9123 4567');
    for (const typed of [
      '4567',
      '34567',
      '9123',
      '9123 4567',
      '852 9123 4567',
      '+85291234567',
      '2345',
      '912 345 67',
    ]) {
      expect(finds(typed, keys), typed).toBe(true);
    }
  });
});

describe('typing errors', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 3, maxLength: 9 });
  const edited = fc
    .tuple(word, fc.nat(), fc.constantFrom(...'abcxyz'), fc.nat({ max: 3 }))
    .map(([text, at, letter, kind]) => {
      const index = at % text.length;
      const [before, after] = [text.slice(0, index), text.slice(index)];
      const other =
        kind === 0
          ? before + letter + after
          : kind === 1
            ? before + after.slice(1)
            : kind === 2
              ? before + letter + after.slice(1)
              : before + (after[1] ?? '') + (after[0] ?? '') + after.slice(2);
      return [text, other] as const;
    });

  it('shares a deletion key between a word and any single edit of it', () => {
    fc.assert(
      fc.property(edited, ([text, other]) => {
        expect(withinOneEdit(text, other)).toBe(true);
        expect(withinOneEdit(other, text)).toBe(true);
        const keys = new Set(deletionKeys(text));
        expect(deletionKeys(other).some((key) => keys.has(key))).toBe(true);
      }),
    );
  });

  it('refuses two edits', () => {
    expect(withinOneEdit('chan', 'tan')).toBe(false);
    expect(withinOneEdit('chan', 'hcna')).toBe(false);
    expect(withinOneEdit('cheung', 'chung')).toBe(true);
    expect(withinOneEdit('chan', 'chna')).toBe(true);
    expect(withinOneEdit('chan', 'nahc')).toBe(false);
  });

  it('takes a letter left out or two exchanged for likelier than a wrong one, and a near key for likelier than a far one', () => {
    const order = ['hang', 'zhagn', 'zhamg', 'zhaqg'].map((typed) => slipLikelihood('zhang', typed));
    expect(order[0]).toBe(order[1]);
    expect(order[1]).toBeGreaterThan(order[2] as number);
    expect(order[2]).toBeGreaterThan(order[3] as number);
    expect(slipLikelihood('lau', 'laau')).toBeGreaterThan(slipLikelihood('lau', 'lvau'));
  });

  it('takes distance two where asked', () => {
    expect(deletionKeys('abc', 2).sort()).toEqual(['a', 'ab', 'abc', 'ac', 'b', 'bc', 'c']);
  });

  it('keeps whole names apart, so that few words begin with a surname', () => {
    const { words, whole } = personKeysApart({
      familyName: 'Cheung',
      givenName: 'Tai Man',
      chineseName: '張大文',
    });
    expect([...words].filter((word) => word.startsWith('cheung') || word.startsWith('zhang')).sort()).toEqual(
      ['cheung', 'zhang'],
    );
    expect([...whole].sort()).toEqual(['cheungtaiman', 'zhangdawen']);
  });

  it('names the words that can be misspelt', () => {
    expect(spellingWords({ familyName: 'Chan', givenName: 'Tai Man', chineseName: '陳大文' })).toEqual(
      expect.arrayContaining(['chan', 'tai', 'man', 'taiman', 'chen', 'wen', 'dawen']),
    );
  });

  it('are letters: no number is a slip of another', () => {
    expect(spellingWords({ englishName: 'Customer 12345' })).toEqual(['customer']);
    expect(spellingWords({ englishName: 'Studio54 一二三' })).toContain('studio54');
  });
});

describe('explainMatch', () => {
  const fields = [
    { field: 'familyName', value: 'CHAN' },
    { field: 'givenName', value: 'Tai-man' },
    { field: 'chineseName', value: '陳大文' },
    { field: 'phone', value: '+852 9123 4567' },
    { field: 'note', value: 'Élan bracelet, 送太太' },
  ];
  const why = (typed: string, of = fields) =>
    explainMatch(queryTokens(typed), of).map(({ field, value, ranges, by }) => [
      field,
      ranges.map(([start, end]) => value.slice(start, end)).join('+'),
      by,
    ]);

  it('names the field and the place', () => {
    expect(why('chan 4567')).toEqual([
      ['familyName', 'CHAN', 'text'],
      ['phone', '4567', 'text'],
    ]);
    expect(why('taim')).toEqual([['givenName', 'Tai-m', 'text']]);
    expect(why('陈大文')).toEqual([['chineseName', '陳大文', 'text']]);
    expect(why('elan')).toEqual([['note', 'Élan', 'text']]);
    expect(why('送太太')).toEqual([['note', '送太太', 'text']]);
    expect(why('+852 9123')).toEqual([['phone', '852 9123', 'text']]);
  });

  it('says whether values hold every word, wherever each of them stands', () => {
    const holds = (typed: string, ...values: string[]) => holdsAll(queryTokens(typed).tokens, values);
    expect(holds('blue strap', 'looked at a blue dial', 'wants another strap')).toBe(true);
    expect(holds('blue strap', 'looked at a blue dial')).toBe(false);
    expect(holds('chan', '陳大文')).toBe(false);
  });

  it('explains a match by sound', () => {
    const chinese = [{ field: 'chineseName', value: '陳大文' }];
    expect(why('taiman', chinese)).toEqual([['chineseName', '大文', 'sound']]);
    expect(why('chen dawen', chinese)).toEqual([['chineseName', '陳大文', 'sound']]);
    expect(why('szeto', [{ field: 'chineseName', value: '司徒華' }])).toEqual([
      ['chineseName', '司徒', 'sound'],
    ]);
  });

  it('tells whole words from beginnings, and nothing from nothing', () => {
    expect(explainMatch(queryTokens('chan'), [{ field: 'familyName', value: 'Chan' }])[0]?.whole).toBe(true);
    expect(explainMatch(queryTokens('chan'), [{ field: 'familyName', value: 'Chang' }])[0]?.whole).toBe(
      false,
    );
    expect(why('zzz')).toEqual([]);
  });

  it('explains whatever the keys find', () => {
    for (const { names, typed } of people) {
      const stored = Object.entries(names).flatMap(([field, value]) =>
        value ? [{ field, value: value as string }] : [],
      );
      for (const form of typed.filter((text) => findsAtOnce(text, personKeys(names)))) {
        expect(explainMatch(queryTokens(form), stored).length, form).toBeGreaterThan(0);
      }
    }
  });

  it('keeps its ranges inside the value, in order', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', maxLength: 6 }),
        (value, typed) => {
          for (const { ranges } of explainMatch(queryTokens(typed), [{ field: 'note', value }])) {
            let last = 0;
            for (const [start, end] of ranges) {
              expect(start).toBeGreaterThanOrEqual(last);
              expect(end).toBeGreaterThan(start);
              expect(end).toBeLessThanOrEqual(value.length);
              last = end;
            }
          }
        },
      ),
    );
  });
});
