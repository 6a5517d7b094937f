import { defineWords } from './define';

/** The printed agenda and minutes. */
export const reviewsPaperWords = defineWords(
  {
    agendaTitle: 'Agenda, review meeting {{number}}',
    minutesTitle: 'Minutes, review meeting {{number}}',
    inside: 'Our copy, with internal points. Not for the customer.',
    customer: 'Customer',
    noPoints: 'No point is on this copy.',
    what: 'What we promised',
    due: 'By when',
    owner: 'Who keeps it',
    signCustomer: 'Customer',
    signShop: 'For {{name}}',
  },
  {
    agendaTitle: '定期會談 {{number}} 議程',
    minutesTitle: '定期會談 {{number}} 記錄',
    inside: '我方的一份，包括內部事項。不可交給顧客。',
    customer: '顧客',
    noPoints: '這一份沒有事項。',
    what: '承諾事項',
    due: '期限',
    owner: '負責人',
    signCustomer: '顧客',
    signShop: '{{name}} 代表',
  },
  {
    agendaTitle: '定期会谈 {{number}} 议程',
    minutesTitle: '定期会谈 {{number}} 记录',
    inside: '我方的一份，包括内部事项。不可交给顾客。',
    customer: '顾客',
    noPoints: '这一份没有事项。',
    what: '承诺事项',
    due: '期限',
    owner: '负责人',
    signCustomer: '顾客',
    signShop: '{{name}} 代表',
  },
);

export const reviewsErrorWords = defineWords(
  {
    REVIEW_NOT_FOUND: 'This review meeting no longer exists.',
    REVIEW_CHANGED: 'Somebody changed this meeting meanwhile. What you typed is kept; look again and save.',
    REVIEW_CLOSED: 'This meeting was held or cancelled already.',
    REVIEW_IN_THE_PAST: 'The day has passed already. Choose today or a later day.',
    REVIEW_IN_THE_FUTURE: 'Minutes are written when the meeting was held, not before.',
    REVIEW_PLANNED_ALREADY: 'A meeting with this customer is planned already. Move or cancel that one.',
    REVIEW_POINT_NOT_FOUND:
      'One of the points is no longer on the agenda. What you typed is kept; look again.',
    REVIEW_NEXT_TOO_SOON: 'The next meeting comes after this one. Choose a later day.',
    REVIEW_MINUTES_NEEDED: 'Say what was said: at least one point, or the customer’s own words.',
    REVIEW_NOT_CANCELLED: 'This meeting was not cancelled.',
  },
  {
    REVIEW_NOT_FOUND: '這次會談已不存在。',
    REVIEW_CHANGED: '其他同事剛剛更改了這次會談。您輸入的內容已保留；請再看一次然後儲存。',
    REVIEW_CLOSED: '這次會談已舉行或已取消。',
    REVIEW_IN_THE_PAST: '日子已過。請選今天或以後的日子。',
    REVIEW_IN_THE_FUTURE: '會談舉行後才寫記錄，不可預先。',
    REVIEW_PLANNED_ALREADY: '已安排了與這位顧客的會談。請改期或取消該次。',
    REVIEW_POINT_NOT_FOUND: '其中一項已不在議程上。您輸入的內容已保留；請再看一次。',
    REVIEW_NEXT_TOO_SOON: '下次會談須在這次之後。請選較後的日子。',
    REVIEW_MINUTES_NEEDED: '請寫下談了甚麼：至少一項，或顧客的原話。',
    REVIEW_NOT_CANCELLED: '這次會談並未取消。',
  },
  {
    REVIEW_NOT_FOUND: '这次会谈已不存在。',
    REVIEW_CHANGED: '其他同事刚刚更改了这次会谈。您输入的内容已保留；请再看一次然后保存。',
    REVIEW_CLOSED: '这次会谈已举行或已取消。',
    REVIEW_IN_THE_PAST: '日子已过。请选今天或以后的日子。',
    REVIEW_IN_THE_FUTURE: '会谈举行后才写记录，不可预先。',
    REVIEW_PLANNED_ALREADY: '已安排了与这位顾客的会谈。请改期或取消该次。',
    REVIEW_POINT_NOT_FOUND: '其中一项已不在议程上。您输入的内容已保留；请再看一次。',
    REVIEW_NEXT_TOO_SOON: '下次会谈须在这次之后。请选较后的日子。',
    REVIEW_MINUTES_NEEDED: '请写下谈了什么：至少一项，或顾客的原话。',
    REVIEW_NOT_CANCELLED: '这次会谈并未取消。',
  },
);

/** Words of its duties, see `duties.ts`; one that is planned and one that is due are told apart. */
export const reviewsDutyWords = defineWords(
  {
    review: {
      group: 'Review meetings',
      go: 'Open',
      planned: 'Review meeting {{number}} {{time}}, {{place}}',
      due: 'A review meeting is due; none is planned',
      next: 'Review meeting',
      why: 'Its day is {{date}}.',
      do: 'Go to review meetings',
    },
  },
  {
    review: {
      group: '定期會談',
      go: '開啟',
      planned: '定期會談 {{number}} {{time}}，{{place}}',
      due: '定期會談到期，尚未安排',
      next: '定期會談',
      why: '日子是 {{date}}。',
      do: '前往定期會談',
    },
  },
  {
    review: {
      group: '定期会谈',
      go: '打开',
      planned: '定期会谈 {{number}} {{time}}，{{place}}',
      due: '定期会谈到期，尚未安排',
      next: '定期会谈',
      why: '日子是 {{date}}。',
      do: '前往定期会谈',
    },
  },
);

/** Words of its entries on the timeline, see `timeline.ts`. */
export const reviewsStoryWords = defineWords(
  {
    review: {
      kind: 'Review meetings',
      planned: 'Review meeting {{number}} planned',
      moved: 'Review meeting {{number}} moved',
      held: 'Review meeting {{number}} held',
      cancelled: 'Review meeting {{number}} cancelled',
      revived: 'Review meeting {{number}} takes place after all',
    },
  },
  {
    review: {
      kind: '定期會談',
      planned: '已安排定期會談 {{number}}',
      moved: '定期會談 {{number}} 改期',
      held: '已舉行定期會談 {{number}}',
      cancelled: '已取消定期會談 {{number}}',
      revived: '定期會談 {{number}} 照常舉行',
    },
  },
  {
    review: {
      kind: '定期会谈',
      planned: '已安排定期会谈 {{number}}',
      moved: '定期会谈 {{number}} 改期',
      held: '已举行定期会谈 {{number}}',
      cancelled: '已取消定期会谈 {{number}}',
      revived: '定期会谈 {{number}} 照常举行',
    },
  },
);
