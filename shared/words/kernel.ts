import { defineWords } from './define';

/** Texts for the codes the kernel itself answers with. */
export const kernelErrorWords = defineWords(
  {
    INVALID_INPUT:
      'Something in the form is not right ({{field}}). Nothing was changed; please check it and save again.',
    NOT_ALLOWED: 'Your role does not allow this. Ask a manager.',
    LOCKED: 'The counter is locked. Unlock it and try again; what you typed is kept.',
    NO_SHOP: 'No shop is open.',
    CONFIRMATION_NEEDED: 'Please type your PIN again to go on.',
    BUSY: 'The records are being written by a long job. Nothing was changed; please try again in a moment.',
    DISK_FULL:
      'The disk is full. Nothing was saved just now and everything saved before is safe. Free some space and save again.',
    CANCELLED: 'Cancelled. Nothing was left half done.',
    UNKNOWN_OPERATION: 'This version does not know how to do that. Please restart Vitrine.',
    UNEXPECTED: 'Something went wrong. Nothing was changed. Tell support the reference {{ref}}.',
  },
  {
    INVALID_INPUT: '表格有一處不正確（{{field}}）。資料沒有改動，請檢查後再儲存。',
    NOT_ALLOWED: '你的職級不能這樣做，請找經理。',
    LOCKED: '櫃位已鎖上。請解鎖後再試；你輸入的內容已保留。',
    NO_SHOP: '沒有開啟任何店舖。',
    CONFIRMATION_NEEDED: '請再輸入一次你的 PIN 以繼續。',
    BUSY: '系統正在寫入大量資料。資料沒有改動，請稍後再試。',
    DISK_FULL: '磁碟已滿。剛才的內容未能儲存，之前已儲存的資料安全。請騰出空間後再儲存。',
    CANCELLED: '已取消，沒有留下未完成的資料。',
    UNKNOWN_OPERATION: '這個版本不懂得這樣做，請重新啟動 Vitrine。',
    UNEXPECTED: '發生錯誤，資料沒有改動。請把參考編號 {{ref}} 告訴支援人員。',
  },
  {
    INVALID_INPUT: '表单有一处不正确（{{field}}）。数据没有改动，请检查后再保存。',
    NOT_ALLOWED: '你的职级不能这样做，请找经理。',
    LOCKED: '柜位已锁上。请解锁后再试；你输入的内容已保留。',
    NO_SHOP: '没有打开任何店铺。',
    CONFIRMATION_NEEDED: '请再输入一次你的 PIN 以继续。',
    BUSY: '系统正在写入大量数据。数据没有改动，请稍后再试。',
    DISK_FULL: '磁盘已满。刚才的内容未能保存，之前已保存的数据安全。请腾出空间后再保存。',
    CANCELLED: '已取消，没有留下未完成的数据。',
    UNKNOWN_OPERATION: '这个版本不懂得这样做，请重新启动 Vitrine。',
    UNEXPECTED: '发生错误，数据没有改动。请把参考编号 {{ref}} 告诉支持人员。',
  },
);
