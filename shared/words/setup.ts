import { defineWords } from './define';
import { setupEn } from './setup-en';
import { setupZhHans } from './setup-zh-hans';
import { setupZhHant } from './setup-zh-hant';

/** First start, a shop that needs its key, the recovery sheet. */
export const setupWords = defineWords(setupEn, setupZhHant, setupZhHans);

/** Why set-up or opening went no further. */
export const setupErrorWords = defineWords(
  {
    SHOP_EXISTS: 'A shop already lies on this computer. It was not touched.',
    SHOP_OPEN: 'A shop is already open.',
    NOT_SAMPLE: 'This is a real shop, not the sample.',
    SETUP_NOT_BEGUN: 'The recovery sheet is no longer in memory. Go back one step to make it again.',
    SHEET_NOT_PROVED: 'Type the key from the recovery sheet first, to prove that it can be read.',
    RECOVERY_KEY_OTHER: 'This key is from another sheet. Use the sheet that was made just now.',
    RECOVERY_KEY_WRONG: 'This recovery key does not belong to this shop.',
    RECOVERY_KEY_LENGTH: 'Some characters are missing or too many. The sheet has eleven groups of six.',
    RECOVERY_KEY_CHARACTER: 'There is a character that the sheet does not use.',
    RECOVERY_KEY_CHECKSUM: 'A character is not as on the sheet.',
    PASSPHRASE_NEEDED: 'This computer has no key store that can be trusted, so a passphrase is needed.',
    PASSPHRASE_WRONG:
      'This is not the passphrase. Nothing was changed; try again, or use the recovery sheet.',
    PASSPHRASE_WEAK: 'This passphrase is too easy to guess. Use four or more words, or 15 mixed characters.',
    PLACE_NOT_FOUND: 'This folder does not exist or the disk is not connected.',
    PLACE_NOT_WRITABLE: 'Vitrine may not write into this folder. Choose another one.',
    PLACE_INSIDE_SHOP:
      "This folder lies inside Vitrine's own: the copy would be lost together with the records. Choose one elsewhere.",
    DATABASE_MISSING:
      "The records' file is gone, but its key is still here. If somebody moved it, put it back and try again; otherwise restore a backup.",
    DATABASE_DAMAGED:
      "The records' file is damaged or was cut off. Restore the newest backup; the damaged file is kept.",
    DATABASE_TOO_NEW:
      'These records were written by a newer Vitrine (schema {{found}}; this one knows {{known}}). They were not touched. Install the newer version.',
    DATABASE_NOT_DURABLE: 'This disk does not let Vitrine save safely. Move the records to another disk.',
    WRONG_KEY_OR_DAMAGED:
      'The records cannot be read with this key: the file is damaged, or the key file belongs to another shop. Restore the newest backup; the file is kept.',
    COMMITS_MISSING:
      'The newest entries are missing ({{found}} of {{known}} are here), as after a damaged disk. Restore the newest backup, or ask support before going on.',
    KEY_FILE_MISSING:
      'The key file beside the records is gone. Restore the newest backup with the recovery sheet; the records are kept.',
    KEY_FILE_DAMAGED:
      'The key file beside the records is damaged. Restore the newest backup with the recovery sheet; the records are kept.',
    MIGRATION_FAILED:
      'The records could not be brought to this version. They are as they were. Go back to the version before, or ask support.',
  },
  {
    SHOP_EXISTS: '這部電腦已有店舖，未有改動。',
    SHOP_OPEN: '已有店舖開啟。',
    NOT_SAMPLE: '這是真正的店舖，不是示範。',
    SETUP_NOT_BEGUN: '復原紙已不在記憶體中。請返回上一步重新製作。',
    SHEET_NOT_PROVED: '請先輸入復原紙上的金鑰，證明讀得清楚。',
    RECOVERY_KEY_OTHER: '這組金鑰屬於另一張復原紙。請使用剛才製作的那一張。',
    RECOVERY_KEY_WRONG: '這組復原金鑰不屬於這間店舖。',
    RECOVERY_KEY_LENGTH: '字元過多或不足。紙上共有十一組，每組六個字元。',
    RECOVERY_KEY_CHARACTER: '有一個紙上不會使用的字元。',
    RECOVERY_KEY_CHECKSUM: '有一個字元與紙上不符。',
    PASSPHRASE_NEEDED: '這部電腦沒有可信的金鑰庫，因此需要通關密語。',
    PASSPHRASE_WRONG: '通關密語不正確。資料沒有改動；請再試，或改用復原紙。',
    PASSPHRASE_WEAK: '這個通關密語太容易猜到。請用四個或以上詞語，或 15 個混合字元。',
    PLACE_NOT_FOUND: '這個資料夾不存在，或磁碟未接上。',
    PLACE_NOT_WRITABLE: 'Vitrine 不能寫入這個資料夾，請選擇另一個。',
    PLACE_INSIDE_SHOP: '這個資料夾在 Vitrine 自己的資料夾之內：副本會與紀錄一同失去。請選擇別處。',
    DATABASE_MISSING: '紀錄檔案不見了，但金鑰仍在。若有人移動了它，請放回原處再試；否則請還原備份。',
    DATABASE_DAMAGED: '紀錄檔案已損壞或不完整。請還原最新的備份；損壞的檔案會保留。',
    DATABASE_TOO_NEW:
      '這些紀錄由較新的 Vitrine 寫入（結構版本 {{found}}，本版本只認識 {{known}}）。紀錄沒有改動，請安裝新版本。',
    DATABASE_NOT_DURABLE: '這個磁碟未能讓 Vitrine 安全儲存。請把紀錄移到另一磁碟。',
    WRONG_KEY_OR_DAMAGED:
      '用這把金鑰讀不到紀錄：檔案已損壞，或金鑰檔屬於另一間店舖。請還原最新的備份；檔案會保留。',
    COMMITS_MISSING:
      '最新的紀錄缺失（{{known}} 項中只有 {{found}} 項），可能因磁碟損壞。請還原最新的備份，或先詢問支援人員。',
    KEY_FILE_MISSING: '紀錄旁的金鑰檔不見了。請用復原紙還原最新的備份；紀錄會保留。',
    KEY_FILE_DAMAGED: '紀錄旁的金鑰檔已損壞。請用復原紙還原最新的備份；紀錄會保留。',
    MIGRATION_FAILED: '未能把紀錄更新至此版本。紀錄維持原狀，請改用上一個版本，或詢問支援人員。',
  },
  {
    SHOP_EXISTS: '这台电脑已有店铺，未有改动。',
    SHOP_OPEN: '已有店铺打开。',
    NOT_SAMPLE: '这是真正的店铺，不是示范。',
    SETUP_NOT_BEGUN: '恢复单已不在内存中。请返回上一步重新制作。',
    SHEET_NOT_PROVED: '请先输入恢复单上的密钥，证明读得清楚。',
    RECOVERY_KEY_OTHER: '这组密钥属于另一张恢复单。请使用刚才制作的那一张。',
    RECOVERY_KEY_WRONG: '这组恢复密钥不属于这间店铺。',
    RECOVERY_KEY_LENGTH: '字符过多或不足。纸上共有十一组，每组六个字符。',
    RECOVERY_KEY_CHARACTER: '有一个纸上不会使用的字符。',
    RECOVERY_KEY_CHECKSUM: '有一个字符与纸上不符。',
    PASSPHRASE_NEEDED: '这台电脑没有可信的密钥库，因此需要通行短语。',
    PASSPHRASE_WRONG: '通行短语不正确。数据没有改动；请再试，或改用恢复单。',
    PASSPHRASE_WEAK: '这个通行短语太容易猜到。请用四个或以上词语，或 15 个混合字符。',
    PLACE_NOT_FOUND: '这个文件夹不存在，或磁盘未接上。',
    PLACE_NOT_WRITABLE: 'Vitrine 不能写入这个文件夹，请选择另一个。',
    PLACE_INSIDE_SHOP: '这个文件夹在 Vitrine 自己的文件夹之内：副本会与记录一同丢失。请选择别处。',
    DATABASE_MISSING: '记录文件不见了，但密钥仍在。若有人移动了它，请放回原处再试；否则请还原备份。',
    DATABASE_DAMAGED: '记录文件已损坏或不完整。请还原最新的备份；损坏的文件会保留。',
    DATABASE_TOO_NEW:
      '这些记录由较新的 Vitrine 写入（结构版本 {{found}}，本版本只认识 {{known}}）。记录没有改动，请安装新版本。',
    DATABASE_NOT_DURABLE: '这个磁盘未能让 Vitrine 安全保存。请把记录移到另一磁盘。',
    WRONG_KEY_OR_DAMAGED:
      '用这把密钥读不到记录：文件已损坏，或密钥文件属于另一间店铺。请还原最新的备份；文件会保留。',
    COMMITS_MISSING:
      '最新的记录缺失（{{known}} 项中只有 {{found}} 项），可能因磁盘损坏。请还原最新的备份，或先询问支持人员。',
    KEY_FILE_MISSING: '记录旁的密钥文件不见了。请用恢复单还原最新的备份；记录会保留。',
    KEY_FILE_DAMAGED: '记录旁的密钥文件已损坏。请用恢复单还原最新的备份；记录会保留。',
    MIGRATION_FAILED: '未能把记录更新至此版本。记录维持原状，请改用上一个版本，或询问支持人员。',
  },
);
