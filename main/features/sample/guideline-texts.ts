import type { GuidelineShelf, GuidelineTopic } from '@shared/domain/guidelines';

interface SampleText {
  readonly title: string;
  readonly body: string;
}

/** One guideline of the sample shop, in its two languages. */
export interface SampleGuideline {
  readonly shelf: GuidelineShelf;
  readonly topic: GuidelineTopic;
  readonly en: SampleText;
  readonly 'zh-Hant': SampleText;
}

/** What the sample shop goes by. */
export const sampleGuidelines: readonly SampleGuideline[] = [
  {
    shelf: 'house',
    topic: 'consent',
    en: {
      title: 'Asking for consent at the counter',
      body: `Show the notice before you ask, in the customer’s language. Nothing is ticked beforehand.

# How to ask

- Channel by channel and for each kind of goods; silence is not a yes.
- A signature where there can be one. What was said counts only with a written confirmation within 14 days.
- For somebody under 18, a parent signs.

# A no

Thank the customer and say nothing more about it. A no never changes how a person is served.`,
    },
    'zh-Hant': {
      title: '櫃位徵求同意',
      body: `先以顧客的語言出示通知，然後才詢問。不可預先勾選。

# 如何詢問

- 逐個渠道及貨品類別詢問；沉默不等於同意。
- 盡可能請顧客簽署。口頭同意須於 14 天內以書面確認。
- 未滿 18 歲者由家長簽署。

# 顧客不同意

向顧客道謝，不再多問。不同意絕不影響服務。`,
    },
  },
  {
    shelf: 'brand',
    topic: 'consent',
    en: {
      title: 'Client data for maker’s invitations',
      body: `A client’s details go to the maker only where the client agreed to sharing in writing, and only the details that the invitation needs.

- Name, language and the way to be reached; never purchases or notes.
- The maker’s own privacy notice is handed over with the form.`,
    },
    'zh-Hant': {
      title: '品牌邀請所用的客戶資料',
      body: `只有在客戶書面同意轉移資料時，才可把邀請所需的資料交予品牌。

- 姓名、語言及聯絡方式；不包括購買記錄或備註。
- 連同表格一併交付品牌的私隱通知。`,
    },
  },
  {
    shelf: 'house',
    topic: 'privacy',
    en: {
      title: 'Looking at customers’ records',
      body: `Open a record only for the customer in front of you or for work you own.

- Records of colleagues and their families need a reason, which the manager reviews.
- No photograph of a screen, no list on a private phone.
- A customer who asks to see their record gets it within 40 days.`,
    },
    'zh-Hant': {
      title: '查閱顧客記錄',
      body: `只可為面前的顧客或自己負責的工作開啟記錄。

- 查閱同事及其家人的記錄須註明原因，並由經理覆核。
- 不可拍攝螢幕，亦不可在私人電話保存名單。
- 顧客要求查閱其記錄，須於 40 天內提供。`,
    },
  },
  {
    shelf: 'brand',
    topic: 'sale',
    en: {
      title: 'Handing over a watch',
      body: `Every watch leaves with its papers complete.

- Serial number read aloud and compared with the card.
- Warranty card dated and stamped on the day of sale.
- Strap sized, crown and water resistance explained.
- Protective foils removed only with the client’s agreement.`,
    },
    'zh-Hant': {
      title: '交付手錶',
      body: `每隻手錶須連同齊全文件交付。

- 讀出序號並與保用證核對。
- 保用證於售出當日填寫日期及蓋章。
- 調校錶帶，講解錶冠及防水性能。
- 徵得客戶同意方可除去保護膜。`,
    },
  },
  {
    shelf: 'house',
    topic: 'sale',
    en: {
      title: 'Discounts, cash and staff purchases',
      body: `# Discounts
A discount carries its reason. Beyond the limit in the settings it is on the manager’s review list.

# Cash

HK$120,000 or more in cash for precious goods: stop, ask the manager, check identity and keep the record.

# Staff and family

Another colleague rings up what you or your family buy.`,
    },
    'zh-Hant': {
      title: '折扣、現金及員工購物',
      body: `# 折扣
折扣須註明原因。超過設定上限者，會列入經理的覆核清單。

# 現金

以現金購買貴重物品達港幣 120,000 元或以上：先暫停，請示經理，核實身分並保存記錄。

# 員工及家人

員工或其家人購物，須由另一位同事處理。`,
    },
  },
  {
    shelf: 'brand',
    topic: 'allocation',
    en: {
      title: 'Scarce references',
      body: `Interest is registered, never sold.

- No deposit is taken before a piece is offered.
- Registering interest guarantees nothing: say so, in these words.
- A piece is offered to a person, not to a dealer.`,
    },
    'zh-Hant': {
      title: '稀有型號',
      body: `只登記意向，不作預售。

- 未提出配售前不收訂金。
- 須向顧客說明：登記意向並不保證獲配售。
- 只配售予個人，不售予炒賣者。`,
    },
  },
  {
    shelf: 'brand',
    topic: 'repair-intake',
    en: {
      title: 'Receiving a watch for service',
      body: `- Photograph front, back, clasp and every mark before the watch leaves the client’s sight.
- Write the condition in plain words and read it back.
- No case is opened at the counter.
- Water resistance is tested before and after, and both results are kept.`,
    },
    'zh-Hant': {
      title: '接收維修手錶',
      body: `- 手錶離開客戶視線前，拍攝正面、背面、錶扣及所有痕跡。
- 以淺白文字記下狀況，並向客戶覆述。
- 不可在櫃位開啟錶殼。
- 維修前後均須測試防水，並保存兩次結果。`,
    },
  },
  {
    shelf: 'house',
    topic: 'complaints',
    en: {
      title: 'When a customer is not satisfied',
      body: `Listen to the end, thank the customer, write down their own words.

- A first answer on the same day, from whoever took the complaint.
- Nothing is sold to the customer while the complaint is open.
- Remedies within your limit at once; beyond it, ask the manager before you promise.`,
    },
    'zh-Hant': {
      title: '顧客不滿時',
      body: `先聆聽，向顧客道謝，並記下顧客的原話。

- 由接收投訴的同事即日首次回覆。
- 投訴未了結前，不向該顧客推銷。
- 權限內的補償可即時處理；超出權限者，先請示經理才承諾。`,
    },
  },
  {
    shelf: 'house',
    topic: 'gifts',
    en: {
      title: 'Giving and being given',
      body: `- A gift is recorded when it is given: to whom, for what, by whom.
- The yearly limit for each customer holds for all gifts together; beyond it the manager decides.
- You accept nothing of value from a customer or a supplier (Prevention of Bribery Ordinance, Cap. 201).`,
    },
    'zh-Hant': {
      title: '送贈與收受禮物',
      body: `- 送出禮品時即作記錄：送給誰、因何事、由誰送出。
- 每位顧客的年度上限包括所有禮品；超出者由經理決定。
- 不可收受顧客或供應商任何有價值的利益（《防止賄賂條例》第 201 章）。`,
    },
  },
  {
    shelf: 'house',
    topic: 'conduct',
    en: {
      title: 'Honest work',
      body: `Records are made when things happen, by whoever did them. Nobody works under another’s name.

- A mistake is put right openly: the record keeps both.
- Lock the counter when you leave it.
- If something seems wrong, tell the manager; nobody is worse off for asking.`,
    },
    'zh-Hant': {
      title: '誠實工作',
      body: `事情發生時由當事人即時記錄，不可用他人名義工作。

- 出錯時公開更正，記錄會同時保留兩者。
- 離開櫃位時須鎖上。
- 發現不妥時告訴經理；任何人不會因查詢而受損。`,
    },
  },
];

/** Which shelf wins in the sample shop. */
export const samplePrecedence: readonly {
  readonly topic: GuidelineTopic;
  readonly wins: GuidelineShelf;
  readonly reason: string;
}[] = [
  {
    topic: 'consent',
    wins: 'house',
    reason:
      'The shop is the data user under the Privacy Ordinance and answers for it. 本店是《私隱條例》下的資料使用者。',
  },
  {
    topic: 'sale',
    wins: 'house',
    reason:
      'The contract of sale is with the shop; the maker’s rules add to it. 買賣合約由本店訂立，品牌規定為補充。',
  },
  {
    topic: 'repair-intake',
    wins: 'brand',
    reason: 'The maker’s warranty depends on its own procedure. 品牌保用以其程序為準。',
  },
];
