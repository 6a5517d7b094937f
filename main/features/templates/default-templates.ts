import type { BuiltIn } from './built-in';
import { eventTemplates } from './event-templates';

/**
 * The texts a shop begins with, version 0 of each; the manager writes the next ones. What stands in square brackets is for
 * whoever sends it to fill in.
 */
export const builtInTemplates: readonly BuiltIn[] = [
  {
    id: 'repair-ready',
    medium: 'message',
    purpose: 'service',
    goodsClass: null,
    texts: {
      en: {
        name: 'Repair ready',
        subject: '',
        body: 'Dear {{name}}, your watch is ready to be collected at {{shop}}. We are open {{hours}}. Any question: {{hotline}}. {{advisor}}',
      },
      'zh-Hant': {
        name: '維修完成',
        subject: '',
        body: '{{name}}您好，您的手錶已維修妥當，歡迎到 {{shop}} 取回。營業時間：{{hours}}。查詢：{{hotline}}。{{advisor}}',
      },
      'zh-Hans': {
        name: '维修完成',
        subject: '',
        body: '{{name}}您好，您的手表已维修妥当，欢迎到 {{shop}} 取回。营业时间：{{hours}}。查询：{{hotline}}。{{advisor}}',
      },
    },
  },
  {
    id: 'repair-ready-email',
    medium: 'email',
    purpose: 'service',
    goodsClass: null,
    texts: {
      en: {
        name: 'Repair ready',
        subject: 'Your watch is ready – {{shop}}',
        body: 'Dear {{name}},\n\nYour watch is ready to be collected. Please bring the intake receipt with you.\n\n{{shop}}\n{{shopAddress}}\n{{hours}}\n\nShould you have any question, please call {{hotline}}.\n\nYours sincerely,\n{{advisor}}',
      },
      'zh-Hant': {
        name: '維修完成',
        subject: '您的手錶可以取回了 – {{shop}}',
        body: '{{name}}：\n\n您的手錶已維修妥當，請帶同收據前來取回。\n\n{{shop}}\n{{shopAddress}}\n{{hours}}\n\n如有查詢，請致電 {{hotline}}。\n\n{{advisor}} 謹上',
      },
      'zh-Hans': {
        name: '维修完成',
        subject: '您的手表可以取回了 – {{shop}}',
        body: '{{name}}：\n\n您的手表已维修妥当，请带同收据前来取回。\n\n{{shop}}\n{{shopAddress}}\n{{hours}}\n\n如有查询，请致电 {{hotline}}。\n\n{{advisor}} 谨上',
      },
    },
  },
  {
    id: 'thank-you',
    medium: 'message',
    purpose: 'service',
    goodsClass: null,
    texts: {
      en: {
        name: 'Thank you',
        subject: '',
        body: 'Dear {{name}}, thank you for your visit to {{shop}}. If there is anything about your purchase, I am at {{hotline}}. {{advisor}}',
      },
      'zh-Hant': {
        name: '多謝惠顧',
        subject: '',
        body: '{{name}}您好，多謝光臨 {{shop}}。如對所購貨品有任何疑問，請致電 {{hotline}} 找我。{{advisor}}',
      },
      'zh-Hans': {
        name: '感谢惠顾',
        subject: '',
        body: '{{name}}您好，感谢光临 {{shop}}。如对所购货品有任何疑问，请致电 {{hotline}} 找我。{{advisor}}',
      },
    },
  },
  {
    id: 'thank-you-letter',
    medium: 'letter',
    purpose: 'service',
    goodsClass: null,
    texts: {
      en: {
        name: 'Thank-you letter',
        subject: 'Thank you',
        body: 'Dear {{name}},\n\nThank you for the confidence you have placed in us. It was a pleasure to receive you.\n\nYour watch deserves a little care: please let us check its water resistance once a year. For anything else, {{advisor}} is at your service on {{hotline}}.\n\nYours sincerely,\n{{advisor}}\n{{shop}}',
      },
      'zh-Hant': {
        name: '感謝信',
        subject: '衷心感謝',
        body: '{{name}}：\n\n感謝您對我們的信任，能為您服務是我們的榮幸。\n\n手錶需要細心保養，建議每年檢查防水性能一次。如有其他需要，請致電 {{hotline}} 與 {{advisor}} 聯絡。\n\n{{advisor}} 謹上\n{{shop}}',
      },
      'zh-Hans': {
        name: '感谢信',
        subject: '衷心感谢',
        body: '{{name}}：\n\n感谢您对我们的信任，能为您服务是我们的荣幸。\n\n手表需要细心保养，建议每年检查防水性能一次。如有其他需要，请致电 {{hotline}} 与 {{advisor}} 联络。\n\n{{advisor}} 谨上\n{{shop}}',
      },
    },
  },
  {
    id: 'appointment',
    medium: 'message',
    purpose: 'service',
    goodsClass: null,
    texts: {
      en: {
        name: 'Appointment',
        subject: '',
        body: 'Dear {{name}}, we expect you on [day and time] at {{shop}}, {{shopAddress}}. To change it, please call {{hotline}}. {{advisor}}',
      },
      'zh-Hant': {
        name: '預約',
        subject: '',
        body: '{{name}}您好，期待您於 [日期及時間] 光臨 {{shop}}（{{shopAddress}}）。如需更改，請致電 {{hotline}}。{{advisor}}',
      },
      'zh-Hans': {
        name: '预约',
        subject: '',
        body: '{{name}}您好，期待您于 [日期及时间] 光临 {{shop}}（{{shopAddress}}）。如需更改，请致电 {{hotline}}。{{advisor}}',
      },
    },
  },
  {
    id: 'call-back',
    medium: 'phone',
    purpose: 'service',
    goodsClass: null,
    texts: {
      en: {
        name: 'Calling back',
        subject: '',
        body: 'Good day, {{name}}. This is {{advisor}} of {{shop}}. I am calling back about [what]. Is this a good moment?',
      },
      'zh-Hant': {
        name: '回電',
        subject: '',
        body: '{{name}}您好，我是 {{shop}} 的 {{advisor}}，就 [事項] 回覆您。現在方便說話嗎？',
      },
      'zh-Hans': {
        name: '回电',
        subject: '',
        body: '{{name}}您好，我是 {{shop}} 的 {{advisor}}，就 [事项] 回复您。现在方便说话吗？',
      },
    },
  },
  {
    id: 'new-arrival',
    medium: 'message',
    purpose: 'selling',
    goodsClass: 'watches',
    texts: {
      en: {
        name: 'New arrival',
        subject: '',
        body: 'Dear {{name}}, [watch] has just arrived at {{shop}}. I would be glad to show it to you: {{hotline}}. {{advisor}}',
      },
      'zh-Hant': {
        name: '新品到店',
        subject: '',
        body: '{{name}}您好，[手錶] 剛到 {{shop}}，歡迎前來欣賞，請致電 {{hotline}}。{{advisor}}',
      },
      'zh-Hans': {
        name: '新品到店',
        subject: '',
        body: '{{name}}您好，[手表] 刚到 {{shop}}，欢迎前来欣赏，请致电 {{hotline}}。{{advisor}}',
      },
    },
  },
  {
    id: 'new-arrival-email',
    medium: 'email',
    purpose: 'selling',
    goodsClass: 'watches',
    texts: {
      en: {
        name: 'New arrival',
        subject: 'New at {{shop}}: [watch]',
        body: 'Dear {{name}},\n\n[watch] has just arrived, and I thought of you.\n\nIt would be a pleasure to show it to you. We are at {{shopAddress}}, {{hours}}; my number is {{hotline}}.\n\nYours sincerely,\n{{advisor}}',
      },
      'zh-Hant': {
        name: '新品到店',
        subject: '{{shop}} 新到：[手錶]',
        body: '{{name}}：\n\n[手錶] 剛剛到店，我立即想起您。\n\n歡迎前來欣賞。地址：{{shopAddress}}，{{hours}}；電話：{{hotline}}。\n\n{{advisor}} 謹上',
      },
      'zh-Hans': {
        name: '新品到店',
        subject: '{{shop}} 新到：[手表]',
        body: '{{name}}：\n\n[手表] 刚刚到店，我立即想起您。\n\n欢迎前来欣赏。地址：{{shopAddress}}，{{hours}}；电话：{{hotline}}。\n\n{{advisor}} 谨上',
      },
    },
  },
  {
    id: 'invitation-letter',
    medium: 'letter',
    purpose: 'selling',
    goodsClass: 'events',
    texts: {
      en: {
        name: 'Event invitation',
        subject: 'Invitation',
        body: 'Dear {{name}},\n\nWe have the pleasure of inviting you to [event] on [day and time] at {{shop}}, {{shopAddress}}.\n\nPlease let {{advisor}} know by [day] whether we may expect you: {{hotline}}.\n\nYours sincerely,\n{{advisor}}\n{{shop}}',
      },
      'zh-Hant': {
        name: '活動邀請',
        subject: '誠邀出席',
        body: '{{name}}：\n\n我們誠意邀請您於 [日期及時間] 蒞臨 {{shop}}（{{shopAddress}}），參加 [活動]。\n\n請於 [日期] 前致電 {{hotline}} 回覆 {{advisor}}。\n\n{{advisor}} 謹上\n{{shop}}',
      },
      'zh-Hans': {
        name: '活动邀请',
        subject: '诚邀出席',
        body: '{{name}}：\n\n我们诚意邀请您于 [日期及时间] 莅临 {{shop}}（{{shopAddress}}），参加 [活动]。\n\n请于 [日期] 前致电 {{hotline}} 回复 {{advisor}}。\n\n{{advisor}} 谨上\n{{shop}}',
      },
    },
  },
  {
    id: 'invitation-email',
    medium: 'email',
    purpose: 'selling',
    goodsClass: 'events',
    texts: {
      en: {
        name: 'Event invitation',
        subject: 'Invitation to [event]',
        body: 'Dear {{name}},\n\nWe have the pleasure of inviting you to [event] on [day and time] at {{shop}}, {{shopAddress}}.\n\nMay I expect you? A word by [day] is enough: {{hotline}}.\n\nYours sincerely,\n{{advisor}}',
      },
      'zh-Hant': {
        name: '活動邀請',
        subject: '誠邀出席 [活動]',
        body: '{{name}}：\n\n我們誠意邀請您於 [日期及時間] 蒞臨 {{shop}}（{{shopAddress}}），參加 [活動]。\n\n請於 [日期] 前回覆或致電 {{hotline}}。\n\n{{advisor}} 謹上',
      },
      'zh-Hans': {
        name: '活动邀请',
        subject: '诚邀出席 [活动]',
        body: '{{name}}：\n\n我们诚意邀请您于 [日期及时间] 莅临 {{shop}}（{{shopAddress}}），参加 [活动]。\n\n请于 [日期] 前回复或致电 {{hotline}}。\n\n{{advisor}} 谨上',
      },
    },
  },
  ...eventTemplates,
];
