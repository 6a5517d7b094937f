import { defineWords } from './define';

/** What was done on a day, as the day close says it: one line a feature, its figures put in. */
export const dayPartWords = defineWords(
  {
    promises: { name: 'Promises', value: '{{made}} made, {{closed}} closed' },
    conversations: { name: 'Conversations', value: '{{count}} (customers: {{customers}})' },
    enquiries: { name: 'Enquiries', value: '{{asked}} asked, {{answered}} answered' },
    quotations: { name: 'Quotations', value: '{{sent}} sent, {{confirmed}} confirmed' },
    complaints: { name: 'Complaints', value: '{{opened}} opened, {{closed}} closed' },
    jobs: { name: 'Repairs', value: '{{intake}} taken in, {{ended}} given back' },
    handovers: { name: 'Hand-overs', value: '{{opened}} asked, {{closed}} closed' },
    feedback: { name: 'Surveys', value: '{{answered}} answered, {{declined}} declined' },
    gifts: { name: 'Gifts', value: '{{given}} given, {{takenBack}} taken back' },
    reviews: { name: 'Review meetings', value: '{{planned}} planned, {{held}} held' },
  },
  {
    promises: { name: '承諾', value: '作出 {{made}}、了結 {{closed}}' },
    conversations: { name: '溝通紀錄', value: '{{count}} 次（{{customers}} 位顧客）' },
    enquiries: { name: '查詢', value: '收到 {{asked}}、回覆 {{answered}}' },
    quotations: { name: '報價單', value: '發出 {{sent}}、確認 {{confirmed}}' },
    complaints: { name: '投訴', value: '開立 {{opened}}、了結 {{closed}}' },
    jobs: { name: '維修', value: '收件 {{intake}}、交還 {{ended}}' },
    handovers: { name: '交辦事項', value: '提出 {{opened}}、了結 {{closed}}' },
    feedback: { name: '問卷', value: '填寫 {{answered}}、婉拒 {{declined}}' },
    gifts: { name: '禮品', value: '送出 {{given}}、收回 {{takenBack}}' },
    reviews: { name: '定期會談', value: '安排 {{planned}}、舉行 {{held}}' },
  },
  {
    promises: { name: '承诺', value: '作出 {{made}}、了结 {{closed}}' },
    conversations: { name: '沟通记录', value: '{{count}} 次（{{customers}} 位顾客）' },
    enquiries: { name: '查询', value: '收到 {{asked}}、回复 {{answered}}' },
    quotations: { name: '报价单', value: '发出 {{sent}}、确认 {{confirmed}}' },
    complaints: { name: '投诉', value: '开立 {{opened}}、了结 {{closed}}' },
    jobs: { name: '维修', value: '收件 {{intake}}、交还 {{ended}}' },
    handovers: { name: '交办事项', value: '提出 {{opened}}、了结 {{closed}}' },
    feedback: { name: '问卷', value: '填写 {{answered}}、婉拒 {{declined}}' },
    gifts: { name: '礼品', value: '送出 {{given}}、收回 {{takenBack}}' },
    reviews: { name: '定期会谈', value: '安排 {{planned}}、举行 {{held}}' },
  },
);
