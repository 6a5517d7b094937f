import { defineWords } from './define';

/** What customers are asked about, and their answers told apart; joined to `feedbackWords`. */
export const feedbackMoreWords = defineWords(
  {
    about: {
      label: 'About',
      purchase: 'Purchase {{number}}',
      repair: 'Repair {{number}}',
      purchaseOn: 'Purchase of {{date}}, receipt {{number}}',
      repairOn: 'Repair {{number}}, collected on {{date}}',
    },
    rests: {
      pressure: 'Contacted as often lately as the shop allows: better wait.',
      'open-complaint': 'A complaint is open: settle it first.',
      'late-repair': 'A repair is late: settle it first.',
    },
    by: {
      label: 'Told apart by',
      person: 'Who served',
      occasion: 'Occasion',
      brand: 'Brand',
      category: 'Category',
      product: 'Product',
      purchase: 'After a purchase',
      repair: 'After a repair',
      things: 'An answer counts for each thing on its receipt.',
      only: 'Show only {{name}}',
      shown: 'Only {{name}}',
      everything: 'Show everything',
      none: 'Nobody answered about this yet',
    },
  },
  {
    about: {
      label: '關於',
      purchase: '購買 {{number}}',
      repair: '維修 {{number}}',
      purchaseOn: '{{date}} 的購買，收據 {{number}}',
      repairOn: '維修 {{number}}，{{date}} 取回',
    },
    rests: {
      pressure: '近期聯絡次數已達店舖上限：最好稍後再問。',
      'open-complaint': '有未解決的投訴：請先處理。',
      'late-repair': '有維修逾期：請先處理。',
    },
    by: {
      label: '分開顯示',
      person: '接待同事',
      occasion: '場合',
      brand: '品牌',
      category: '類別',
      product: '貨品',
      purchase: '購買後',
      repair: '維修後',
      things: '一個回答會計入該收據上的每件貨品。',
      only: '只顯示 {{name}}',
      shown: '只限 {{name}}',
      everything: '顯示全部',
      none: '尚未有這方面的回答',
    },
  },
  {
    about: {
      label: '关于',
      purchase: '购买 {{number}}',
      repair: '维修 {{number}}',
      purchaseOn: '{{date}} 的购买，收据 {{number}}',
      repairOn: '维修 {{number}}，{{date}} 取回',
    },
    rests: {
      pressure: '近期联系次数已达店铺上限：最好稍后再问。',
      'open-complaint': '有未解决的投诉：请先处理。',
      'late-repair': '有维修逾期：请先处理。',
    },
    by: {
      label: '分开显示',
      person: '接待同事',
      occasion: '场合',
      brand: '品牌',
      category: '类别',
      product: '货品',
      purchase: '购买后',
      repair: '维修后',
      things: '一个回答会计入该收据上的每件货品。',
      only: '只显示 {{name}}',
      shown: '仅限 {{name}}',
      everything: '显示全部',
      none: '尚未有这方面的回答',
    },
  },
);

export const feedbackErrorWords = defineWords(
  {
    SURVEY_NOT_FOUND: 'This survey no longer exists.',
    SURVEY_CHANGED: 'Somebody changed this survey meanwhile. Open it again and make your change.',
    SURVEY_LAST: 'One survey must stay in use.',
    FEEDBACK_ANSWERS: 'Answer at least one question, each within its scale.',
    FEEDBACK_NOT_FOUND: 'This answer no longer exists.',
    FEEDBACK_FOLLOWED: 'Somebody has followed this up already.',
    OCCASION_NOT_FOUND: 'This purchase or repair is not this customer’s. Choose another one.',
  },
  {
    SURVEY_NOT_FOUND: '這份問卷已不存在。',
    SURVEY_CHANGED: '其他同事剛剛更改了這份問卷。請重新開啟再更改。',
    SURVEY_LAST: '必須保留至少一份使用中的問卷。',
    FEEDBACK_ANSWERS: '請至少回答一題，並在評分範圍之內。',
    FEEDBACK_NOT_FOUND: '這個回答已不存在。',
    FEEDBACK_FOLLOWED: '已有同事跟進。',
    OCCASION_NOT_FOUND: '這次購買或維修不屬於這位顧客，請另選一項。',
  },
  {
    SURVEY_NOT_FOUND: '这份问卷已不存在。',
    SURVEY_CHANGED: '其他同事刚刚更改了这份问卷。请重新打开再更改。',
    SURVEY_LAST: '必须保留至少一份使用中的问卷。',
    FEEDBACK_ANSWERS: '请至少回答一题，并在评分范围之内。',
    FEEDBACK_NOT_FOUND: '这个回答已不存在。',
    FEEDBACK_FOLLOWED: '已有同事跟进。',
    OCCASION_NOT_FOUND: '这次购买或维修不属于这位顾客，请另选一项。',
  },
);

/** Words of its duties, see `duties.ts`. */
export const feedbackDutyWords = defineWords(
  {
    survey: {
      group: 'Ask how it was',
      go: 'Open',
      purchase: 'Bought on {{on}}, receipt {{number}}',
      repair: '{{item}}, collected on {{on}} after repair {{number}}',
      next: 'Ask how it was',
      why: 'Bought, or collected from repair, a few days ago, and not asked for a while.',
      do: 'Go to feedback',
    },
  },
  {
    survey: {
      group: '請顧客給意見',
      go: '開啟',
      purchase: '{{on}} 購買，收據 {{number}}',
      repair: '{{item}}，{{on}} 維修後取回（{{number}}）',
      next: '詢問顧客的意見',
      why: '數天前購買或取回維修物品，最近沒有問過。',
      do: '前往顧客意見',
    },
  },
  {
    survey: {
      group: '请顾客给意见',
      go: '打开',
      purchase: '{{on}} 购买，收据 {{number}}',
      repair: '{{item}}，{{on}} 维修后取回（{{number}}）',
      next: '询问顾客的意见',
      why: '数天前购买或取回维修物品，最近没有问过。',
      do: '前往顾客意见',
    },
  },
);

/** Words of its entries on the timeline, see `timeline.ts`. */
export const feedbackStoryWords = defineWords(
  {
    feedback: {
      kind: 'Feedback',
      answered: 'Answered a survey',
      scored: 'Answered a survey: would recommend us {{nps}} of 10',
      declined: 'Would rather not answer a survey',
    },
  },
  {
    feedback: {
      kind: '意見',
      answered: '回答了問卷',
      scored: '回答了問卷：推薦程度 10 分中的 {{nps}} 分',
      declined: '不想回答問卷',
    },
  },
  {
    feedback: {
      kind: '意见',
      answered: '回答了问卷',
      scored: '回答了问卷：推荐程度 10 分中的 {{nps}} 分',
      declined: '不想回答问卷',
    },
  },
);
