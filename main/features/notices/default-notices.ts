import type { NoticeKind } from '@shared/contract/notices';
import type { Language } from '@shared/domain/languages';

/** What the built-in texts say about the shop. */
export interface NoticeFacts {
  readonly shopName: string;
  readonly address: string;
  readonly hotline: string;
  readonly email: string | null;
  /** Name or title of the person who handles access and correction requests; null: the title alone. */
  readonly privacyOfficer: string | null;
}

export interface NoticeText {
  readonly title: string;
  readonly body: string;
}

/**
 * Version 1 of a notice. Each says what Cap. 486 asks for: s.35C(2) (the intention, that it needs consent, the kinds
 * of data, the classes of marketing subjects, a response channel free of charge) and DPP1(3) (whether supplying is
 * obligatory, purposes, classes of transferees, access and correction and whom to ask). Product knowledge, not legal
 * advice: the manager publishes the shop's own version.
 */
export function defaultNotice(kind: NoticeKind, language: Language, facts: NoticeFacts): NoticeText {
  const texts = { en: english, 'zh-Hant': traditional, 'zh-Hans': simplified }[language](facts);
  if (kind === 'confirmation') return { title: texts.confirmationTitle, body: texts.confirmation };
  const opening = kind === 'vip' ? texts.vipOpening : texts.opening;
  return {
    title: kind === 'vip' ? texts.vipTitle : texts.title,
    body: [opening, texts.marketing, texts.collection].join('\n\n'),
  };
}

interface Texts {
  readonly title: string;
  readonly vipTitle: string;
  readonly opening: string;
  readonly vipOpening: string;
  readonly marketing: string;
  readonly collection: string;
  readonly confirmationTitle: string;
  readonly confirmation: string;
}

function english(facts: NoticeFacts): Texts {
  const { shopName, address, hotline, email } = facts;
  const officer = facts.privacyOfficer
    ? `${facts.privacyOfficer} (Personal Data Privacy Officer)`
    : 'the Personal Data Privacy Officer';
  const free = `at the counter, by telephone on ${hotline}${email ? `, by e-mail to ${email}` : ''}, or by letter to ${address}`;
  return {
    title: 'Your personal data, and messages from us',
    vipTitle: 'VIP programme: your personal data, and messages from us',
    opening: `${shopName} keeps a record of you as a customer. Please read this before you tell us what we may do.`,
    vipOpening: `${shopName} keeps a record of you as a VIP member: your card, your tier, your purchases and the things you own. You may be a member without receiving any message from us. Please read this before you tell us what we may do.`,
    marketing: `# Messages that offer something

We intend to use your personal data for direct marketing: to write to you or call you with offers, news and reminders. We may not do so unless we have received your consent.

The personal data we would use:

- your name
- your telephone number, e-mail address, postal address or messaging account, as far as you choose that way
- the products you bought, the items you own, and the preferences you told us

What we would write or call about, as far as you choose it:

- watches; straps; jewellery; gifts
- after-sales services: warranty, servicing, water-resistance tests, batteries and repairs
- events of the shop

You may choose each way and each subject by itself. If you choose nothing, we send you nothing of this kind. We do not give your personal data to anybody else for their marketing.

You may say no, or change your mind, at any time and free of charge: ${free}. We stop at once.`,
    collection: `# Collection of your personal data

Giving us your data is voluntary. Without your name and one way to reach you we cannot keep a customer record, and cannot issue a VIP card or tell you that a repair is ready; you may still buy anything.

We use it to keep your purchase, warranty and service records, to answer you, to run the VIP programme and, only with your consent, for the messages above. It is open only to our own staff, and to repairers, manufacturers and carriers so far as they work on your order or your item, and to authorities where the law requires it. We keep it no longer than these purposes need.

You may ask for a copy of your data and have it corrected under the Personal Data (Privacy) Ordinance. Please write to ${officer}, ${shopName}, ${address}.`,
    confirmationTitle: 'Your rights',
    confirmation: `If anything above is not what you told us, please say so: we correct it at once. You may withdraw this consent in whole or in part, at any time and free of charge: ${free}. You may ask for a copy of your personal data and have it corrected; please write to ${officer}, ${shopName}, ${address}.`,
  };
}

function traditional(facts: NoticeFacts): Texts {
  const { shopName, address, hotline, email } = facts;
  const officer = facts.privacyOfficer ? `個人資料私隱主任${facts.privacyOfficer}` : '個人資料私隱主任';
  const free = `親臨本店、致電 ${hotline}${email ? `、電郵至 ${email}` : ''}，或致函${address}`;
  return {
    title: '你的個人資料及本店訊息',
    vipTitle: '貴賓計劃：你的個人資料及本店訊息',
    opening: `${shopName}會保存你的顧客記錄。請在告訴我們你的選擇之前，先細閱本通知。`,
    vipOpening: `${shopName}會保存你的貴賓會員記錄，包括會員卡、級別、購買記錄及你擁有的物品。你可以成為會員而不收取任何訊息。請在告訴我們你的選擇之前，先細閱本通知。`,
    marketing: `# 推廣訊息

我們擬使用你的個人資料作直接促銷，即以書信、訊息或電話向你提供優惠、消息及提示。未得到你的同意，我們不可以這樣做。

我們會使用的個人資料：

- 你的姓名
- 你的電話號碼、電郵地址、郵寄地址或通訊帳號（以你選擇的方式為限）
- 你購買的貨品、你擁有的物品，以及你告訴我們的喜好

我們會以此介紹（以你選擇的類別為限）：

- 手錶、錶帶、珠寶、禮品
- 售後服務：保養、維修保養、防水測試、更換電池及修理
- 本店活動

每種方式、每個類別均可分別選擇。如你不作選擇，我們不會向你發出此類訊息。我們不會把你的個人資料提供予其他人作促銷用途。

你可以隨時免費拒絕或改變主意：${free}。我們會即時停止。`,
    collection: `# 收集個人資料

是否提供資料純屬自願。如不提供姓名及一種聯絡方法，我們便無法保存顧客記錄、發出貴賓卡，或通知你維修已完成；但你仍可如常購物。

我們使用資料以保存購買、保養及維修記錄、回覆查詢、營運貴賓計劃，並只在得到你同意後發出上述訊息。資料只供本店職員使用；如為處理你的訂單或物品所需，會交予維修商、製造商及運送商；法律有所規定時，會交予有關當局。資料的保存時間不會超過上述用途所需。

根據《個人資料（私隱）條例》，你有權查閱及更正你的個人資料。請致函${shopName}${officer}，地址：${address}。`,
    confirmationTitle: '你的權利',
    confirmation: `如以上內容與你所說的不符，請告訴我們，我們會即時更正。你可以隨時免費撤回全部或部分同意：${free}。你亦有權查閱及更正你的個人資料，請致函${shopName}${officer}，地址：${address}。`,
  };
}

function simplified(facts: NoticeFacts): Texts {
  const { shopName, address, hotline, email } = facts;
  const officer = facts.privacyOfficer ? `个人资料隐私主任${facts.privacyOfficer}` : '个人资料隐私主任';
  const free = `亲临本店、致电 ${hotline}${email ? `、发邮件至 ${email}` : ''}，或致函${address}`;
  return {
    title: '您的个人资料及本店消息',
    vipTitle: '贵宾计划：您的个人资料及本店消息',
    opening: `${shopName}会保存您的顾客记录。请在告诉我们您的选择之前，先细阅本通知。`,
    vipOpening: `${shopName}会保存您的贵宾会员记录，包括会员卡、级别、购买记录及您拥有的物品。您可以成为会员而不接收任何消息。请在告诉我们您的选择之前，先细阅本通知。`,
    marketing: `# 推广消息

我们拟使用您的个人资料作直接促销，即以信件、消息或电话向您提供优惠、消息及提示。未得到您的同意，我们不可以这样做。

我们会使用的个人资料：

- 您的姓名
- 您的电话号码、电子邮箱、邮寄地址或通讯账号（以您选择的方式为限）
- 您购买的货品、您拥有的物品，以及您告诉我们的喜好

我们会以此介绍（以您选择的类别为限）：

- 手表、表带、珠宝、礼品
- 售后服务：保修、维护保养、防水测试、更换电池及修理
- 本店活动

每种方式、每个类别均可分别选择。如您不作选择，我们不会向您发出此类消息。我们不会把您的个人资料提供给其他人作促销用途。

您可以随时免费拒绝或改变主意：${free}。我们会立即停止。`,
    collection: `# 收集个人资料

是否提供资料纯属自愿。如不提供姓名及一种联系方式，我们便无法保存顾客记录、发出贵宾卡，或通知您维修已完成；但您仍可照常购物。

我们使用资料以保存购买、保修及维修记录、回复查询、运营贵宾计划，并只在得到您同意后发出上述消息。资料只供本店职员使用；如为处理您的订单或物品所需，会交给维修商、制造商及运输商；法律有所规定时，会交给有关当局。资料的保存时间不会超过上述用途所需。

根据香港《个人资料（私隐）条例》，您有权查阅及更正您的个人资料。请致函${shopName}${officer}，地址：${address}。`,
    confirmationTitle: '您的权利',
    confirmation: `如以上内容与您所说的不符，请告诉我们，我们会立即更正。您可以随时免费撤回全部或部分同意：${free}。您也有权查阅及更正您的个人资料，请致函${shopName}${officer}，地址：${address}。`,
  };
}
