/**
 * What staff write down. Facts in braces are filled in from the record; every template says something that an advisor
 * would really want to know at the next visit.
 */

import type { SampleLanguage } from './types.ts';

export const NOTES_EN: readonly string[] = [
  'Wrist measured {wrist} mm. Prefers the clasp one hole tighter in winter.',
  'Looking for a {colour} dial; thinks anything above {maxMm} mm is too big.',
  'Tried the {brand} {family} twice, likes it, worried about the thickness.',
  'Works in {district}; usually drops by after 6:30 pm on weekdays.',
  'Pays by card only, wants the receipt e-mailed.',
  'Very particular about scratches: always unwrap the protective film in front of {him}.',
  'Asked about servicing the {brand}; told {him} what our policy says and the usual time.',
  'Prefers {strap}. No polished centre links.',
  'Came with {relative}, who decided in the end.',
  'Allergic to nickel: titanium, gold or ceramic only.',
  'Travelling to Europe next month, will compare prices first.',
  'Wants to be called {name}, not by the family name.',
  'Does not like to be followed around the counter. Let {him} look first.',
  'Asked to be told when a {brand} {family} comes in. Said clearly that a note is not a promise.',
  'Budget about {budget}. Could stretch for the right piece.',
  'Left-handed, wears the watch on the right wrist; big crowns bother {him}.',
  'Likes the story behind the movement; show the case back.',
  'Collects green dials. Has three already.',
  'Bought as a thank-you for a client; may need ten more before Chinese New Year.',
  'Strap changed free of charge, 20 mm. Told {him} the tool is easy to use.',
  'Bracelet sized, two links in the pouch with the card.',
  'Parking is always a problem: call ahead and bring the parcel down.',
  'Drinks jasmine tea, no sugar.',
  'Has a small dog along on Saturdays. Dog likes the carpet.',
  'Reads every line of the guarantee. Take time.',
  'Mentioned a promotion at work; congratulated {him}.',
  'Asked whether we buy pre-owned; explained that we do not, gave no price.',
  'Interested in moon phases since a talk at the museum.',
  'Phone is off during office hours; message first.',
  'Hearing is weak on the left side: sit on the right and speak slowly.',
  'Sent by a friend who bought a {brand} from us last year.',
  'Second visit this week. Nearly decided, waits for the bonus in March.',
  'Returned the wallet, too bulky; took the card holder instead.',
  'Water test done while waiting, all good, noted in the book.',
];

export const NOTES_HANT: readonly string[] = [
  '手腕 {wrist} 毫米，夏天要鬆一格。',
  '想搵{colourZh}錶盤，{maxMm} 毫米以上覺得太大。',
  '試咗{brandZh} {family} 兩次，鍾意但嫌厚。',
  '喺{districtZh}返工，通常放工六點半後先嚟。',
  '只用信用卡，收據要電郵。',
  '好介意花痕，一定要喺面前撕膠膜。',
  '問{brandZh}保養要幾耐，已按保養條款解釋。',
  '鍾意{strapZh}，唔要中間拋光。',
  '同{relativeZh}一齊嚟，最後由{relativeZh}決定。',
  '對鎳敏感，只可以戴鈦、金或者陶瓷。',
  '下個月去歐洲，會先比較價錢。',
  '叫{name}就得，唔好叫全名。',
  '唔鍾意人跟住，俾佢自己睇先。',
  '想要{brandZh} {family}，已講明登記唔等於有貨。',
  '預算約 {budget}，啱心水可以加少少。',
  '左撇子，戴右手，錶冠太大會頂住。',
  '鍾意睇機芯，記得俾佢睇底蓋。',
  '儲緊綠色錶盤，已有三隻。',
  '買嚟送客，新年前可能再要十份。',
  '免費換錶帶，20 毫米，教咗佢用工具。',
  '調咗錶鏈，兩格連保養卡放入袋。',
  '泊車唔方便，打電話落去交收。',
  '飲香片，唔要糖。',
  '星期六會帶隻狗仔嚟。',
  '保養條款逐行睇，要俾多啲時間。',
  '話升咗職，已恭喜佢。',
  '問收唔收二手錶，已解釋本店唔收。',
  '聽完博物館講座之後對月相好有興趣。',
  '返工時間唔聽電話，先發訊息。',
  '左耳聽得唔清楚，坐右邊講慢啲。',
  '朋友介紹，佢朋友上年喺度買咗隻{brandZh}。',
  '今個星期第二次嚟，等三月花紅先決定。',
  '銀包太厚退咗，換咗卡片套。',
  '即場試水，正常，已記錄。',
  '生日前後想送自己一隻{colourZh}嘅錶。',
  '屋企人唔知佢買咗第二隻，唔好喺佢哋面前提。',
  '屋企有{brandZh}，盒同證書齊。',
  '多謝我哋上次幫手刻字，{relativeZh}好鍾意。',
];

export const NOTES_HANS: readonly string[] = [
  '手腕 {wrist} 毫米，表带要短款。',
  '想找{colourHans}表盘，{maxMm} 毫米以内。',
  '试戴{brandHans} {family}，很喜欢，下次来港再决定。',
  '每月从{districtHans}来一次，通常周末下午到。',
  '用银联付款，需要核对护照。',
  '联系请用微信，电话不方便。',
  '问了保修是否全国联保，已按条款说明。',
  '和{relativeHans}一起来，最后听{relativeHans}的意见。',
  '预算约 {budget}，送长辈，要稳重一点。',
  '喜欢{strapHans}，不要太闪。',
  '要求包装好，带回去送客户。',
  '对{brandHans}历史很熟，喜欢看机芯。',
  '请直接称呼{name}。',
  '下次来港前会先发消息，请留货一天。',
  '不喜欢被跟着，让客人自己先看。',
  '换了表带，20 毫米，教会了用工具。',
];

export const DISCRETION_EN: readonly string[] = [
  'Gift for {relative}: do not mention to anybody but {name}.',
  'Bought with a private card. Never post anything to the home address.',
  'Do not speak of prices in front of {relative}.',
  'Public figure: offer the back room, no names at the counter.',
];
export const DISCRETION_HANT: readonly string[] = [
  '送俾{relativeZh}嘅驚喜，唔好同任何人提起。',
  '唔好寄任何嘢去屋企。',
  '唔好喺{relativeZh}面前講價錢。',
  '公眾人物，請入貴賓房，唔好叫名。',
];
export const DISCRETION_HANS: readonly string[] = [
  '给{relativeHans}的惊喜，请勿对任何人提起。',
  '请勿邮寄到家里。',
];

export const SEEN_EN: readonly string[] = [
  'Looked long at the steel sports watches in the second case.',
  'Held a {colour} dial up to the light twice.',
  'Checked the time on a phone, wears no watch.',
  'Compared two straps against the sleeve.',
  'Pointed out the gift set to {relative}.',
];
export const ASKED_EN: readonly string[] = [
  'Who is it for, and for which day?',
  'Every day or for dinners?',
  'What do you wear now?',
  'Is there a size you are used to?',
];
export const ANSWERED_EN: readonly string[] = [
  'For every day, must take some water.',
  'Something that will still look right in ten years.',
  'For {relative}, a surprise.',
  'Light, {colour} if possible, not above {budget}.',
  'A present from the whole office, so it has to please everybody.',
];
export const SEEN_HANT: readonly string[] = [
  '望住第二個櫃嘅鋼運動錶好耐。',
  '攞住{colourZh}錶盤對光睇咗兩次。',
  '用電話睇時間，無戴錶。',
  '攞兩條錶帶比較襯衫袖。',
  '指住禮品套裝俾{relativeZh}睇。',
];
export const ASKED_HANT: readonly string[] = [
  '送邊位？幾時要？',
  '日常戴定係宴會戴？',
  '而家戴緊咩？',
  '慣戴幾大？',
];
export const ANSWERED_HANT: readonly string[] = [
  '日日戴，要可以掂水。',
  '想十年後都唔會過時。',
  '送{relativeZh}，想俾個驚喜。',
  '要輕，最好{colourZh}，{budget} 以內。',
  '全公司夾份送，要大家都鍾意。',
];
export const SEEN_HANS: readonly string[] = ['在第二个柜台看了很久。', '拿起{colourHans}表盘对着光看。'];
export const ASKED_HANS: readonly string[] = ['送给谁？什么时候要？', '平时戴还是正式场合戴？'];
export const ANSWERED_HANS: readonly string[] = [
  '日常戴，能防水。',
  '送{relativeHans}，{budget} 左右。',
  '要经典款，保值一点。',
];

/** In the customer's own words. */
export const WITHDRAWAL_WORDS: Readonly<Record<SampleLanguage, readonly string[]>> = {
  en: [
    'Too many messages lately, please stop.',
    'Only wants to hear about repairs.',
    'Leaving Hong Kong in summer.',
  ],
  'zh-Hant': ['唔好再發訊息俾我。', '只想收維修通知。', '訊息太多。'],
  'zh-Hans': ['请不要再发推广信息。', '只要维修通知。'],
};
export const REFUSAL_WORDS: Readonly<Record<SampleLanguage, readonly string[]>> = {
  en: ['Prefers to come in and look.', 'No, not today.', 'Gets enough mail already.'],
  'zh-Hant': ['唔使喇，我會自己上嚟睇。', '怕收太多訊息。', '暫時唔需要。'],
  'zh-Hans': ['不需要，谢谢。', '不想收到推广。'],
};
