import { backupsEn } from './backups-en';
import { backupsZhHans } from './backups-zh-hans';
import { backupsZhHant } from './backups-zh-hant';
import { defineWords } from './define';

/** Places for copies, making and proving them, bringing them back. */
export const backupsWords = defineWords(backupsEn, backupsZhHant, backupsZhHans);

/** Why a copy was not made, or not brought back. */
export const backupsErrorWords = defineWords(
  {
    NO_PLACES:
      'There is no place for backups yet. Add one first, such as a USB stick; nothing was closed or copied.',
    PLACE_KNOWN: 'This folder is a place already.',
    PLACE_UNKNOWN: 'This place is not in use.',
    PLACE_FAILED:
      'The disk did not take the copy. Earlier copies are safe. Check that it is connected and healthy, or choose another place.',
    BACKUP_NOT_FOUND: 'There is no whole backup in this folder.',
    BACKUP_DAMAGED:
      'This copy is damaged and was not used. Nothing was changed; choose another copy, or make a new one.',
    BACKUP_DIFFERS:
      'This copy does not hold what it should and was not used. Nothing was changed; choose another copy, or make a new one.',
    LOG_BROKEN:
      'The log in these records does not hold together at entry {{seq}}. Nothing was changed; ask support.',
    NO_BACKUP_REACHABLE: 'No backup can be reached now. Connect the disk, or make a backup first.',
    BACKUP_OTHER_SHOP: 'This is a backup of another shop. It cannot replace this one.',
    BACKUP_OF_SAMPLE: 'This is a backup of the sample shop. It is not restored as a real one.',
    NOT_IN_SAMPLE: 'The sample shop is not restored. Open your own shop first.',
    KEPT_NOT_FOUND: 'These set-aside records are no longer here.',
  },
  {
    NO_PLACES: '尚未有備份位置。請先新增一處，例如 USB 手指；沒有結束營業日，也沒有複製。',
    PLACE_KNOWN: '這個資料夾已是備份位置。',
    PLACE_UNKNOWN: '這個位置現時沒有使用。',
    PLACE_FAILED: '磁碟未能存入副本，之前的副本安全。請檢查磁碟是否接好和正常，或選擇其他位置。',
    BACKUP_NOT_FOUND: '這個資料夾沒有完整的備份。',
    BACKUP_DAMAGED: '這份副本已損壞，沒有使用。資料沒有改動；請選擇其他副本，或重新備份。',
    BACKUP_DIFFERS: '這份副本的內容與應有的不符，沒有使用。資料沒有改動；請選擇其他副本，或重新備份。',
    LOG_BROKEN: '這些紀錄的日誌在第 {{seq}} 項不連貫。資料沒有改動，請詢問支援人員。',
    NO_BACKUP_REACHABLE: '現時連接不到任何備份。請接上磁碟，或先備份一次。',
    BACKUP_OTHER_SHOP: '這是另一間店舖的備份，不能取代這一間。',
    BACKUP_OF_SAMPLE: '這是示範店舖的備份，不會當作真正的店舖還原。',
    NOT_IN_SAMPLE: '示範店舖不作還原。請先開啟自己的店舖。',
    KEPT_NOT_FOUND: '這份擱置的紀錄已不在這裡。',
  },
  {
    NO_PLACES: '还没有备份位置。请先新增一处，例如 U 盘；没有结束营业日，也没有复制。',
    PLACE_KNOWN: '这个文件夹已是备份位置。',
    PLACE_UNKNOWN: '这个位置目前没有使用。',
    PLACE_FAILED: '磁盘未能存入副本，之前的副本安全。请检查磁盘是否接好和正常，或选择其他位置。',
    BACKUP_NOT_FOUND: '这个文件夹没有完整的备份。',
    BACKUP_DAMAGED: '这份副本已损坏，没有使用。数据没有改动；请选择其他副本，或重新备份。',
    BACKUP_DIFFERS: '这份副本的内容与应有的不符，没有使用。数据没有改动；请选择其他副本，或重新备份。',
    LOG_BROKEN: '这些记录的日志在第 {{seq}} 项不连贯。数据没有改动，请询问支持人员。',
    NO_BACKUP_REACHABLE: '目前连接不到任何备份。请接上磁盘，或先备份一次。',
    BACKUP_OTHER_SHOP: '这是另一间店铺的备份，不能取代这一间。',
    BACKUP_OF_SAMPLE: '这是示范店铺的备份，不会当作真正的店铺还原。',
    NOT_IN_SAMPLE: '示范店铺不作还原。请先打开自己的店铺。',
    KEPT_NOT_FOUND: '这份搁置的记录已不在这里。',
  },
);
