import { defineWords } from './define';

/** Bringing the records of an older version up to date. */
export const setupUpdateWords = defineWords(
  {
    title: 'Bringing your records to this version',
    why: 'This is done once. A copy is made and checked first, and either everything is changed or nothing.',
    stay: 'Please leave the computer on. With very many customers it takes some minutes.',
    copy: 'Making a copy of the records as they are',
    check: 'Opening the copy and checking it',
    change: 'Changing the records',
    index: 'Preparing the search',
    references: 'Checking that everything still belongs together',
    fold: 'Finishing',
  },
  {
    title: '正在把紀錄更新至此版本',
    why: '只需做一次。系統會先製作副本並加以核對；更改要麼全部完成，要麼完全不做。',
    stay: '請勿關機。顧客數目很多時需要數分鐘。',
    copy: '正在把現有紀錄製成副本',
    check: '正在開啟並核對副本',
    change: '正在更改紀錄',
    index: '正在準備搜尋',
    references: '正在核對各項紀錄的關聯',
    fold: '正在完成',
  },
  {
    title: '正在把记录更新至此版本',
    why: '只需做一次。系统会先制作副本并加以核对；更改要么全部完成，要么完全不做。',
    stay: '请勿关机。顾客数目很多时需要数分钟。',
    copy: '正在把现有记录制成副本',
    check: '正在打开并核对副本',
    change: '正在更改记录',
    index: '正在准备搜索',
    references: '正在核对各项记录的关联',
    fold: '正在完成',
  },
);

export const setupUpdateErrorWords = defineWords(
  {
    SHOP_OUTDATED: 'These records are from an older version and are brought to this one first.',
    MIGRATION_COPY_FAILED:
      'The copy that is made before records are brought to this version could not be made whole, so nothing was changed. Make room on the disk and try again, or restore the newest backup.',
  },
  {
    SHOP_OUTDATED: '這些紀錄來自較舊版本，須先更新至此版本。',
    MIGRATION_COPY_FAILED:
      '更新前的副本未能完整製成，因此沒有任何更改。請騰出磁碟空間後再試，或還原最新的備份。',
  },
  {
    SHOP_OUTDATED: '这些记录来自较旧版本，须先更新至此版本。',
    MIGRATION_COPY_FAILED:
      '更新前的副本未能完整制成，因此没有任何更改。请腾出磁盘空间后再试，或恢复最新的备份。',
  },
);
