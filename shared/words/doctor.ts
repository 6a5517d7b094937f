import { defineWords } from './define';

/** Looking after the database itself. */
export const doctorWords = defineWords(
  {
    check: {
      pages: 'Every page of the database',
      references: 'References between records',
      log: 'The log’s chain',
      totals: 'Customers’ totals',
      index: 'Search index',
    },
    rebuild: { totals: 'Making totals anew', index: 'Making the search index anew' },
  },
  {
    check: {
      pages: '資料庫的每一頁',
      references: '記錄之間的關聯',
      log: '日誌的鏈',
      totals: '顧客的累計金額',
      index: '搜尋索引',
    },
    rebuild: { totals: '正在重新計算累計金額', index: '正在重建搜尋索引' },
  },
  {
    check: {
      pages: '数据库的每一页',
      references: '记录之间的关联',
      log: '日志的链',
      totals: '顾客的累计金额',
      index: '搜索索引',
    },
    rebuild: { totals: '正在重新计算累计金额', index: '正在重建搜索索引' },
  },
);
