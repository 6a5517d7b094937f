import { foldText } from './fold';

/**
 * Surnames: Hong Kong spellings (the usual one first), after `|` spellings of Macau and elsewhere, and where a general
 * dictionary reads the character wrongly as a surname, `=pinyin` and `~jyutping`. Written down from common usage; the
 * libraries get about one in four of the hard ones wrong.
 */
const TABLE = `
陳 chan|chan,tan
林 lam|lim
黃 wong|vong
李 lee,li,lei
張 cheung|cheong
王 wong|vong
吳 ng|un,goh
劉 lau|lao
楊 yeung|ieong,young
郭 kwok|kuok
梁 leung|leong
何 ho
鄭 cheng|cheang
葉 yip,ip=ye~jip
周 chow,chau|chao
徐 tsui,chui|choi
許 hui|hoi
馮 fung|fong
鄧 tang
曾 tsang|chang=zeng~zang
蔡 choi,tsoi|choy
朱 chu|chue
羅 law,lo|loh
馬 ma
趙 chiu|chio
蘇 so|sou
謝 tse|che
盧 lo|lou
譚 tam|tham
潘 poon,pun|pang
杜 to|tou
戴 tai
丁 ting=ding~ding
招 chiu,jiu
方 fong
余 yu,yue|u
俞 yu,yue
于 yu,yue
彭 pang
胡 wu,woo
高 ko|kou
袁 yuen|un
鍾 chung|chong
江 kong
莫 mok
蕭 siu,shiu|sio=xiao~siu
伍 ng,eng
陸 luk|lok
溫 wan|van
黎 lai
曹 tso,cho|chou
歐 au|ao
區 au|ao=ou~au
施 sze,see,shi|si
姚 yiu|io
麥 mak=mai~mak
石 shek|seak
韓 hon
鄺 kwong,fong|kuong
關 kwan,quan|kuan
湯 tong
廖 liu|lio
孫 suen,sun
尹 wan|van
洪 hung|hong
邱 yau|iao
丘 yau|iao
賴 lai
呂 lui,lu|loi
唐 tong
岑 shum,sham,sum
龍 lung|long
文 man
宋 sung|song
崔 chui,tsui
秦 chun,tsun
沈 shum,sham,sum=shen~sam
甘 kam
冼 sin,shin=xian~sin
洗 sin,sai=xian~sin
單 sin,shin|san=shan~sin
仇 sau,shau,chau=qiu~sau
查 cha=zha~zaa
解 kai,hai=xie~gaai
翟 chak=zhai~zaak
嚴 yim|im
佘 sheh,shea,she,se=she~se
鮑 pau
卓 cheuk
古 ku,koo
倪 ngai
柯 or,o
簡 kan
顏 ngan
顧 ku,koo
連 lin
龔 kung
范 fan
魏 ngai,wei
阮 yuen|un
霍 fok
薛 sit
樊 fan
白 pak
柏 pak=bai
畢 but,pat,bat
康 hong
童 tung
董 tung
程 ching
史 sze,see,shi
任 yam=ren~jam
屈 wat,wut
利 lee,lei
勞 lo
駱 lok
游 yau
尤 yau
葛 kot,got
凌 ling
甄 yan
容 yung|iong
翁 yung
易 yick,yik
植 chik
祝 chuk
禤 huen=xuan~hyun
邵 shiu,siu
邢 ying
鄒 chow,chau|chao
熊 hung
季 kwai
金 kam
侯 hau
孔 hung
向 heung
成 shing
車 che=che~ce
辛 sun,san
武 mo
汪 wong
池 chi
巫 mo
毛 mo
牛 ngau
田 tin
申 san,shun
伊 yi
包 pau
卜 puk=bu~buk
左 tso,cho
布 po
夏 ha
安 on
戚 chik
常 sheung
喬 kiu
梅 mui
莊 chong
管 koon,kwun
雷 lui|loi
路 lo
萬 man=wan~maan
裴 pui
傅 fu,foo
付 fu,foo
費 fai,fei
賀 ho
鄔 wu
穆 muk
錢 chin
鈕 nau
閻 yim
符 fu,foo
饒 yiu
聶 nip
藍 lam
蘭 lan
滕 tang
應 ying=ying
盛 shing=sheng
柳 lau
封 fung
幸 hang
冷 lang
房 fong
官 koon,kwun
芮 yui
樂 ngok,lok=yue~ngok
練 lin
談 tam
韋 wai
原 yuen
竇 tau
蒙 mung
苗 miu
繆 miu,mau=miao~miu
敖 ngo
耿 kang
商 sheung
蔣 cheung,tseung
姜 keung
章 cheung
曲 kuk=qu
湛 cham
涂 to
屠 to
尚 sheung
岳 ngok
柴 chai
桂 kwai
焦 chiu
項 hong
郝 kok
邊 pin
龐 pong
麻 ma
齊 chai
闕 kuet
覃 tam=qin~taam
蒲 po
燕 yin=yan
臧 chong=zang
褚 chu=chu
佟 tung
花 fa
華 wah,wa=hua~waa
紀 kei
計 kai
賈 ka=jia~gaa
揭 kit
朴 piu,pok=piao
寧 ning=ning
蓋 koi=ge
召 shiu,siu=shao
員 wan=yun
那 na=na
司 sze,si
簫 siu,shiu
鄢 yin
凃 to
匡 hong
蘆 lo
歸 kwai
錫 shek
`;

/** Two-character surnames: the syllables are joined in the key, and written apart or together on the card. */
const COMPOUND_TABLE = `
歐陽 au yeung|ao ieong=ou yang~au joeng
司徒 sze to,si to,szeto=si tu~si tou
諸葛 chu kot,chu got=zhu ge~zyu got
上官 sheung koon,sheung kwun=shang guan~soeng gun
司馬 sze ma,si ma=si ma~si maa
皇甫 wong po,wong fu=huang fu~wong fu
端木 tuen muk=duan mu~dyun muk
慕容 mo yung=mu rong~mou jung
令狐 ling wu=ling hu~ling wu
公孫 kung suen=gong sun~gung syun
東方 tung fong=dong fang~dung fong
西門 sai mun=xi men~sai mun
南宮 nam kung=nan gong~naam gung
夏侯 ha hau=xia hou~haa hau
尉遲 wat chi=yu chi~wat ci
宇文 yu man=yu wen~jyu man
長孫 cheung suen=zhang sun~zoeng syun
獨孤 tuk ku=du gu~duk gu
軒轅 hin yuen=xuan yuan~hin jyun
呼延 fu yin=hu yan~fu jin
鍾離 chung lei=zhong li~zung lei
聞人 man yan=wen ren~man jan
申屠 san to=shen tu~san tou
東郭 tung kwok=dong guo~dung gwok
`;

/** Pinyin surnames that are not also Hong Kong spellings in the table above, for telling the parts of a romanised name. */
const PINYIN_SURNAMES =
  'wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie song tang deng feng han cao zeng peng xiao cai pan tian dong yuan yu ye du su jiang wei cheng lyu lv lu ding ren yao shen zhong cui tan fan jin shi liao jia xia fu fang zou xiong bai meng qin qiu hou kong mao qian dai shao wan gu lai yin duan qu shan zha zhai xian yan she mai kuang ou mo wen xue kang hong long bao zhuo ke gong ruan huo tong ge ling zhen rong weng yi ji ning sheng pang qi';

export interface Surname {
  /** Spellings in Hong Kong, joined, the usual one first. */
  spellings: readonly string[];
  /** Spellings met in Macau and elsewhere. */
  rare: readonly string[];
  /** Syllables of the reading, where the table knows better than a dictionary. */
  pinyin?: readonly string[];
  jyutping?: readonly string[];
  /** The parts of a two-character surname as on the card: `['sze', 'to']`. */
  parts: readonly (readonly string[])[];
}

interface Surnames {
  single: Map<string, Surname>;
  compound: Map<string, Surname>;
  /** Latin spelling (joined) → whether it is among the most common. */
  latin: Map<string, number>;
  latinPairs: Set<string>;
}

let surnames: Surnames | undefined;

function parseLine(line: string): [string, Surname] {
  const [, characters = '', usual = '', rare = '', pinyin, jyutping] =
    /^(\S+) ([^|=~]*)(?:\|([^=~]*))?(?:=([^~]*))?(?:~(.*))?$/.exec(line) ?? [];
  const join = (spelling: string) => spelling.replaceAll(' ', '');
  const usualSpellings = usual.split(',');
  const surname: Surname = {
    spellings: [...new Set(usualSpellings.map(join))],
    rare: rare
      ? rare
          .split(',')
          .map(join)
          .filter((spelling) => !usualSpellings.includes(spelling))
      : [],
    parts: [...usualSpellings, ...(rare ? rare.split(',') : [])].map((spelling) => spelling.split(' ')),
  };
  if (pinyin) surname.pinyin = pinyin.split(' ');
  if (jyutping) surname.jyutping = jyutping.split(' ');
  return [foldText(characters), surname];
}

function load(): Surnames {
  if (surnames) return surnames;
  const single = new Map<string, Surname>();
  const compound = new Map<string, Surname>();
  const latin = new Map<string, number>();
  const latinPairs = new Set<string>();
  const note = (spelling: string, rank: number) =>
    latin.set(spelling, Math.min(rank, latin.get(spelling) ?? rank));
  TABLE.trim()
    .split('\n')
    .forEach((line, rank) => {
      const [characters, surname] = parseLine(line);
      if (!single.has(characters)) single.set(characters, surname);
      for (const spelling of surname.spellings) note(spelling, rank);
      for (const spelling of surname.rare) note(spelling, rank + 100);
      if (surname.pinyin) note(surname.pinyin.join(''), rank + 60);
    });
  for (const line of COMPOUND_TABLE.trim().split('\n')) {
    const [characters, surname] = parseLine(line);
    compound.set(characters, surname);
    for (const parts of [...surname.parts, surname.pinyin ?? []]) {
      note(parts.join(''), 50);
      if (parts.length === 2) latinPairs.add(parts.join(' '));
    }
  }
  PINYIN_SURNAMES.split(' ').forEach((spelling, rank) => {
    note(spelling, 30 + rank);
  });
  surnames = { single, compound, latin, latinPairs };
  return surnames;
}

/** Returns what is known of the surname written with these folded characters (one or two), or undefined. */
export function surnameOf(folded: string): Surname | undefined {
  const { single, compound } = load();
  return compound.get(folded) ?? single.get(folded);
}

/**
 * Returns how many characters of a folded Chinese name are its surname, and how they group: `[1]` for 陳大文, `[2]` for
 * 歐陽震華, `[1, 1]` for a married name such as 林鄭月娥 (husband's surname first).
 */
export function surnameParts(characters: readonly string[]): number[] {
  const { single, compound } = load();
  const [first = '', second = ''] = characters;
  if (characters.length >= 2 && compound.has(first + second)) {
    // 司馬 alone is a surname without a given name; three or more characters carry one.
    return [2];
  }
  if (characters.length === 4 && single.has(first) && single.has(second)) return [1, 1];
  if (characters.length === 5 && single.has(first) && compound.has(second + characters[2])) return [1, 2];
  return characters.length > 0 ? [1] : [];
}

/** Returns how common a romanised surname is (0 the most), or undefined where the word is not known as one. */
export function latinSurnameRank(word: string): number | undefined {
  return load().latin.get(word.toLowerCase());
}

/** Says whether two words together are a two-character surname: AU YEUNG, Sze To. */
export function isLatinSurnamePair(first: string, second: string): boolean {
  return load().latinPairs.has(`${first} ${second}`.toLowerCase());
}
