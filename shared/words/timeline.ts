import { defineWords } from './define';

/** Everything that happened with one customer. */
export const timelineWords = defineWords(
  {
    heading: 'Timeline',
    filter: 'Show only',
    empty: 'Nothing has happened yet',
    emptyHint: 'Purchases, needs, notes and everything else that happens will stand here, newest first.',
    emptyFiltered: 'Nothing of this kind yet',
    older: 'Show older',
    discreet: 'Discreet',
    covered: 'Discreet: covered',
    uncover: 'Show',
    edited: 'edited',
    takenBack: 'taken back',
    moreLines: 'and {{count}} more',
  },
  {
    heading: '時間線',
    filter: '只顯示',
    empty: '暫時未有記錄',
    emptyHint: '購買、需要、備註及其他一切都會列在這裡，最新的在最上。',
    emptyFiltered: '暫時未有這類記錄',
    older: '顯示較早的',
    discreet: '須保密',
    covered: '須保密：已遮蓋',
    uncover: '顯示',
    edited: '已修改',
    takenBack: '已復原',
    moreLines: '另有 {{count}} 項',
  },
  {
    heading: '时间线',
    filter: '只显示',
    empty: '暂时没有记录',
    emptyHint: '购买、需要、备注及其他一切都会列在这里，最新的在最上。',
    emptyFiltered: '暂时没有这类记录',
    older: '显示较早的',
    discreet: '须保密',
    covered: '须保密：已遮盖',
    uncover: '显示',
    edited: '已修改',
    takenBack: '已撤销',
    moreLines: '另有 {{count}} 项',
  },
);

/**
 * What happened, by kind of entry: `kind` names the kind in the filter, the others are sentences by what of it happened.
 * A newer feature keeps those of its kinds beside its own words.
 */
export const storyWords = defineWords(
  {
    purchase: {
      kind: 'Purchases',
      sale: 'Purchase {{amount}}, receipt {{number}}',
      return: 'Return {{amount}}, receipt {{number}}',
      cancellation: 'Cancellation {{amount}}, receipt {{number}}',
    },
    note: {
      kind: 'Notes',
      note: 'Note',
    },
    need: {
      kind: 'Needs',
      need: 'Need noted: {{about}}',
    },
    recommendation: {
      kind: 'Recommendations',
      shown: 'Shown: {{product}}',
      tried: 'Tried: {{product}}',
      bought: 'Bought on recommendation: {{product}}',
      declined: 'Declined: {{product}}',
    },
    consent: {
      kind: 'Consent',
      given: 'Consent given',
      declined: 'Consent declined',
      thinking: 'Consent: wants to think',
      withdrawn: 'Consent withdrawn',
      confirmationSent: 'Oral consent confirmed in writing',
      firstUseNotice: 'Told of the right to opt out',
      importedClaim: 'Consent as an imported file says',
    },
    vip: {
      kind: 'VIP',
      accepted: 'Accepted the VIP invitation',
      declined: 'Declined the VIP invitation',
      thinking: 'Is thinking about the VIP invitation',
      joined: 'Joined VIP, card {{number}}',
    },
    item: {
      kind: 'Items',
      here: 'Item recorded',
      elsewhere: 'Item from elsewhere recorded',
    },
    edit: {
      kind: 'Edits',
      created: 'Record opened',
      edit: 'Record edited: {{fields}}',
      undo: 'Edit taken back: {{fields}}',
      handover: 'Handed to another advisor',
    },
    merge: {
      kind: 'Merges',
      merged: 'Record {{number}} merged in',
      unmerged: 'Merge of {{number}} taken back',
    },
  },
  {
    purchase: {
      kind: '購買',
      sale: '購買 {{amount}}，收據 {{number}}',
      return: '退貨 {{amount}}，收據 {{number}}',
      cancellation: '取消 {{amount}}，收據 {{number}}',
    },
    note: {
      kind: '備註',
      note: '備註',
    },
    need: {
      kind: '需要',
      need: '記錄需要：{{about}}',
    },
    recommendation: {
      kind: '推薦',
      shown: '已展示：{{product}}',
      tried: '已試戴：{{product}}',
      bought: '經推薦購買：{{product}}',
      declined: '沒有選購：{{product}}',
    },
    consent: {
      kind: '同意',
      given: '已同意',
      declined: '不同意',
      thinking: '考慮是否同意',
      withdrawn: '撤回同意',
      confirmationSent: '口頭同意已書面確認',
      firstUseNotice: '已告知可拒絕接收的權利',
      importedClaim: '匯入檔案所載的同意',
    },
    vip: {
      kind: '貴賓',
      accepted: '接受貴賓邀請',
      declined: '婉拒貴賓邀請',
      thinking: '考慮貴賓邀請',
      joined: '成為貴賓，卡號 {{number}}',
    },
    item: {
      kind: '物品',
      here: '已記錄物品',
      elsewhere: '已記錄從別處購買的物品',
    },
    edit: {
      kind: '修改',
      created: '開立記錄',
      edit: '修改記錄：{{fields}}',
      undo: '復原修改：{{fields}}',
      handover: '轉交另一位顧問',
    },
    merge: {
      kind: '合併',
      merged: '併入記錄 {{number}}',
      unmerged: '復原合併 {{number}}',
    },
  },
  {
    purchase: {
      kind: '购买',
      sale: '购买 {{amount}}，收据 {{number}}',
      return: '退货 {{amount}}，收据 {{number}}',
      cancellation: '取消 {{amount}}，收据 {{number}}',
    },
    note: {
      kind: '备注',
      note: '备注',
    },
    need: {
      kind: '需要',
      need: '记录需要：{{about}}',
    },
    recommendation: {
      kind: '推荐',
      shown: '已展示：{{product}}',
      tried: '已试戴：{{product}}',
      bought: '经推荐购买：{{product}}',
      declined: '没有选购：{{product}}',
    },
    consent: {
      kind: '同意',
      given: '已同意',
      declined: '不同意',
      thinking: '考虑是否同意',
      withdrawn: '撤回同意',
      confirmationSent: '口头同意已书面确认',
      firstUseNotice: '已告知可拒绝接收的权利',
      importedClaim: '导入文件所载的同意',
    },
    vip: {
      kind: '贵宾',
      accepted: '接受贵宾邀请',
      declined: '婉拒贵宾邀请',
      thinking: '考虑贵宾邀请',
      joined: '成为贵宾，卡号 {{number}}',
    },
    item: {
      kind: '物品',
      here: '已记录物品',
      elsewhere: '已记录从别处购买的物品',
    },
    edit: {
      kind: '修改',
      created: '建立记录',
      edit: '修改记录：{{fields}}',
      undo: '撤销修改：{{fields}}',
      handover: '转交另一位顾问',
    },
    merge: {
      kind: '合并',
      merged: '并入记录 {{number}}',
      unmerged: '撤销合并 {{number}}',
    },
  },
);
