import type { PersonNames } from './types';

/** Invented people and the ways their names are typed at a counter: `names as stored → what is typed, separated by |`. */
const LINES = `
Chan/Tai Man/Peter/陳大文 → CHAN Tai Man, Peter|Chan Tai-man Peter|Peter Chan|陳大文|陈大文|Chen Dawen|tai man|taiman|chantaiman|陳先生|Mr Chan|大文|文|taimanchan|chan peter|c t m|陳 大文
Lam Cheng/Yuet Ngor/Carol/林鄭月娥 → Lam Cheng Yuet Ngor|Cheng Yuet Ngor|林太|月娥|郑月娥|Carol Lam|yuetngor|Mrs Lam|Lin Zheng Yue'e
Au Yeung/Chun Wah//歐陽震華 → AU YEUNG Chun Wah|auyeung|au yeung|Au-Yeung|歐陽|欧阳|欧阳先生|ouyang zhenhua|Ouyang|yeung chun wah|chunwah
///歐陽震華 → au yeung|auyeung chun wah|ouyang|震華|震华|Ou Yang Zhen Hua
///曾志偉 → tsang chi wai|zeng zhiwei|曾先生|志伟|tsang|chiwai|zang zi wai
///單立文 → sin lap man|shan liwen|單|单立文|lapman
///區家麟 → au ka lun|ou jialin|区家麟|au
///仇志強 → sau chi keung|qiu zhiqiang|仇|shau|chau chi keung
///查良鏞 → cha leung yung|zha liangyong|查先生|良镛
///解志光 → kai chi kwong|xie zhiguang|解
///翟美玲 → chak mei ling|zhai meiling|翟小姐|meiling
///冼麗婷 → sin lai ting|xian liting|冼丽婷|shin
///蕭敬騰 → siu king tang|shiu|xiao jingteng|萧敬腾|肖敬腾
///肖敬騰 → siu king tang|蕭敬騰|萧
///葉倩文 → yip sin man|ip sin man|ye qianwen|叶倩文|yip
///嚴浩 → yim ho|yan hao|严浩|yimho
///洗國威 → sin kwok wai|洗国威|kwok wai|kwokwai
///佘詩曼 → sheh sze man|she shiman|佘诗曼|sze man|szeman
///麥浚龍 → mak chun lung|mai junlong|麦浚龙|chunlung
///鄺美雲 → kwong mei wan|fong mei wan|kuang meiyun|邝美云
///司徒穎 → szeto wing|sze to|司徒|司徒颖|situ ying|szeto
///諸葛明 → chu kot ming|zhuge ming|诸葛明|chukot
///上官婉 → sheung koon yuen|shangguan wan|上官|sheung kwun
///杜德偉 → to tak wai|du dewei|杜德伟|takwai
///戴志聰 → tai chi chung|dai zhicong|戴志聪
///羅嘉良 → law ka leung|lo ka leung|luo jialiang|罗嘉良|kaleung
///招振強 → chiu chun keung|zhao zhenqiang|招振强|jiu
///丁子高 → ting tsz ko|ding zigao|ting chi ko|tszko
///栢志豪 → pak chi ho|柏志豪|bai zhihao
///柏志豪 → 栢志豪|pak chi ho
///鍾楚紅 → chung chor hung|chung cho hung|钟楚红|鐘楚紅|zhong chuhong
///樂易玲 → lok yick ling|yue yiling|ngok yik ling|乐易玲
///呂良偉 → lui leung wai|lu liangwei|lyu liangwei|lv liangwei|吕良伟
///任達華 → yam tat wah|ren dahua|任达华|tatwah
///華天佑 → wah tin yau|hua tianyou|华天佑
///繆騫人 → miu hin yan|miao qianren|缪骞人
///郭富榮 → kwok fu wing|guo furong|郭富荣|fuwing|kwok fu-wing
///梁詠琪 → leung wing kei|leong|liang yongqi|梁咏琪|wingki
///黃子華 → wong tsz wah|wong chi wah|huang zihua|黄子华|tszwah|vong
///張學文 → cheung hok man|zhang xuewen|张学文|hokman|cheong
///吳彥祖 → ng yin cho|ng yin jo|wu yanzu|吴彦祖
///劉青雲 → lau ching wan|liu qingyun|刘青云|chingwan
///鄭秀文 → cheng sau man|zheng xiuwen|郑秀文|sauman
///謝安琪 → tse on kei|xie anqi|谢安琪|onkei
///何韻詩 → ho wan sze|ho wan see|he yunshi|何韵诗
///許志安 → hui chi on|xu zhian|许志安|chion
///趙雅芝 → chiu nga chi|chiu ah chi|zhao yazhi|赵雅芝
///徐子珊 → tsui tsz shan|chui chi shan|xu zishan|tszshan
///關淑怡 → kwan shuk yi|kwan suk yee|guan shuyi|关淑怡|shukyi
///龍家欣 → lung ka yan|long jiaxin|龙家欣|kayan
///温碧霞 → wan pik ha|溫碧霞|wen bixia|pikha
///黎明詩 → lai ming sze|li mingshi|mingsze
///陸永權 → luk wing kuen|lu yongquan|陆永权|wingkuen
///葉德嫻 → yip tak han|ip tak haan|ye dexian|叶德娴
///孫耀威 → suen yiu wai|sun yaowei|孙耀威|yiuwai
///袁詠儀 → yuen wing yee|yuen wing yi|yuan yongyi|袁咏仪
///方力申 → fong lik sun|fang lishen|力申|liksun
///蔡卓妍 → choi cheuk yin|tsoi|cai zhuoyan|cheukyin
///容祖兒 → yung cho yi|yung jo yee|rong zuer|容祖儿
///衞詩雅 → wai sze nga|卫诗雅|衛詩雅|wei shiya
///邱淑貞 → yau shuk ching|qiu shuzhen|邱淑贞
///傅明憲 → fu ming hin|foo ming hin|傅明宪
///文恩澄 → man yan ching|文小姐|wen encheng
///李小明 → lee siu ming|li siu ming|lei siu ming|li xiaoming|siuming
Leong/Wai Kei/Sonia/梁慧琪 → leong wai kei|leung wai kei|liang huiqi|sonia leong|Leong, Sonia|慧琪
Tan/Mei Ling/Michelle/陳美玲 → tan mei ling|chan mei ling|陈美玲|Michelle Tan|chen meiling
Chen/Dawen//陈大文 → 陳大文|chen da wen|dawen|da wen|chan tai man
Zhang/Xiaoming//张晓明 → 張曉明|zhang xiao ming|cheung hiu ming|xiaoming
Ng/Siu-ming/Ivan/吳兆明 → ng siu ming|Ivan Ng|ng, ivan|siuming|wu zhaoming|吴兆明
Wong/Ka Yan/Karen/黃嘉欣 → Karen Wong Ka Yan|wong kayan|Wong Ka-yan, Karen|嘉欣|huang jiaxin
García López//María/ → maria garcia|garcia lopez|GARCÍA|López, María|garcialopez
O'Brien//Conan/ → o'brien|obrien|conan o’brien|O BRIEN
Müller//Jürgen/ → muller|MÜLLER|jurgen muller
Smith//John/ → john smith|smith, john|Mr John Smith|jsmith@
van der Berg//Anna/ → van der berg|berg|vanderberg|anna van
Lo/Ka Ying/Kay/盧家盈 → kay lo|lo ka ying|卢家盈|lu jiaying|kaying
Chow/Sing Chi//周星池 → chow sing chi|chau sing chi|周星池|zhou xingchi
Choi/Man Hei/Jean-Paul/蔡文希 → jean paul choi|jeanpaul|Jean-Paul Choi|蔡文希|manhei
Lee/Hoi Yan/Amy/李海欣 → amy lee|lee hoiyan|LEE, Amy|李海欣|hoi yan
Sze To/Wah//司徒華 → szeto wah|sze to wah|司徒华|situ hua|to wah
Szeto/Mei Kuen//司徒美娟 → sze to mei kuen|szeto meikuen|司徒美娟
`;

export interface TypedPerson {
  names: PersonNames;
  typed: string[];
}

export const people: TypedPerson[] = LINES.trim()
  .split('\n')
  .map((line) => {
    const [stored = '', typed = ''] = line.split(' → ');
    const [familyName, givenName, englishName, chineseName] = stored.split('/');
    return { names: { familyName, givenName, englishName, chineseName }, typed: typed.split('|') };
  });
