import { defineWords } from './define';

/** What can be begun with a customer. One line a start. */
export const startWords = defineWords(
  { new: 'New', need: 'Need', promise: 'Promise', job: 'Service job', handover: 'Hand-over', sale: 'Sale' },
  { new: '新增', need: '需要', promise: '承諾', job: '維修單', handover: '交辦', sale: '銷售' },
  { new: '新增', need: '需要', promise: '承诺', job: '维修单', handover: '交办', sale: '销售' },
);
