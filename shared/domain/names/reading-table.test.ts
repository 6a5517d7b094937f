import { pinyin } from 'pinyin-pro';
import { getJyutpingCandidates } from 'to-jyutping';
import { expect, it } from 'vitest';
import { foldHanCharacter } from './fold';

/**
 * Writes `reading-table.ts` from the dictionaries (run the tests with `-u` after updating one) and proves that the committed
 * table is what they say. The app ships the table: the dictionaries themselves would cost it 60 MB of memory and a tenth of
 * a second, for readings of whole sentences that names do not need.
 */
function tables() {
  const byPinyin = new Map<string, string>();
  const byJyutping = new Map<string, string>();
  const add = (map: Map<string, string>, reading: string, character: string) =>
    map.set(reading, (map.get(reading) ?? '') + character);
  const cantonese = (character: string) =>
    (getJyutpingCandidates(character)[0]?.[1]?.[0] ?? '').replace(/[0-9]/g, '');

  for (let code = 0x3400; code <= 0x9fff; code += 1) {
    const character = String.fromCodePoint(code);
    const folded = foldHanCharacter(character);
    const own = cantonese(character);
    // Characters that read like their Simplified form are found through it.
    if (own && (folded === character || own !== cantonese(folded))) add(byJyutping, own, character);
    if (folded !== character) continue;
    const mandarin = pinyin(character, { toneType: 'none', v: true });
    if (/^[a-zü]+$/.test(mandarin) && (own || code >= 0x4e00))
      add(byPinyin, mandarin.replace('ü', 'v'), character);
  }
  const write = (map: Map<string, string>) =>
    [...map.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([reading, characters]) => reading + characters)
      .join('|');
  return { pinyin: write(byPinyin), jyutping: write(byJyutping) };
}

it('is what the dictionaries say', async () => {
  const { pinyin, jyutping } = tables();
  await expect(`/**
 * The first reading of every character, without tones, as \`reading + characters\`. Written by reading-table.test.ts: do not
 * edit. Pinyin (of Simplified forms) from pinyin-pro, MIT licence, © zh-lx. Jyutping from to-jyutping, BSD 2-clause licence,
 * © CanCLID.
 */
export const PINYIN =
  '${pinyin}';

export const JYUTPING =
  '${jyutping}';
`).toMatchFileSnapshot('./reading-table.ts');
});
