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
    sale: 'Sale',
  },
  {
    new: '新增',
    need: '需要',
    promise: '承諾',
    conversation: '溝通',
    complaint: '投訴',
    feedback: '意見',
    sale: '銷售',
  },
  {
    new: '新增',
    need: '需要',
    promise: '承诺',
    conversation: '沟通',
    complaint: '投诉',
    feedback: '意见',
    sale: '销售',
  },
);
