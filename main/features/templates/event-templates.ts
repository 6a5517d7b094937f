import type { BuiltIn } from './built-in';

/** What an event writes with: the invitation, and the word that it does not take place, for each medium. */
export const eventTemplates: readonly BuiltIn[] = [
  {
    id: 'event-invitation-message',
    medium: 'message',
    purpose: 'selling',
    goodsClass: 'events',
    texts: {
      en: {
        name: 'Event: invitation',
        subject: '',
        body: 'Dear {{name}}, may we invite you to {{event}}: {{eventWhen}}, {{eventPlace}}. {{eventWords}}\n\nA word by {{answerBy}} is enough, here or to {{hotline}}. {{advisor}}, {{shop}}',
      },
      'zh-Hant': {
        name: '活動：邀請',
        subject: '',
        body: '{{name}}您好，誠邀您出席「{{event}}」：{{eventWhen}}，{{eventPlace}}。{{eventWords}}\n\n請於 {{answerBy}} 前在此回覆，或致電 {{hotline}}。{{shop}} {{advisor}}',
      },
      'zh-Hans': {
        name: '活动：邀请',
        subject: '',
        body: '{{name}}您好，诚邀您出席“{{event}}”：{{eventWhen}}，{{eventPlace}}。{{eventWords}}\n\n请于 {{answerBy}} 前在此回复，或致电 {{hotline}}。{{shop}} {{advisor}}',
      },
    },
  },
  {
    id: 'event-invitation-email',
    medium: 'email',
    purpose: 'selling',
    goodsClass: 'events',
    texts: {
      en: {
        name: 'Event: invitation',
        subject: 'Invitation: {{event}}, {{eventWhen}}',
        body: 'Dear {{name}},\n\nWe have the pleasure of inviting you to {{event}}.\n\n{{eventWhen}}\n{{eventPlace}}\n\n{{eventWords}}\n\nMay we expect you? A word by {{answerBy}} is enough: {{hotline}}.\n\nYours sincerely,\n{{advisor}}\n{{shop}}',
      },
      'zh-Hant': {
        name: '活動：邀請',
        subject: '誠邀出席：{{event}}，{{eventWhen}}',
        body: '{{name}}：\n\n我們誠意邀請您出席「{{event}}」。\n\n{{eventWhen}}\n{{eventPlace}}\n\n{{eventWords}}\n\n請於 {{answerBy}} 前回覆或致電 {{hotline}}。\n\n{{advisor}} 謹上\n{{shop}}',
      },
      'zh-Hans': {
        name: '活动：邀请',
        subject: '诚邀出席：{{event}}，{{eventWhen}}',
        body: '{{name}}：\n\n我们诚意邀请您出席“{{event}}”。\n\n{{eventWhen}}\n{{eventPlace}}\n\n{{eventWords}}\n\n请于 {{answerBy}} 前回复或致电 {{hotline}}。\n\n{{advisor}} 谨上\n{{shop}}',
      },
    },
  },
  {
    id: 'event-invitation-letter',
    medium: 'letter',
    purpose: 'selling',
    goodsClass: 'events',
    texts: {
      en: {
        name: 'Event: invitation',
        subject: 'Invitation',
        body: 'Dear {{name}},\n\nWe have the pleasure of inviting you to {{event}}.\n\n{{eventWords}}\n\nPlease let {{advisor}} know by {{answerBy}} whether we may expect you: {{hotline}}. This page opens the door to you and your company.\n\nYours sincerely,\n{{advisor}}\n{{shop}}',
      },
      'zh-Hant': {
        name: '活動：邀請',
        subject: '邀請函',
        body: '{{name}}：\n\n我們誠意邀請您出席「{{event}}」。\n\n{{eventWords}}\n\n請於 {{answerBy}} 前致電 {{hotline}} 回覆 {{advisor}}。憑本函可與同行賓客一同入場。\n\n{{advisor}} 謹上\n{{shop}}',
      },
      'zh-Hans': {
        name: '活动：邀请',
        subject: '邀请函',
        body: '{{name}}：\n\n我们诚意邀请您出席“{{event}}”。\n\n{{eventWords}}\n\n请于 {{answerBy}} 前致电 {{hotline}} 回复 {{advisor}}。凭本函可与同行宾客一同入场。\n\n{{advisor}} 谨上\n{{shop}}',
      },
    },
  },
  {
    id: 'event-invitation-phone',
    medium: 'phone',
    purpose: 'selling',
    goodsClass: 'events',
    texts: {
      en: {
        name: 'Event: invitation',
        subject: '',
        body: 'This is {{advisor}} of {{shop}}. May I invite you to {{event}}, {{eventWhen}}, {{eventPlace}}? How many may we expect?',
      },
      'zh-Hant': {
        name: '活動：邀請',
        subject: '',
        body: '我是 {{shop}} 的 {{advisor}}。誠邀您出席「{{event}}」，{{eventWhen}}，{{eventPlace}}。請問會有多少位出席？',
      },
      'zh-Hans': {
        name: '活动：邀请',
        subject: '',
        body: '我是 {{shop}} 的 {{advisor}}。诚邀您出席“{{event}}”，{{eventWhen}}，{{eventPlace}}。请问会有多少位出席？',
      },
    },
  },
  {
    id: 'event-cancellation-message',
    medium: 'message',
    purpose: 'service',
    goodsClass: null,
    texts: {
      en: {
        name: 'Event: cancelled',
        subject: '',
        body: 'Dear {{name}}, {{event}} on {{eventWhen}} does not take place. We are sorry. Any question: {{hotline}}. {{advisor}}, {{shop}}',
      },
      'zh-Hant': {
        name: '活動：取消',
        subject: '',
        body: '{{name}}您好，原定 {{eventWhen}} 舉行的「{{event}}」已取消，敬請見諒。查詢：{{hotline}}。{{shop}} {{advisor}}',
      },
      'zh-Hans': {
        name: '活动：取消',
        subject: '',
        body: '{{name}}您好，原定 {{eventWhen}} 举行的“{{event}}”已取消，敬请见谅。查询：{{hotline}}。{{shop}} {{advisor}}',
      },
    },
  },
  {
    id: 'event-cancellation-email',
    medium: 'email',
    purpose: 'service',
    goodsClass: null,
    texts: {
      en: {
        name: 'Event: cancelled',
        subject: 'Cancelled: {{event}}, {{eventWhen}}',
        body: 'Dear {{name}},\n\n{{event}} on {{eventWhen}} does not take place. We are sorry.\n\nShould you have any question, please call {{hotline}}.\n\nYours sincerely,\n{{advisor}}\n{{shop}}',
      },
      'zh-Hant': {
        name: '活動：取消',
        subject: '取消：{{event}}，{{eventWhen}}',
        body: '{{name}}：\n\n原定 {{eventWhen}} 舉行的「{{event}}」已取消，敬請見諒。\n\n如有查詢，請致電 {{hotline}}。\n\n{{advisor}} 謹上\n{{shop}}',
      },
      'zh-Hans': {
        name: '活动：取消',
        subject: '取消：{{event}}，{{eventWhen}}',
        body: '{{name}}：\n\n原定 {{eventWhen}} 举行的“{{event}}”已取消，敬请见谅。\n\n如有查询，请致电 {{hotline}}。\n\n{{advisor}} 谨上\n{{shop}}',
      },
    },
  },
  {
    id: 'event-cancellation-letter',
    medium: 'letter',
    purpose: 'service',
    goodsClass: null,
    texts: {
      en: {
        name: 'Event: cancelled',
        subject: '{{event}} is cancelled',
        body: 'Dear {{name}},\n\n{{event}} on {{eventWhen}} does not take place. We are sorry.\n\nShould you have any question, please call {{hotline}}.\n\nYours sincerely,\n{{advisor}}\n{{shop}}',
      },
      'zh-Hant': {
        name: '活動：取消',
        subject: '「{{event}}」取消',
        body: '{{name}}：\n\n原定 {{eventWhen}} 舉行的「{{event}}」已取消，敬請見諒。\n\n如有查詢，請致電 {{hotline}}。\n\n{{advisor}} 謹上\n{{shop}}',
      },
      'zh-Hans': {
        name: '活动：取消',
        subject: '“{{event}}”取消',
        body: '{{name}}：\n\n原定 {{eventWhen}} 举行的“{{event}}”已取消，敬请见谅。\n\n如有查询，请致电 {{hotline}}。\n\n{{advisor}} 谨上\n{{shop}}',
      },
    },
  },
  {
    id: 'event-cancellation-phone',
    medium: 'phone',
    purpose: 'service',
    goodsClass: null,
    texts: {
      en: {
        name: 'Event: cancelled',
        subject: '',
        body: 'This is {{advisor}} of {{shop}}. I am sorry to say that {{event}} on {{eventWhen}} does not take place.',
      },
      'zh-Hant': {
        name: '活動：取消',
        subject: '',
        body: '我是 {{shop}} 的 {{advisor}}。很抱歉，原定 {{eventWhen}} 舉行的「{{event}}」取消了。',
      },
      'zh-Hans': {
        name: '活动：取消',
        subject: '',
        body: '我是 {{shop}} 的 {{advisor}}。很抱歉，原定 {{eventWhen}} 举行的“{{event}}”取消了。',
      },
    },
  },
];
