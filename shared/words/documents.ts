import { defineWords } from './define';

/** Preview and printing of any document. */
export const documentsWords = defineWords(
  { preview: 'Print preview', savedTo: 'Saved as PDF', printed: 'Sent to the printer', zoom: 'Size' },
  { preview: '列印預覽', savedTo: '已儲存為 PDF', printed: '已送往打印機', zoom: '大小' },
  { preview: '打印预览', savedTo: '已保存为 PDF', printed: '已发送到打印机', zoom: '大小' },
);

export const documentsErrorWords = defineWords(
  {
    DOCUMENT_GONE: 'This preview is no longer kept. Nothing is lost: open it again from where you made it.',
    NO_PRINTER: 'No printer is set up on this computer. You can save a PDF instead.',
    FILE_NOT_WRITTEN: 'The file could not be written there ({{reason}}). Choose another folder.',
  },
  {
    DOCUMENT_GONE: '這份預覽已不再保留。資料沒有遺失：請從原來的地方再開啟一次。',
    NO_PRINTER: '這部電腦沒有設定打印機。你可以改為儲存 PDF。',
    FILE_NOT_WRITTEN: '無法把檔案寫到該處（{{reason}}）。請選擇另一個資料夾。',
  },
  {
    DOCUMENT_GONE: '这份预览已不再保留。数据没有丢失：请从原来的地方再打开一次。',
    NO_PRINTER: '这台电脑没有设置打印机。你可以改为保存 PDF。',
    FILE_NOT_WRITTEN: '无法把文件写到该处（{{reason}}）。请选择另一个文件夹。',
  },
);
