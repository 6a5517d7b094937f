import { defineWords } from './define';

/** What can be begun with a customer. One line a start. */
export const startWords = defineWords(
  { new: 'New', need: 'Need', promise: 'Promise', conversation: 'Conversation', sale: 'Sale' },
  { new: '新增', need: '需要', promise: '承諾', conversation: '溝通', sale: '銷售' },
  { new: '新增', need: '需要', promise: '承诺', conversation: '沟通', sale: '销售' },
);
