import { defineWords } from './define';

/** Refusals of the command line. */
export const cliErrorWords = defineWords(
  {
    SECRET_MISSING: 'Nobody is at the terminal to type it: set {{variable}} in the environment.',
    NO_SHOP_THERE: 'There is no shop in {{folder}}. Give the right folder with --home or --shop.',
    SHOP_THERE:
      'A shop lies in {{folder}} already and was not touched. Use it with --shop, or give another folder with --out.',
    MANAGER_NOT_NAMED: 'Say which manager signs in: set {{variable}} to one of: {{names}}.',
    DEVICE_MISSING: 'This needs the window. On the command line, give the path as an option instead.',
    COLUMN_UNKNOWN: 'This file has no column {{column}}. Give its name as in the file, or its number from 1.',
    FIELD_UNKNOWN: 'There is no field {{field}} for such a file. There are: {{fields}}.',
    OPTION_UNKNOWN: 'There is no option {{option}} for an import. There are: {{options}}.',
    COLUMNS_NEEDED: 'Not found in the file: {{fields}}. Say which column it is with --map field=column.',
    DISK_REFUSED:
      '{{path}} could not be used ({{problem}}). Check that its folder exists and may be written to, and that the disk has space.',
    NOT_FORESEEN:
      'Something went wrong: {{problem}}. Run it again; if it stays so, show this line to whoever looks after the app.',
    PDF_NOT_MADE: 'The PDF could not be made: the app’s runtime did not start here. Ask for .html instead.',
    CUSTOMER_NUMBER_UNKNOWN: 'No customer has the number {{number}}.',
    FILE_TYPE_UNKNOWN: 'The file must end in .html or .pdf.',
  },
  {
    SECRET_MISSING: '終端機前沒有人輸入：請在環境變數設定 {{variable}}。',
    NO_SHOP_THERE: '{{folder}} 裡沒有店舖。請用 --home 或 --shop 指定正確的資料夾。',
    SHOP_THERE: '{{folder}} 裡已有店舖，沒有改動。請用 --shop 使用它，或以 --out 指定其他資料夾。',
    MANAGER_NOT_NAMED: '請說明由哪位經理登入：把 {{variable}} 設為其中一位：{{names}}。',
    DEVICE_MISSING: '這需要視窗。在命令列請改用選項給出路徑。',
    COLUMN_UNKNOWN: '這個檔案沒有「{{column}}」這一欄。請輸入檔案中的欄名，或由 1 開始的欄號。',
    FIELD_UNKNOWN: '這種檔案沒有「{{field}}」這一項。可用的有：{{fields}}。',
    OPTION_UNKNOWN: '匯入沒有「{{option}}」這個選項。可用的有：{{options}}。',
    COLUMNS_NEEDED: '檔案中找不到：{{fields}}。請用 --map 項目=欄名 指明是哪一欄。',
    DISK_REFUSED: '未能使用 {{path}}（{{problem}}）。請檢查資料夾是否存在、可否寫入，以及磁碟有沒有空間。',
    NOT_FORESEEN: '發生錯誤：{{problem}}。請再試一次；如果仍然這樣，請把這一行給負責人看。',
    PDF_NOT_MADE: '未能製作 PDF：程式的執行環境在這裡沒有啟動。請改用 .html。',
    CUSTOMER_NUMBER_UNKNOWN: '沒有顧客的編號是 {{number}}。',
    FILE_TYPE_UNKNOWN: '檔案名稱必須以 .html 或 .pdf 結尾。',
  },
  {
    SECRET_MISSING: '终端前没有人输入：请在环境变量设置 {{variable}}。',
    NO_SHOP_THERE: '{{folder}} 里没有店铺。请用 --home 或 --shop 指定正确的文件夹。',
    SHOP_THERE: '{{folder}} 里已有店铺，没有改动。请用 --shop 使用它，或用 --out 指定其他文件夹。',
    MANAGER_NOT_NAMED: '请说明由哪位经理登录：把 {{variable}} 设为其中一位：{{names}}。',
    DEVICE_MISSING: '这需要窗口。在命令行请改用选项给出路径。',
    COLUMN_UNKNOWN: '这个文件没有“{{column}}”这一列。请输入文件中的列名，或从 1 开始的列号。',
    FIELD_UNKNOWN: '这种文件没有“{{field}}”这一项。可用的有：{{fields}}。',
    OPTION_UNKNOWN: '导入没有“{{option}}”这个选项。可用的有：{{options}}。',
    COLUMNS_NEEDED: '文件中找不到：{{fields}}。请用 --map 项目=列名 指明是哪一列。',
    DISK_REFUSED: '未能使用 {{path}}（{{problem}}）。请检查文件夹是否存在、能否写入，以及磁盘有没有空间。',
    NOT_FORESEEN: '发生错误：{{problem}}。请再试一次；如果仍然这样，请把这一行给负责人看。',
    PDF_NOT_MADE: '未能制作 PDF：程序的运行环境在这里没有启动。请改用 .html。',
    CUSTOMER_NUMBER_UNKNOWN: '没有顾客的编号是 {{number}}。',
    FILE_TYPE_UNKNOWN: '文件名必须以 .html 或 .pdf 结尾。',
  },
);
