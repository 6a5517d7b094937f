import { defineWords } from './define';

/** What can be begun with a customer. One line a start. */
export const startWords = defineWords(
  {
    new: 'New',
    need: 'Need',
    promise: 'Promise',
    conversation: 'Conversation',
    complaint: 'Complaint',
    feedback: 'Feedback',
    enquiry: 'Enquiry',
    quotation: 'Quotation',
    job: 'Service job',
    handover: 'Hand-over',
    sale: 'Sale',
  },
  {
    new: '新增',
    need: '需要',
    promise: '承諾',
    conversation: '溝通',
    complaint: '投訴',
    feedback: '意見',
    enquiry: '查詢',
    quotation: '報價單',
    job: '維修單',
    handover: '交辦',
    sale: '銷售',
  },
  {
    new: '新增',
    need: '需要',
    promise: '承诺',
    conversation: '沟通',
    complaint: '投诉',
    feedback: '意见',
    enquiry: '查询',
    quotation: '报价单',
    job: '维修单',
    handover: '交办',
    sale: '销售',
  },
);
