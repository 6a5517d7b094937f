import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, test } from 'vitest';
import { detectFile } from './detect';
import type { Encoding } from './encodings';
import type { FileProblem } from './problems';
import { readRows } from './read-rows';
import { toCsvLine } from './write-rows';

const folder = mkdtempSync(join(tmpdir(), 'detect-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;

function fileOf(content: string | Buffer): string {
  files += 1;
  const path = join(folder, `${files}.csv`);
  writeFileSync(path, content);
  return path;
}

function encode(text: string, encoding: Encoding): Buffer {
  if (encoding === 'utf-8-bom') return iconv.encode(text, 'utf8', { addBOM: true });
  return iconv.encode(text, encoding === 'big5' ? 'big5hkscs' : encoding);
}

async function readBack(path: string): Promise<{ encoding: Encoding; rows: string[][] }> {
  const found = await detectFile(path);
  const rows = [found.header];
  for await (const batch of readRows(path, found)) rows.push(...batch.map((row) => row.cells));
  return { encoding: found.encoding, rows };
}

const SURNAMES = [...'陳李黃張林王吳劉梁何鄭羅郭葉周蔡許馮楊鄧曾余蘇謝徐鄺歐區'];
const GIVEN = [...'志偉明強華國家俊傑豪文輝榮德光成麗玲珍美芳慧敏嘉欣詠詩雅婷穎怡子軒浩然晴曉彤'];
const PLACES = [
  '香港中環皇后大道中1號',
  '九龍尖沙咀彌敦道100號5樓B室',
  '新界沙田正街18號',
  '銅鑼灣軒尼詩道500號',
  '',
];
const NOTES = ['喜歡玫瑰金', '太太生日送禮，勿致電', '鱷魚皮錶帶', 'prefers WhatsApp', 'VIP', ''];
const TRADITIONAL_HEADER = ['姓名', '電話', '地址', '備註'];
const ENGLISH_HEADER = ['Name', 'Phone', 'Address', 'Note'];

const TO_SIMPLIFIED: Record<string, string> = Object.fromEntries(
  [
    ...'陈陳 张張 黄黃 吴吳 刘劉 郑鄭 罗羅 叶葉 许許 冯馮 杨楊 邓鄧 苏蘇 谢謝 邝鄺 欧歐 区區 伟偉 强強 华華 国國 杰傑 辉輝 荣榮 丽麗 咏詠'.split(
      ' ',
    ),
    ...'诗詩 颖穎 轩軒 晓曉 环環 号號 龙龍 咀咀 弥彌 楼樓 铜銅 锣鑼 湾灣 欢歡 银銀 礼禮 电電 话話 备備 注註 鳄鱷 鱼魚 表錶 带帶 东東'.split(
      ' ',
    ),
  ].map((pair) => [pair.slice(1), pair.slice(0, 1)]),
);
const simplify = (text: string) =>
  [...text].map((character) => TO_SIMPLIFIED[character] ?? character).join('');

const customer = fc
  .tuple(
    fc.constantFrom(...SURNAMES),
    fc.array(fc.constantFrom(...GIVEN), { minLength: 1, maxLength: 2 }),
    fc.integer({ min: 20_000_000, max: 99_999_999 }),
    fc.constantFrom(...PLACES),
    fc.constantFrom(...NOTES),
  )
  .map(([family, given, phone, address, note]) => [family + given.join(''), String(phone), address, note]);
const customers = fc.array(customer, { minLength: 1, maxLength: 30 });
const header = fc.constantFrom(TRADITIONAL_HEADER, ENGLISH_HEADER);

const ENCODINGS: Encoding[] = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'big5', 'gb18030'];

describe('encoding', () => {
  test.each(ENCODINGS)(
    'Chinese customers written in %s are recognised and read back equal',
    async (encoding) => {
      await fc.assert(
        fc.asyncProperty(header, customers, fc.boolean(), async (names, rows, simplified) => {
          const script = simplified && encoding !== 'big5' ? simplify : (text: string) => text;
          const written = [names, ...rows].map((row) => row.map(script));
          const path = fileOf(encode(written.map(toCsvLine).join(''), encoding));
          expect(await readBack(path)).toEqual({ encoding, rows: written });
        }),
        { numRuns: 150 },
      );
    },
  );

  test.each(['utf-16le', 'utf-16be'] as const)('%s with its mark', async (encoding) => {
    const path = fileOf(encode('\uFEFF姓名,電話\n陳大文,91234567\n', encoding));
    expect(await readBack(path)).toEqual({
      encoding,
      rows: [
        ['姓名', '電話'],
        ['陳大文', '91234567'],
      ],
    });
  });

  test('a single Chinese name at the end of a long English file decides', async () => {
    const english = 'Chan Tai Man,91234567\n'.repeat(100_000);
    for (const encoding of ['big5', 'gb18030', 'utf-8'] as const) {
      const bytes = encode(`Name,Phone\n${english}陳大文,91234567\n`, encoding);
      expect((await detectFile(fileOf(bytes))).encoding).toBe(encoding);
      expect((await detectFile(fileOf(gzipSync(bytes)))).encoding).toBe(encoding);
    }
  });

  test('characters only Hong Kong has', async () => {
    const text = '姓名,地址\n陳大文,深水埗鴨寮街\n李小姐,大角咀埃華街，啲嘢喺度㗎\n';
    expect(await readBack(fileOf(encode(text, 'big5')))).toMatchObject({
      encoding: 'big5',
      rows: [
        ['姓名', '地址'],
        ['陳大文', '深水埗鴨寮街'],
        ['李小姐', '大角咀埃華街，啲嘢喺度㗎'],
      ],
    });
  });

  test.each([
    'Name,City\nJosé Müller,Zürich\nFrançois Lefèvre,Genève\n',
    'Item,Price\nTiffany’s “Éclat” ring,£1200\nFusée & Chain – rosé,€900\n',
    'Name,Note\nSøren Ångström,näher\n',
    'Name\nBJÖRK\n',
  ])('western names: %j', async (text) => {
    expect((await detectFile(fileOf(encode(text, 'windows-1252')))).encoding).toBe('windows-1252');
    expect((await detectFile(fileOf(text))).encoding).toBe('utf-8');
  });

  test('a damaged row does not hide that the file is UTF-8', async () => {
    const good = '陳大文,中環皇后大道中\n'.repeat(50);
    const bytes = Buffer.concat([
      Buffer.from(`姓名,地址\n${good}李`),
      Buffer.from([0xe9, 0x99]),
      Buffer.from(',x\n'),
    ]);
    expect(await detectFile(fileOf(bytes))).toMatchObject({ encoding: 'utf-8', encodingCertainty: 'likely' });
  });

  test('a stray NUL does not make a file UTF-16', async () => {
    expect((await detectFile(fileOf('name,phone\nChan,\0\0\nLee,123\n'))).encoding).toBe('utf-8');
  });

  test.each([
    'Имя,Город\nИван,Москва\n',
    'Όνομα\nΓιώργος\n',
    'Name\nDvořák\n',
    'a\nʤ\n',
    'Pinyin\nLǐ Xiǎolóng\n',
    'a\n😀\n',
  ])('UTF-8 of other languages stays UTF-8: %j', async (text) => {
    expect((await detectFile(fileOf(text))).encoding).toBe('utf-8');
  });

  test('Chinese that happens to be valid UTF-8 is not taken for it', async () => {
    expect((await detectFile(fileOf(encode('Name\n郑散通\n', 'gb18030')))).encoding).toBe('gb18030');
  });

  test('how sure it is, is said', async () => {
    expect((await detectFile(fileOf('a,b\n1,2\n'))).encodingCertainty).toBe('certain');
    const big5 = encode('姓名,電話\n陳大文,91234567\n歐陽小姐,61234567\n', 'big5');
    expect((await detectFile(fileOf(big5))).encodingCertainty).toBe('likely');
  });
});

describe('delimiter and header', () => {
  test.each([',', ';', '\t', '|', '^', '~'])('delimiter %j', async (delimiter) => {
    const rows = [
      ['Name', 'Bought at', 'Price'],
      ['Chan, Tai Man', '2024-01-02 08:26:00', '1234.50'],
      ['Lee', '2024-01-02 18:26:00', '99.00'],
      ['Wong', '2024-01-02 11:00:00', '5.00'],
    ];
    const cell = (text: string) => (text.includes(delimiter) ? `"${text}"` : text);
    const text = rows.map((row) => row.map(cell).join(delimiter)).join('\n');
    expect(await detectFile(fileOf(text))).toMatchObject({
      delimiter,
      header: rows[0],
      sampleRows: rows.slice(1),
    });
  });

  test('decimal commas do not outweigh semicolons', async () => {
    const found = await detectFile(fileOf('name;price\nA;1,50\nB;2,00\nC;3,25\n'));
    expect(found).toMatchObject({ delimiter: ';', header: ['name', 'price'] });
  });

  test('a file of one column is read as one', async () => {
    const found = await detectFile(fileOf('Name\nChan Tai Man\nLee: late\nWong\n'));
    expect(found).toMatchObject({
      header: ['Name'],
      sampleRows: [['Chan Tai Man'], ['Lee: late'], ['Wong']],
    });
  });

  test('a report title, a date and a blank line before the header', async () => {
    const text =
      'Customer list\nPrinted:,2024-05-01\n\nNo,Name,Phone,Email\n1,Chan,91234567,a@b.hk\n2,Lee,,\n';
    const found = await detectFile(fileOf(text));
    expect(found).toMatchObject({ preambleLines: 3, header: ['No', 'Name', 'Phone', 'Email'] });
  });

  test('columns of the same name are told apart', async () => {
    const found = await detectFile(fileOf('name,name,name (2),, name \nA,B,C,D,E\n'));
    expect(found.header).toEqual(['name', 'name (3)', 'name (2)', '', 'name (4)']);
  });

  test('what a person decides is followed and the rest found anew', async () => {
    const path = fileOf(encode('list\n姓名;a,b\n陳;1,2\n', 'gb18030'));
    expect(await detectFile(path, { encoding: 'gb18030', delimiter: ',', preambleLines: 1 })).toMatchObject({
      delimiter: ',',
      preambleLines: 1,
      header: ['姓名;a', 'b'],
      sampleRows: [['陳;1', '2']],
    });
  });
});

describe('what is no text file', () => {
  const code = async (content: Buffer) =>
    detectFile(fileOf(content)).then(
      (found) => found.encoding,
      (error: FileProblem) => ({ code: error.code, ...error.params }),
    );

  test('a spreadsheet, a picture, a packed archive, a program, nothing', async () => {
    expect(await code(Buffer.from('PK\x03\x04rest', 'latin1'))).toEqual({
      code: 'FILE_NOT_TEXT',
      kind: 'spreadsheet',
    });
    expect(await code(Buffer.from('\x89PNG\r\n', 'latin1'))).toEqual({
      code: 'FILE_NOT_TEXT',
      kind: 'image',
    });
    expect(await code(gzipSync(gzipSync('a,b')))).toEqual({ code: 'FILE_NOT_TEXT', kind: 'archive' });
    const noise = Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * i * 31 + i * 7) % 256));
    expect(await code(noise)).toEqual({ code: 'FILE_NOT_TEXT', kind: 'binary' });
    expect(await code(Buffer.alloc(0))).toEqual({ code: 'FILE_EMPTY' });
    expect(await code(Buffer.from(' \n\n'))).toEqual({ code: 'FILE_EMPTY' });
  });
});
