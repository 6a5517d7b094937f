import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutSyllables, hongKongSpellings } from './cantonese';
import { compact, foldText } from './fold';
import { displayName, formOfAddress, fullName, parseName, sortChinese } from './index';
import { readSurname } from './readings';
import { surnameParts } from './surnames';

describe('parseName', () => {
  const parts = (raw: string) => {
    const { familyName = '', givenName = '', englishName = '', chineseName = '', title } = parseName(raw);
    return [familyName, givenName, englishName, chineseName, title ?? ''].join('|');
  };

  it.each([
    ['CHAN Tai Man, Peter', 'Chan|Tai Man|Peter||'],
    ['Chan Tai-man Peter', 'Chan|Tai-man|Peter||'],
    ['CHAN, Tai Man Peter', 'Chan|Tai Man|Peter||'],
    ['CHAN TAI MAN', 'Chan|Tai Man|||'],
    ['chan tai man peter', 'Chan|Tai Man|Peter||'],
    ['Peter CHAN Tai Man', 'Chan|Tai Man|Peter||'],
    ['Peter Chan Tai Man', 'Chan|Tai Man|Peter||'],
    ['Karen Wong Ka Yan', 'Wong|Ka Yan|Karen||'],
    ['Peter Tai Man Chan', 'Chan|Tai Man|Peter||'],
    ['Tai Man Chan', 'Chan|Tai Man|||'],
    ['Lau Andy Tak Wah', 'Lau|Tak Wah|Andy||'],
    ['Peter Chan', 'Chan||Peter||'],
    ['Chan Peter', 'Chan||Peter||'],
    ['Sam Chan', 'Chan||Sam||'],
    ['陳大文', '|||陳大文|'],
    ['陈大文', '|||陈大文|'],
    ['Chen Dawen', 'Chen|Dawen|||'],
    ['Xiaoming Li', 'Li|Xiaoming|||'],
    ['Lam Cheng Yuet Ngor', 'Lam Cheng|Yuet Ngor|||'],
    ['Carrie LAM CHENG Yuet-ngor', 'Lam Cheng|Yuet-ngor|Carrie||'],
    ['歐陽震華', '|||歐陽震華|'],
    ['AU YEUNG Chun Wah', 'Au Yeung|Chun Wah|||'],
    ['Au Yeung', 'Au Yeung||||'],
    ['Szeto Wah', 'Szeto|Wah|||'],
    ['陳先生', '|||陳|mr'],
    ['陳太', '|||陳|mrs'],
    ['歐陽太', '|||歐陽|mrs'],
    ['陳大生', '|||陳大生|'],
    ['Mr Chan', 'Chan||||mr'],
    ['Mrs. Wong', 'Wong||||mrs'],
    ['Chan Sir', 'Chan||||mr'],
    ['陳大文 Peter Chan', 'Chan||Peter|陳大文|'],
    ['CHAN Tai Man (Peter) 陳大文', 'Chan|Tai Man|Peter|陳大文|'],
    ['John Smith', 'Smith||John||'],
    ["O'BRIEN, Conan", "O'Brien||Conan||"],
    ['Lee', 'Lee||||'],
    ['Peter', '||Peter||'],
    ['', '||||'],
  ])('%s', (raw, expected) => expect(parts(raw)).toBe(expected));

  it('takes Chinese in brackets for what the person is called', () => {
    expect(parseName('陳大文（阿文）')).toMatchObject({ chineseName: '陳大文', preferredName: '阿文' });
  });

  it('loses no word', () => {
    const word = fc.constantFrom(
      'Chan',
      'CHAN',
      'Tai',
      'Man',
      'Peter',
      'Karen',
      'Au',
      'Yeung',
      'Dawen',
      'Smith',
      '陳大文',
      ',',
      'Tai-man',
      'Lee',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 7 }), (words) => {
        const { title: _title, ...fields } = parseName(words.join(' '));
        const letters = (text: string) => [...compact(text)].sort().join('');
        expect(letters(Object.values(fields).join(' '))).toBe(letters(words.join(' ')));
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (raw) => void parseName(raw)));
  });
});

describe('showing a name', () => {
  const peter = { familyName: 'Chan', givenName: 'Tai Man', englishName: 'Peter', chineseName: '陳大文' };
  const carol = { familyName: 'Lam Cheng', givenName: 'Yuet Ngor', chineseName: '林鄭月娥' };

  it('uses the script of the language', () => {
    expect(displayName(peter, 'en')).toBe('Peter CHAN Tai Man');
    expect(displayName(peter, 'zh-Hant')).toBe('陳大文');
    expect(displayName(peter, 'zh-Hans')).toBe('陳大文');
    expect(displayName({ englishName: 'Peter' }, 'zh-Hant')).toBe('Peter');
    expect(displayName({ preferredName: '阿文' }, 'en')).toBe('阿文');
    expect(displayName({}, 'en')).toBe('');
    expect(fullName(peter, 'en')).toBe('Peter CHAN Tai Man 陳大文');
    expect(fullName(peter, 'zh-Hant')).toBe('陳大文 Peter CHAN Tai Man');
    expect(fullName({ chineseName: '陳大文' }, 'en')).toBe('陳大文');
  });

  it('addresses people', () => {
    expect(formOfAddress(peter, 'mr', 'en')).toBe('Mr Chan');
    expect(formOfAddress(peter, 'mr', 'zh-Hant')).toBe('陳先生');
    expect(formOfAddress(peter, 'miss', 'zh-Hant')).toBe('陳小姐');
    expect(formOfAddress(peter, 'mrs', 'zh-Hans')).toBe('陳太太');
    expect(formOfAddress({ chineseName: '歐陽震華' }, 'mr', 'zh-Hant')).toBe('歐陽先生');
    expect(formOfAddress(carol, 'mrs', 'zh-Hant')).toBe('林太太');
    expect(formOfAddress(carol, 'ms', 'zh-Hant')).toBe('林鄭女士');
    expect(formOfAddress(carol, 'mrs', 'en')).toBe('Mrs Lam');
    expect(formOfAddress({ familyName: 'Au Yeung' }, 'mrs', 'en')).toBe('Mrs Au Yeung');
    expect(formOfAddress({ familyName: 'Smith' }, 'mr', 'zh-Hant')).toBe('Smith 先生');
    expect(formOfAddress(peter, null, 'en')).toBe('Peter CHAN Tai Man');
  });

  it('sorts Chinese by stroke', () => {
    expect(sortChinese(['陳', '丁', '王', '李', '一'], (name) => name)).toEqual([
      '一',
      '丁',
      '王',
      '李',
      '陳',
    ]);
  });
});

describe('folding', () => {
  it.each([
    ['陳大文', '陈大文'],
    ['蕭', '肖'],
    ['栢', '柏'],
    ['鍾', '钟'],
    ['鐘', '钟'],
    ['锺', '钟'],
    ['衞', '卫'],
    ['峯', '峰'],
    ['啓', '启'],
    ['啟', '启'],
    ['裏', '里'],
    ['裡', '里'],
    ['恆', '恒'],
    ['閻', '闫'],
    ['溫', '温'],
    ['葉', '叶'],
  ])('%s is %s', (a, b) => expect(foldText(a)).toBe(foldText(b)));

  it.each([
    ['ＣＨＡＮ', 'chan'],
    ['Jürgen', 'jurgen'],
    ['Łukasz', 'lukasz'],
    ['Straße', 'strasse'],
    ['Đặng', 'dang'],
    ['Ørsted', 'orsted'],
    ['Ǽsa', 'aesa'],
  ])('%s is %s', (a, b) => expect(foldText(a)).toBe(b));

  it('is the same the second time, for every character there is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
    const unstable: string[] = [];
    for (let code = 0; code <= 0x10ffff; code += 1) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const once = foldText(String.fromCodePoint(code));
      if (foldText(once) !== once) unstable.push(String.fromCodePoint(code));
    }
    expect(unstable).toEqual([]);
  });
});

describe('surnames', () => {
  it('reads the hard ones', () => {
    const hard = '曾 單 區 仇 查 解 翟 冼 蕭 葉 嚴 洗 佘 麥 鄺 司徒 歐陽 諸葛 上官 杜 戴 羅 招 丁'.split(' ');
    expect(
      hard
        .map((surname) => readSurname(surname))
        .map(({ hongKong, pinyin }) => `${hongKong[0]} ${pinyin[0]}`),
    ).toEqual(
      (
        'tsang zeng,sin shan,au ou,sau qiu,cha zha,kai xie,chak zhai,sin xian,siu xiao,yip ye,yim yan,sin xian,sheh she,mak mai,' +
        'kwong kuang,szeto situ,auyeung ouyang,chukot zhuge,sheungkoon shangguan,to du,tai dai,law luo,chiu zhao,ting ding'
      ).split(','),
    );
  });

  it('tells where the surname ends', () => {
    const of = (name: string) => surnameParts([...foldText(name)]);
    expect(of('陳大文')).toEqual([1]);
    expect(of('歐陽震華')).toEqual([2]);
    expect(of('司徒')).toEqual([2]);
    expect(of('林鄭月娥')).toEqual([1, 1]);
    expect(of('陳方安生')).toEqual([1, 1]);
    expect(of('')).toEqual([]);
  });

  it('spells and cuts syllables', () => {
    expect(hongKongSpellings('zoeng')[0]).toBe('cheung');
    expect(hongKongSpellings('jyu')).toContain('yu');
    expect(cutSyllables('taiman')).toEqual(['tai', 'man']);
    expect(cutSyllables('dawen')).toEqual(['da', 'wen']);
    expect(cutSyllables('peter')).toBeNull();
    expect(cutSyllables('man')).toBeNull();
  });
});
