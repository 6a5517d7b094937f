/** Chinese given names: characters with their Hong Kong and pinyin spellings, and pairs that are really used together. */

export interface NameCharacter {
  character: string;
  romanised: string;
  pinyin: string;
}

/** "character Romanised pinyin" */
function characters(rows: string): NameCharacter[] {
  return rows
    .trim()
    .split(/[,\n]\s*/)
    .map((row) => row.trim())
    .filter((row) => row !== '')
    .map((row) => {
      const [character = '', romanised = '', pinyin = ''] = row.split(' ');
      return { character, romanised, pinyin };
    });
}

export const MALE_CHARACTERS: readonly NameCharacter[] = characters(`
  大 Tai da, 文 Man wen, 志 Chi zhi, 明 Ming ming, 偉 Wai wei, 強 Keung qiang, 國 Kwok guo, 華 Wah hua, 家 Ka jia, 豪 Ho hao
  俊 Chun jun, 傑 Kit jie, 健 Kin jian, 德 Tak de, 榮 Wing rong, 永 Wing yong, 耀 Yiu yao, 光 Kwong guang, 輝 Fai hui, 成 Shing cheng
  添 Tim tian, 發 Fat fa, 財 Choi cai, 福 Fuk fu, 祿 Luk lu, 壽 Sau shou, 康 Hong kang, 寧 Ning ning, 安 On an, 平 Ping ping
  昌 Cheong chang, 盛 Shing sheng, 興 Hing xing, 隆 Lung long, 龍 Lung long, 麟 Lun lin, 鵬 Pang peng, 飛 Fei fei, 鴻 Hung hong, 雄 Hung xiong
  浩 Ho hao, 然 Yin ran, 朗 Long lang, 晴 Ching qing, 晉 Chun jin, 軒 Hin xuan, 希 Hei xi, 樂 Lok le, 天 Tin tian, 恩 Yan en
  子 Tsz zi, 宇 Yu yu, 宏 Wang hong, 穎 Wing ying, 銘 Ming ming, 智 Chi zhi, 仁 Yan ren, 義 Yee yi, 禮 Lai li, 信 Shun xin
  忠 Chung zhong, 孝 Hau xiao, 良 Leung liang, 善 Sin shan, 祥 Cheung xiang, 瑞 Shui rui, 吉 Kat ji, 慶 Hing qing, 賢 Yin xian, 聰 Chung cong
  達 Tat da, 通 Tung tong, 進 Chun jin, 遠 Yuen yuan, 揚 Yeung yang, 振 Chun zhen, 業 Yip ye, 基 Kei ji, 本 Pun ben, 立 Lap li
  正 Ching zheng, 中 Chung zhong, 東 Tung dong, 南 Nam nan, 海 Hoi hai, 山 Shan shan, 江 Kong jiang, 波 Po bo, 濤 To tao, 泉 Chuen quan
  森 Sum sen, 林 Lam lin, 松 Chung song, 柏 Pak bo, 權 Kuen quan, 標 Piu biao, 彪 Piu biao, 虎 Fu hu, 武 Mo wu, 威 Wai wei
  勇 Yung yong, 毅 Ngai yi, 剛 Kong gang, 堅 Kin jian, 誠 Shing cheng, 謙 Him qian, 和 Wo he, 順 Shun shun, 富 Fu fu, 貴 Kwai gui
  金 Kam jin, 銀 Ngan yin, 生 Sang sheng, 全 Chuen quan, 勝 Shing sheng, 炳 Ping bing, 燦 Chan can, 煒 Wai wei, 熙 Hei xi, 焯 Cheuk zhuo
  梓 Tsz zi, 皓 Ho hao, 曦 Hei xi, 晞 Hei xi, 昊 Ho hao, 鎮 Chun zhen, 鈞 Kwan jun, 錦 Kam jin, 鏗 Hang keng
  錫 Sek xi, 鑑 Kam jian, 澤 Chak ze, 洋 Yeung yang, 淦 Kam gan, 滔 To tao, 瀚 Hon han, 諾 Nok nuo, 謹 Kan jin, 學 Hok xue
  思 Sze si, 哲 Chit zhe, 博 Pok bo, 駿 Chun jun, 騰 Tang teng, 彥 Yin yan, 庭 Ting ting, 廷 Ting ting, 佑 Yau you, 佳 Kai jia
  樹 Shu shu, 景 King jing, 旭 Yuk xu, 日 Yat ri, 世 Sai shi, 祖 Cho zu, 宗 Chung zong, 紹 Siu shao, 啟 Kai qi`);

export const FEMALE_CHARACTERS: readonly NameCharacter[] = characters(`
  美 Mei mei, 麗 Lai li, 芳 Fong fang, 芬 Fan fen, 蘭 Lan lan, 英 Ying ying, 玲 Ling ling, 玉 Yuk yu, 珍 Chun zhen, 珠 Chu zhu
  鳳 Fung feng, 嬌 Kiu jiao, 娟 Kuen juan, 婷 Ting ting, 媚 Mei mei, 嫻 Han xian, 慧 Wai hui, 敏 Man min, 惠 Wai hui, 儀 Yee yi
  怡 Yee yi, 詩 Sze shi, 詠 Wing yong, 雅 Nga ya, 淑 Suk shu, 賢 Yin xian, 貞 Ching zhen, 潔 Kit jie, 靜 Ching jing, 雯 Man wen
  雪 Suet xue, 霞 Ha xia, 雲 Wan yun, 虹 Hung hong, 月 Yuet yue, 娥 Ngor e, 嫦 Sheung chang, 秀 Sau xiu, 琴 Kam qin, 瑤 Yiu yao
  琪 Ki qi, 琳 Lam lin, 瑩 Ying ying, 穎 Wing ying, 欣 Yan xin, 嘉 Ka jia, 佩 Pui pei, 珊 Shan shan, 莉 Lei li, 莎 Sa sha
  蓮 Lin lian, 荷 Ho he, 菊 Kuk ju, 梅 Mui mei, 桃 To tao, 杏 Hang xing, 桂 Kwai gui, 香 Heung xiang, 萍 Ping ping, 蓉 Yung rong
  薇 Mei wei, 萱 Huen xuan, 蕙 Wai hui, 芝 Chi zhi, 芷 Tsz zhi, 若 Yeuk ruo, 茵 Yan yin, 苑 Yuen yuan, 葉 Yip ye, 藍 Lam lan
  寶 Po bao, 翠 Tsui cui, 綺 Yee qi, 綠 Luk lü, 素 So su, 紅 Hung hong, 絲 Sze si, 緻 Chi zhi, 曼 Man man, 妙 Miu miao
  婉 Yuen wan, 妍 Yin yan, 姍 Shan shan, 姿 Chi zi, 娜 Na na, 嫣 Yin yan, 心 Sum xin, 思 Sze si, 恩 Yan en, 愛 Oi ai
  慈 Chi ci, 憶 Yik yi, 懿 Yee yi, 悅 Yuet yue, 情 Ching qing, 晴 Ching qing, 曉 Hiu xiao, 晶 Ching jing, 昕 Yan xin, 映 Ying ying
  可 Ho ke, 凱 Hoi kai, 樂 Lok le, 樺 Wah hua, 楠 Nam nan, 柔 Yau rou, 棋 Kei qi, 清 Ching qing, 涵 Ham han, 淇 Kei qi
  潤 Yun run, 澄 Ching cheng, 瀅 Ying ying, 汶 Man wen, 沛 Pui pei, 浠 Hei xi, 熹 Hei xi, 燕 Yin yan, 煒 Wai wei, 鈺 Yuk yu
  錦 Kam jin, 鑽 Chuen zuan, 銀 Ngan yin, 金 Kam jin, 家 Ka jia, 安 On an, 寧 Ning ning, 宜 Yee yi, 容 Yung rong, 宛 Yuen wan
  少 Siu shao, 小 Siu xiao, 巧 Hau qiao, 笑 Siu xiao, 彤 Tung tong, 韻 Wan yun, 頌 Chung song, 逸 Yat yi, 蔚 Wai wei, 藹 Oi ai
  倩 Sin qian, 俏 Chiu qiao, 伶 Ling ling, 文 Man wen, 凌 Ling ling, 希 Hei xi, 天 Tin tian, 子 Tsz zi, 梓 Tsz zi, 羽 Yu yu
  善 Sin shan, 純 Shun chun, 悠 Yau you, 蕊 Yui rui, 卓 Cheuk zhuo, 芊 Chin qian, 沅 Yuen yuan, 苡 Yee yi, 柏 Pak bo, 諾 Nok nuo`);

/** Pairs heard every day, so that the list does not look like dice; every character is in the tables above. */
export const MALE_PAIRS: readonly string[] =
  '志明 家豪 俊傑 偉強 國華 志強 家明 永康 德華 耀輝 文傑 志偉 偉明 志豪 浩然 子軒 天樂 柏希 俊希 子朗 梓軒 皓天 晉軒 浩朗 卓然 子謙 啟文 文輝 國強 國榮 志成 志華 漢明 建國 俊文 家俊 家樂 啟明 啟德 永昌 永成 永輝 振華 振強 振宇 偉業 偉傑 偉文 健文 健明 健華 錦榮 錦輝 錦華 炳強 炳權 樹榮 樹華 景輝 紹基 紹明 思哲 思賢 學文 學仁 智聰 智明 智恆 澤仁 澤銘 煒洋 駿希 騰輝 彥廷 彥銘 佑天 世榮 世昌 祖德 祖輝 宗耀 金勝 福全 貴生 添福 大文 大偉 國權 國雄 耀明 耀文 嘉俊 光明 德明 德生 宏達 宏業'
    .split(' ')
    .filter((pair) => [...pair].every((c) => MALE_CHARACTERS.some((known) => known.character === c)));

export const FEMALE_PAIRS: readonly string[] =
  '嘉欣 詠詩 美玲 麗華 慧敏 淑芬 淑儀 詠儀 婉儀 佩珊 嘉儀 穎欣 曉彤 凱琳 可欣 樂怡 思穎 芷晴 若曦 梓晴 欣怡 雅詩 雅文 靜雯 潔儀 潔瑩 佩儀 佩玲 美儀 美珍 美娟 麗珍 麗芳 麗娟 玉珍 玉蘭 玉鳳 玉蓮 秀英 秀珍 秀芳 秀蘭 月娥 月嫦 鳳儀 鳳英 寶珠 寶儀 翠玲 翠珊 綺雯 綺婷 婉婷 曼婷 曼玲 倩儀 倩文 思敏 思雅 詩韻 詩敏 詠欣 詠琳 穎詩 穎琳 曉晴 曉敏 曉雯 凱晴 凱欣 希彤 悅心 心怡 心妍 芷欣 芷澄 芷若 苡晴 沛琳 沛宜 頌恩 樂恩 善恩 天晴 子晴 子瑩 梓瑩 羽彤 卓妍 卓琳 愛玲 愛儀 惠玲 惠儀 惠芳 慧儀 慧玲 慧珊 素珍 素娟 少芬 少珍 巧玲 笑玲 妙玲 桂芳 桂英 蕙蘭 燕玲 燕萍 淑貞 淑賢 淑惠'
    .split(' ')
    .filter((pair) => [...pair].every((c) => FEMALE_CHARACTERS.some((known) => known.character === c)));

/** Mainland given names in Simplified characters with their pinyin. */
export const MAINLAND_MALE_GIVEN: readonly NameCharacter[] = characters(`
  伟 Wei wei, 磊 Lei lei, 强 Qiang qiang, 军 Jun jun, 勇 Yong yong, 杰 Jie jie, 涛 Tao tao, 超 Chao chao, 鹏 Peng peng, 浩 Hao hao
  志强 Zhiqiang zhiqiang, 建国 Jianguo jianguo, 建华 Jianhua jianhua, 国庆 Guoqing guoqing, 晓东 Xiaodong xiaodong
  子轩 Zixuan zixuan, 浩然 Haoran haoran, 宇航 Yuhang yuhang, 俊杰 Junjie junjie, 文博 Wenbo wenbo, 天佑 Tianyou tianyou
  明远 Mingyuan mingyuan, 思远 Siyuan siyuan, 嘉诚 Jiacheng jiacheng, 振华 Zhenhua zhenhua, 立新 Lixin lixin, 海波 Haibo haibo
  永刚 Yonggang yonggang, 志远 Zhiyuan zhiyuan, 鸿飞 Hongfei hongfei, 泽宇 Zeyu zeyu, 一鸣 Yiming yiming, 家豪 Jiahao jiahao
  文杰 Wenjie wenjie, 卫东 Weidong weidong, 少华 Shaohua shaohua, 景行 Jingxing jingxing, 锦程 Jincheng jincheng, 德明 Deming deming
  大伟 Dawei dawei, 大文 Dawen dawen, 剑锋 Jianfeng jianfeng, 世杰 Shijie shijie, 耀辉 Yaohui yaohui, 新民 Xinmin xinmin`);

export const MAINLAND_FEMALE_GIVEN: readonly NameCharacter[] = characters(`
  芳 Fang fang, 娜 Na na, 敏 Min min, 静 Jing jing, 丽 Li li, 艳 Yan yan, 霞 Xia xia, 燕 Yan yan, 婷 Ting ting, 雪 Xue xue
  秀英 Xiuying xiuying, 桂兰 Guilan guilan, 丽华 Lihua lihua, 晓燕 Xiaoyan xiaoyan, 雪梅 Xuemei xuemei, 海燕 Haiyan haiyan
  梓涵 Zihan zihan, 欣怡 Xinyi xinyi, 诗涵 Shihan shihan, 雨桐 Yutong yutong, 思琪 Siqi siqi, 佳怡 Jiayi jiayi, 雅婷 Yating yating
  文静 Wenjing wenjing, 慧敏 Huimin huimin, 晓雯 Xiaowen xiaowen, 嘉欣 Jiaxin jiaxin, 可馨 Kexin kexin, 若曦 Ruoxi ruoxi
  美玲 Meiling meiling, 玉洁 Yujie yujie, 春燕 Chunyan chunyan, 淑珍 Shuzhen shuzhen, 红梅 Hongmei hongmei, 倩倩 Qianqian qianqian
  梦瑶 Mengyao mengyao, 紫萱 Zixuan zixuan, 依诺 Yinuo yinuo, 语嫣 Yuyan yuyan, 书瑶 Shuyao shuyao, 婉清 Wanqing wanqing
  佩瑶 Peiyao peiyao, 秋月 Qiuyue qiuyue, 兰芝 Lanzhi lanzhi, 静怡 Jingyi jingyi`);
