import { defineWords } from './define';
import { importsEn } from './imports-en';
import { importsZhHans } from './imports-zh-hans';
import { importsZhHant } from './imports-zh-hant';

/** Moving in: importing files of other systems. */
export const importsWords = defineWords(importsEn, importsZhHant, importsZhHans);

export const importsErrorWords = defineWords(
  {
    FILE_NOT_FOUND: 'The file is not there any more. Choose it again.',
    FILE_NOT_READABLE:
      'The file cannot be read ({{system}}). Close it in other programs, or copy it to this computer.',
    FILE_NOT_WRITABLE: 'The file cannot be written there ({{system}}). Choose another folder.',
    FILE_EMPTY: 'The file is empty.',
    FILE_TRUNCATED: 'The compressed file is cut off. Fetch it again.',
    FILE_CORRUPT: 'The compressed file is damaged. Fetch it again.',
    FILE_NOT_TEXT: 'This is not a text file. Save a spreadsheet as CSV first, then choose that file.',
    ENCODING_UNKNOWN: 'The encoding of the file is not known. Save it as UTF-8.',
    DELIMITER_INVALID: 'This separator cannot be used.',
    IMPORT_FILE_GONE: 'The file is no longer open here. Nothing was changed: choose it again.',
    IMPORT_FILE_CHANGED: 'The file was changed since it was checked. Nothing was imported: check it again.',
    IMPORT_COLUMNS_MISSING: 'A column is still needed. Nothing was changed: choose it, then check again.',
    IMPORT_NOT_FOUND: 'This import is not on record.',
    IMPORT_ALREADY_UNDONE: 'This import was taken back already.',
  },
  {
    FILE_NOT_FOUND: '檔案已不在原處。請再選擇一次。',
    FILE_NOT_READABLE: '無法讀取檔案（{{system}}）。請在其他程式中關閉它，或複製到這部電腦。',
    FILE_NOT_WRITABLE: '無法寫入該處（{{system}}）。請選擇另一個資料夾。',
    FILE_EMPTY: '檔案是空的。',
    FILE_TRUNCATED: '壓縮檔不完整。請重新取得。',
    FILE_CORRUPT: '壓縮檔已損壞。請重新取得。',
    FILE_NOT_TEXT: '這不是文字檔。請先把試算表另存為 CSV，再選擇該檔案。',
    ENCODING_UNKNOWN: '無法識別檔案的編碼。請另存為 UTF-8。',
    DELIMITER_INVALID: '不能使用這個分隔符號。',
    IMPORT_FILE_GONE: '檔案已不再開啟。沒有任何改變：請再選擇一次。',
    IMPORT_FILE_CHANGED: '檔案在檢查後被改動。沒有匯入任何資料：請再檢查一次。',
    IMPORT_COLUMNS_MISSING: '還需要一欄。沒有任何改變：請選擇後再檢查。',
    IMPORT_NOT_FOUND: '沒有這次匯入的記錄。',
    IMPORT_ALREADY_UNDONE: '這次匯入已經復原。',
  },
  {
    FILE_NOT_FOUND: '文件已不在原处。请再选择一次。',
    FILE_NOT_READABLE: '无法读取文件（{{system}}）。请在其他程序中关闭它，或复制到这台电脑。',
    FILE_NOT_WRITABLE: '无法写入该处（{{system}}）。请选择另一个文件夹。',
    FILE_EMPTY: '文件是空的。',
    FILE_TRUNCATED: '压缩文件不完整。请重新获取。',
    FILE_CORRUPT: '压缩文件已损坏。请重新获取。',
    FILE_NOT_TEXT: '这不是文本文件。请先把电子表格另存为 CSV，再选择该文件。',
    ENCODING_UNKNOWN: '无法识别文件的编码。请另存为 UTF-8。',
    DELIMITER_INVALID: '不能使用这个分隔符。',
    IMPORT_FILE_GONE: '文件已不再打开。没有任何改变：请再选择一次。',
    IMPORT_FILE_CHANGED: '文件在检查后被改动。没有导入任何数据：请再检查一次。',
    IMPORT_COLUMNS_MISSING: '还需要一列。没有任何改变：请选择后再检查。',
    IMPORT_NOT_FOUND: '没有这次导入的记录。',
    IMPORT_ALREADY_UNDONE: '这次导入已经撤销。',
  },
);
