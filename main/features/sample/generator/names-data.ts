/**
 * Family names. The people of the sample shop are invented by putting these together at random; the weights follow
 * the rough order of frequency in Hong Kong and on the mainland.
 */

export interface FamilyName {
  /** Traditional for Hong Kong, Simplified for the mainland. */
  characters: string;
  romanised: string;
  pinyin: string;
  weight: number;
}

/** "characters|romanised|pinyin|weight", romanised as the Hong Kong government usually writes it. */
function familyNames(rows: string): FamilyName[] {
  return rows
    .trim()
    .split(/\s*\n\s*/)
    .flatMap((line) => line.split(/,\s*/))
    .filter((row) => row !== '')
    .map((row) => {
      const [characters = '', romanised = '', pinyin = '', weight = '1'] = row.split('|');
      return { characters, romanised, pinyin, weight: Number(weight) };
    });
}

export const HONG_KONG_FAMILY_NAMES: readonly FamilyName[] = familyNames(`
  陳|Chan|Chen|97, 黃|Wong|Huang|58, 李|Lee|Li|34, 李|Li|Li|26, 張|Cheung|Zhang|44, 梁|Leung|Liang|40, 林|Lam|Lin|38,
  劉|Lau|Liu|34, 吳|Ng|Wu|30, 何|Ho|He|27, 楊|Yeung|Yang|24, 鄭|Cheng|Zheng|22, 周|Chow|Zhou|19, 郭|Kwok|Guo|18,
  曾|Tsang|Zeng|18, 葉|Yip|Ye|17, 鄧|Tang|Deng|17, 王|Wong|Wang|16, 朱|Chu|Zhu|15, 馮|Fung|Feng|15, 羅|Lo|Luo|15,
  許|Hui|Xu|14, 蔡|Choi|Cai|14, 徐|Tsui|Xu|12, 余|Yu|Yu|12, 謝|Tse|Xie|11, 潘|Poon|Pan|11, 胡|Wu|Hu|10, 陸|Luk|Lu|9,
  蘇|So|Su|9, 盧|Lo|Lu|9, 鍾|Chung|Zhong|9, 麥|Mak|Mai|8, 袁|Yuen|Yuan|8, 高|Ko|Gao|8, 方|Fong|Fang|8, 譚|Tam|Tan|8,
  蕭|Siu|Xiao|7, 彭|Pang|Peng|7, 江|Kong|Jiang|6, 關|Kwan|Guan|6, 溫|Wan|Wen|6, 馬|Ma|Ma|6, 呂|Lui|Lü|5, 黎|Lai|Li|8,
  賴|Lai|Lai|5, 廖|Liu|Liao|5, 莫|Mok|Mo|5, 韓|Hon|Han|4, 杜|To|Du|4, 戴|Tai|Dai|4, 姚|Yiu|Yao|5, 湯|Tong|Tang|4,
  唐|Tong|Tang|5, 歐陽|Au Yeung|Ouyang|4, 區|Au|Ou|4, 歐|Au|Ou|2, 施|Sze|Shi|4, 甘|Kam|Gan|3, 金|Kam|Jin|2, 孫|Suen|Sun|4,
  趙|Chiu|Zhao|5, 程|Ching|Cheng|3, 石|Shek|Shi|3, 雷|Lui|Lei|3, 龍|Lung|Long|2, 文|Man|Wen|3, 伍|Ng|Wu|3, 侯|Hau|Hou|2,
  古|Koo|Gu|2, 司徒|Szeto|Situ|2, 招|Chiu|Zhao|1, 丁|Ting|Ding|2, 阮|Yuen|Ruan|3, 曹|Tso|Cao|3, 沈|Shum|Shen|3,
  岑|Shum|Cen|2, 范|Fan|Fan|3, 洪|Hung|Hong|4, 翁|Yung|Weng|1, 容|Yung|Rong|2, 霍|Fok|Huo|2, 倪|Ngai|Ni|1, 魏|Ngai|Wei|2,
  冼|Sin|Xian|2, 單|Sin|Shan|1, 尹|Wan|Yin|1, 傅|Fu|Fu|2, 符|Fu|Fu|1, 柯|Or|Ke|2, 顏|Ngan|Yan|2, 簡|Kan|Jian|2,
  鄺|Kwong|Kuang|3, 凌|Ling|Ling|1, 鮑|Pau|Bao|1, 包|Pau|Bao|1, 祝|Chuk|Zhu|1, 岳|Ngok|Yue|1, 卓|Cheuk|Zhuo|2,
  植|Chik|Zhi|1, 梅|Mui|Mei|1, 利|Lee|Li|1, 嚴|Yim|Yan|2, 任|Yam|Ren|2, 康|Hong|Kang|1, 俞|Yu|Yu|1, 游|Yau|You|2,
  邱|Yau|Qiu|3, 丘|Yau|Qiu|2, 郝|Kok|Hao|1, 田|Tin|Tian|1, 白|Pak|Bai|1, 柳|Lau|Liu|1, 宋|Sung|Song|2, 屈|Wat|Qu|1,
  司馬|Szema|Sima|1, 上官|Sheung Kwun|Shangguan|1, 諸葛|Chu Kot|Zhuge|1, 龐|Pong|Pang|1, 詹|Chim|Zhan|1, 鄒|Chau|Zou|2,
  連|Lin|Lian|1, 藍|Lam|Lan|1, 辛|Sun|Xin|1, 秦|Chun|Qin|1, 紀|Kei|Ji|1, 萬|Man|Wan|1, 錢|Chin|Qian|1, 薛|Sit|Xue|1,
  駱|Lok|Luo|1, 談|Tam|Tan|1, 崔|Chui|Cui|1, 毛|Mo|Mao|1, 封|Fung|Feng|1, 鳳|Fung|Feng|1, 池|Chi|Chi|1, 巫|Mo|Wu|1`);

export const MAINLAND_FAMILY_NAMES: readonly FamilyName[] = familyNames(`
  王|Wang|Wang|72, 李|Li|Li|70, 张|Zhang|Zhang|66, 刘|Liu|Liu|52, 陈|Chen|Chen|46, 杨|Yang|Yang|31, 黄|Huang|Huang|23,
  赵|Zhao|Zhao|21, 吴|Wu|Wu|20, 周|Zhou|Zhou|19, 徐|Xu|Xu|15, 孙|Sun|Sun|14, 马|Ma|Ma|13, 朱|Zhu|Zhu|13, 胡|Hu|Hu|12,
  郭|Guo|Guo|11, 何|He|He|11, 林|Lin|Lin|11, 罗|Luo|Luo|10, 高|Gao|Gao|10, 梁|Liang|Liang|9, 郑|Zheng|Zheng|9, 谢|Xie|Xie|8,
  宋|Song|Song|8, 唐|Tang|Tang|7, 许|Xu|Xu|7, 韩|Han|Han|7, 邓|Deng|Deng|7, 冯|Feng|Feng|7, 曹|Cao|Cao|6, 彭|Peng|Peng|6,
  曾|Zeng|Zeng|6, 肖|Xiao|Xiao|6, 田|Tian|Tian|5, 董|Dong|Dong|5, 潘|Pan|Pan|5, 袁|Yuan|Yuan|5, 蔡|Cai|Cai|5, 蒋|Jiang|Jiang|5,
  余|Yu|Yu|5, 于|Yu|Yu|5, 杜|Du|Du|5, 叶|Ye|Ye|4, 程|Cheng|Cheng|4, 苏|Su|Su|4, 魏|Wei|Wei|4, 吕|Lü|Lü|4, 丁|Ding|Ding|4,
  沈|Shen|Shen|4, 任|Ren|Ren|4, 姚|Yao|Yao|3, 卢|Lu|Lu|3, 钟|Zhong|Zhong|3, 姜|Jiang|Jiang|3, 崔|Cui|Cui|3, 谭|Tan|Tan|3,
  陆|Lu|Lu|3, 范|Fan|Fan|3, 汪|Wang|Wang|3, 廖|Liao|Liao|3, 石|Shi|Shi|3, 金|Jin|Jin|3, 贾|Jia|Jia|2, 夏|Xia|Xia|2,
  付|Fu|Fu|2, 方|Fang|Fang|2, 邹|Zou|Zou|2, 白|Bai|Bai|2, 秦|Qin|Qin|2, 江|Jiang|Jiang|2, 顾|Gu|Gu|2, 侯|Hou|Hou|2,
  邵|Shao|Shao|2, 孟|Meng|Meng|2, 龙|Long|Long|2, 万|Wan|Wan|1, 段|Duan|Duan|1, 钱|Qian|Qian|1, 汤|Tang|Tang|1, 欧阳|Ouyang|Ouyang|1,
  上官|Shangguan|Shangguan|1, 单|Shan|Shan|1, 仇|Qiu|Qiu|1, 解|Xie|Xie|1, 查|Zha|Zha|1, 盖|Ge|Ge|1`);
