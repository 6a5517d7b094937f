/**
 * From Jyutping to the spellings seen on Hong Kong identity cards. There is no published table of the government's
 * romanisation: these rules were written down from common names, the first spelling of each list being the usual one.
 * They serve the search index only; nobody's legal spelling may be derived from them.
 */

const INITIALS: Record<string, string[]> = {
  '': [''],
  b: ['p', 'b'],
  p: ['p'],
  m: ['m'],
  f: ['f'],
  d: ['t', 'd'],
  t: ['t'],
  // Most speakers say l for n, and some cards are spelt so.
  n: ['n', 'l'],
  l: ['l'],
  g: ['k', 'g'],
  k: ['k'],
  ng: ['ng', ''],
  h: ['h'],
  gw: ['kw', 'gw'],
  kw: ['kw'],
  w: ['w'],
  z: ['ch', 'ts', 'j', 'z'],
  c: ['ch', 'ts'],
  s: ['s', 'sh'],
  j: ['y'],
};

const FINALS: Record<string, string[]> = {
  a: ['a'],
  aa: ['a', 'ah', 'ar'],
  aai: ['ai', 'aai'],
  aau: ['au'],
  aam: ['am'],
  aan: ['an'],
  aang: ['ang'],
  aap: ['ap'],
  aat: ['at'],
  aak: ['ak', 'ark'],
  ai: ['ai'],
  au: ['au', 'ow'],
  am: ['am', 'um'],
  an: ['an', 'un'],
  ang: ['ang'],
  ap: ['ap', 'up'],
  at: ['at', 'ut'],
  ak: ['ak', 'ack'],
  e: ['e', 'eh'],
  ei: ['ei', 'i', 'ee', 'ay'],
  eng: ['eng', 'ing'],
  ek: ['ek', 'ik'],
  i: ['i', 'ee'],
  iu: ['iu'],
  im: ['im'],
  in: ['in'],
  ing: ['ing'],
  ip: ['ip'],
  it: ['it'],
  ik: ['ik', 'ick'],
  o: ['o', 'or', 'oh', 'aw'],
  oi: ['oi', 'oy'],
  ou: ['o', 'ou', 'oo'],
  on: ['on'],
  ong: ['ong'],
  ot: ['ot'],
  ok: ['ok'],
  oe: ['oe'],
  oeng: ['eung'],
  oek: ['euk', 'eok'],
  eoi: ['ui', 'eui'],
  eon: ['un', 'eun'],
  eot: ['ut'],
  u: ['u', 'oo'],
  ui: ['ui'],
  un: ['un', 'oon'],
  ung: ['ung'],
  ut: ['ut', 'oot'],
  uk: ['uk'],
  yu: ['u', 'ue'],
  yun: ['uen', 'un'],
  yut: ['uet', 'ut'],
};

/** Syllables whose usual spelling is not the sum of their parts. */
const WHOLE: Record<string, string[]> = {
  syu: ['shu', 'sue', 'su', 'shue'],
  zi: ['chi', 'tsz', 'ji', 'tze', 'zi', 'tse'],
  ci: ['chi', 'tsz', 'tze'],
  si: ['sze', 'si', 'shi', 'see', 'sz'],
  zan: ['chun', 'chan', 'jan', 'tsun'],
  can: ['chan', 'chun'],
  san: ['sun', 'san', 'shun'],
  zang: ['tsang', 'chang'],
  cang: ['tsang', 'chang'],
  ze: ['che', 'tse', 'je'],
  ce: ['che', 'tse'],
  ling: ['ling', 'leng', 'lin'],
  sing: ['shing', 'sing'],
  seng: ['shing', 'sing', 'seng'],
  soeng: ['sheung', 'seung'],
  seoi: ['sui', 'shui', 'soey'],
  seon: ['shun', 'sun', 'seon'],
  suk: ['shuk', 'suk'],
  sau: ['sau', 'shau'],
  zou: ['cho', 'tso', 'jo'],
  cou: ['cho', 'tso'],
  jyu: ['yu', 'yue', 'u'],
  ji: ['yi', 'yee', 'i'],
  jip: ['yip', 'ip'],
  jyun: ['yuen', 'yun', 'un'],
  jyut: ['yuet'],
  jan: ['yan', 'yun', 'ian'],
  m: ['m', 'ng'],
  ng: ['ng', 'um'],
  wu: ['wu', 'woo'],
  aa: ['ah', 'a'],
  ngaa: ['nga', 'ah', 'a'],
  go: ['ko', 'kor', 'go'],
  gwo: ['kwo', 'kuo', 'ko'],
  gwok: ['kwok', 'kok'],
  gwong: ['kwong', 'kong'],
  kwong: ['kwong', 'kong'],
  ngo: ['ngo', 'ngor', 'o'],
  hoi: ['hoi', 'hoy'],
  gan: ['kan', 'gun'],
  sam: ['sum', 'sam', 'shum'],
  zam: ['cham', 'chum', 'jam'],
  gam: ['kam', 'kum', 'gam'],
  syun: ['suen', 'shuen', 'sun'],
  syut: ['suet', 'shuet'],
  zung: ['chung', 'tsung', 'jung'],
  cyun: ['chuen', 'tsuen', 'chun'],
  ceoi: ['chui', 'tsui'],
  jat: ['yat', 'yut'],
  hei: ['hei', 'hey', 'hay', 'hee', 'hi'],
  gei: ['kei', 'ki', 'kee', 'gi'],
  mei: ['mei', 'may', 'mee', 'mi'],
  lei: ['lei', 'lee', 'li', 'lai'],
  zoeng: ['cheung', 'tseung', 'jeung'],
  coeng: ['cheung', 'tseung'],
  sik: ['sik', 'shik', 'sick'],
  sung: ['sung', 'shung'],
  zeon: ['chun', 'tsun', 'jun', 'zeon'],
  sin: ['sin', 'shin'],
  siu: ['siu', 'shiu'],
  se: ['se', 'sheh', 'she'],
  zek: ['chek', 'chik'],
  gun: ['koon', 'kwun', 'goon', 'kun'],
  gung: ['kung', 'gung'],
  bou: ['po', 'bo'],
  mou: ['mo', 'moo'],
  lok: ['lok', 'lock'],
  hok: ['hok'],
};

/** `''` is the initial of a syllable that starts with a vowel; longer initials are tried first. */
const SYLLABLE = /^(ng|gw|kw|[bpmfdtnlgkhwzcsj])?([aeiouy][a-z]*)$/;
const MOST_SPELLINGS = 6;
const spelled = new Map<string, readonly string[]>();

/**
 * Returns the spellings by which a Cantonese syllable (Jyutping without its tone) is written in Hong Kong names, the usual
 * one first, at most six. An unknown syllable is returned as it is.
 */
export function hongKongSpellings(jyutping: string): readonly string[] {
  const known = spelled.get(jyutping);
  if (known) return known;
  const result = new Set<string>(WHOLE[jyutping]);
  const [, initial = '', final = ''] = SYLLABLE.exec(jyutping) ?? [];
  const heads = INITIALS[initial];
  const tails = FINALS[final];
  if (heads && tails) {
    for (const tail of tails) result.add(heads[0] + tail);
    for (const head of heads.slice(1)) result.add(head + tails[0]);
  }
  if (result.size === 0) result.add(jyutping);
  const list = [...result].slice(0, MOST_SPELLINGS);
  spelled.set(jyutping, list);
  return list;
}

let syllables: Set<string> | undefined;

/** Returns every syllable that Hong Kong spellings are made of; used to recognise and cut a romanised Chinese name. */
export function hongKongSyllables(): ReadonlySet<string> {
  if (syllables) return syllables;
  const all = new Set<string>(['m', 'ng']);
  for (const initial of Object.keys(INITIALS)) {
    for (const final of Object.keys(FINALS))
      for (const spelling of hongKongSpellings(initial + final)) all.add(spelling);
  }
  syllables = all;
  return all;
}

const PINYIN =
  /^(?:(?:zh|ch|sh|[bpmfdtnlgkhrzcsyw])(?:a|ai|an|ang|ao)|(?:zh|ch|sh|[dtnlgkhrzcsmy])(?:e|ou|en|eng)|[bpfm](?:o|en|eng|ou|ei)|(?:[hgkzwnld]|zh|sh)ei|(?:w|f)(?:en|eng|o)|(?:[bpmdtnljqx])(?:i|in|ing|ie|iao|ian)|(?:y)(?:i|in|ing|ong|o)|(?:zh|ch|sh|[rzcs])i|[jqxnl](?:ia|iang)|[mdjqxnl]iu|[jqx](?:iong|u|uan|un|ue)|y(?:u|uan|un|ue)|(?:zh|ch|sh|[bpmfdtnlgkhrzcsw])u|(?:zh|ch|sh|[dtnlgkhrzcs])(?:uo|uan|un)|(?:zh|ch|[dtnlgkhrzcs])ong|(?:zh|ch|sh|[dtgkhrzcs])ui|(?:zh|ch|sh|[gkh])(?:ua|uai|uang)|[nl](?:v|ue|ve|yu)|a|ai|an|ang|ao|e|ei|en|er|ou|o)$/;

/** Says whether a lower-case word is one syllable of Hanyu Pinyin without tones. */
export function isPinyinSyllable(word: string): boolean {
  return word.length <= 6 && PINYIN.test(word);
}

/** Says whether a lower-case word is one syllable of a Hong Kong spelling or of Hanyu Pinyin. */
export function isChineseSyllable(word: string): boolean {
  return isPinyinSyllable(word) || hongKongSyllables().has(word);
}

const cuts = new Map<string, readonly string[] | null>();

/**
 * Returns the syllables of a Chinese name written as one word ("taiman" → tai, man; "dawen" → da, wen), or null where it
 * is one syllable or does not come apart in at most four. Pinyin is tried before Hong Kong spellings, and fewer syllables before more.
 */
export function cutSyllables(word: string): readonly string[] | null {
  const known = cuts.get(word);
  if (known !== undefined) return known;
  let found: readonly string[] | null = null;
  if (isChineseSyllable(word)) {
    cuts.set(word, null);
    return null;
  }
  for (let parts = 2; parts <= 4 && !found; parts += 1) {
    found = cutInto(word, parts, isPinyinSyllable) ?? cutInto(word, parts, isChineseSyllable);
  }
  // A shop's whole book holds far fewer distinct words than this; the bound only guards against imported rubbish.
  if (cuts.size > 20_000) cuts.clear();
  cuts.set(word, found);
  return found;
}

function cutInto(word: string, parts: number, isSyllable: (word: string) => boolean): string[] | null {
  if (parts === 1) return isSyllable(word) ? [word] : null;
  for (let length = Math.min(6, word.length - parts + 1); length >= 1; length -= 1) {
    const head = word.slice(0, length);
    if (!isSyllable(head)) continue;
    const rest = cutInto(word.slice(length), parts - 1, isSyllable);
    if (rest) return [head, ...rest];
  }
  return null;
}
