import { defineWords } from './define';

/** New versions: where they come from, looking, fetching. */
export const updatesWords = defineWords(
  {
    title: 'Updates',
    subtitle:
      'New versions come from a place this shop chooses. Until it has chosen one, Vitrine asks nobody.',
    running: 'Version {{version}} runs here.',
    readOnly: 'A manager looks for updates and chooses where they come from.',
    sample: 'The sample shop is not updated. Start your own shop first.',
    place: 'Where new versions come from',
    placeLabel: 'Address or folder',
    placeWhy:
      'An https:// address, or a folder on the file server such as \\\\server\\vitrine. Whoever can write there decides which program runs here, so your PIN is asked.',
    placeIsOff: 'Off: Vitrine asks nobody.',
    placeIsOn: 'On: a manager’s counter looks there once a day.',
    turnOff: 'Turn off',
    saved: 'Saved. From now on Vitrine looks there.',
    turnedOff: 'Updates are off. Vitrine asks nobody.',
    look: 'Look now',
    looking: 'Looking for a newer version',
    newest: 'This is the newest version there.',
    found: 'Version {{version}} is there.',
    fetch: 'Fetch version {{version}}',
    step: { fetch: 'Fetching and checking the new version' },
    waiting: 'Version {{version}} is fetched and checked.',
    waitingWhy:
      'It is installed when Vitrine is closed, never while you work. At its first start the records are copied and the copy checked before anything in them changes.',
    notHere: {
      folder:
        'This copy was only unpacked and cannot renew itself. Close Vitrine, put the new version’s folder in its place, and start it; the records lie elsewhere and stay.',
      package:
        'This copy was installed as a system package and is renewed with the system’s own tools, for example: sudo apt install ./vitrine.deb. The records stay.',
      development:
        'This copy runs from its source and is renewed there: git pull, then npm start. The records stay.',
    },
    open: 'Open Updates',
  },
  {
    title: '更新',
    subtitle: '新版本來自店舖自選的位置。未選定之前，Vitrine 不會向任何人查詢。',
    running: '現時運作的是 {{version}} 版。',
    readOnly: '由經理查看更新及選定來源。',
    sample: '示範店舖不作更新。請先開設自己的店舖。',
    place: '新版本的來源',
    placeLabel: '網址或資料夾',
    placeWhy:
      'https:// 網址，或檔案伺服器上的資料夾，例如 \\\\server\\vitrine。能在該處寫入的人，便能決定這裡運行甚麼程式，因此須輸入 PIN。',
    placeIsOff: '已關閉：Vitrine 不會向任何人查詢。',
    placeIsOn: '已開啟：經理使用的櫃位每天查看一次。',
    turnOff: '關閉',
    saved: '已儲存。Vitrine 由現在起會到該處查看。',
    turnedOff: '更新已關閉。Vitrine 不會向任何人查詢。',
    look: '立即查看',
    looking: '正在查看有沒有新版本',
    newest: '現時已是該處最新的版本。',
    found: '該處有 {{version}} 版。',
    fetch: '下載 {{version}} 版',
    step: { fetch: '正在下載及核對新版本' },
    waiting: '{{version}} 版已下載並核對。',
    waitingWhy:
      '關閉 Vitrine 時才會安裝，不會打斷工作。新版本首次啟動時，會先複製紀錄並核對副本，然後才作改動。',
    notHere: {
      folder:
        '這個程式只是解壓縮而來，不能自行更新。請關閉 Vitrine，以新版本的資料夾取代，再啟動；紀錄存放在別處，不受影響。',
      package:
        '這個程式以系統套件安裝，須以系統本身的工具更新，例如：sudo apt install ./vitrine.deb。紀錄不受影響。',
      development: '這個程式由原始碼運行，請在原處更新：git pull，然後 npm start。紀錄不受影響。',
    },
    open: '前往更新',
  },
  {
    title: '更新',
    subtitle: '新版本来自店铺自选的位置。选定之前，Vitrine 不会向任何人查询。',
    running: '目前运行的是 {{version}} 版。',
    readOnly: '由经理查看更新及选定来源。',
    sample: '示范店铺不作更新。请先开设自己的店铺。',
    place: '新版本的来源',
    placeLabel: '网址或文件夹',
    placeWhy:
      'https:// 网址，或文件服务器上的文件夹，例如 \\\\server\\vitrine。能在那里写入的人，就能决定这里运行什么程序，因此须输入 PIN。',
    placeIsOff: '已关闭：Vitrine 不会向任何人查询。',
    placeIsOn: '已开启：经理使用的柜台每天查看一次。',
    turnOff: '关闭',
    saved: '已保存。Vitrine 从现在起会到那里查看。',
    turnedOff: '更新已关闭。Vitrine 不会向任何人查询。',
    look: '立即查看',
    looking: '正在查看有没有新版本',
    newest: '目前已是那里最新的版本。',
    found: '那里有 {{version}} 版。',
    fetch: '下载 {{version}} 版',
    step: { fetch: '正在下载及核对新版本' },
    waiting: '{{version}} 版已下载并核对。',
    waitingWhy:
      '关闭 Vitrine 时才会安装，不会打断工作。新版本首次启动时，会先复制记录并核对副本，然后才作改动。',
    notHere: {
      folder:
        '这个程序只是解压缩而来，不能自行更新。请关闭 Vitrine，用新版本的文件夹取代，再启动；记录存放在别处，不受影响。',
      package:
        '这个程序以系统软件包安装，须用系统自己的工具更新，例如：sudo apt install ./vitrine.deb。记录不受影响。',
      development: '这个程序从源代码运行，请在原处更新：git pull，然后 npm start。记录不受影响。',
    },
    open: '前往更新',
  },
);

/** Why there is no new version. */
export const updatesErrorWords = defineWords(
  {
    SAMPLE_NOT_UPDATED: 'The sample shop is not updated. Start your own shop first.',
    NO_UPDATE_PLACE: 'No place for updates is chosen. A manager chooses one in Settings; nobody was asked.',
    UPDATE_NOT_HERE: 'This copy cannot renew itself. Settings › Updates says what to do instead.',
    UPDATE_PLACE_WRONG:
      'This is neither an https:// address nor a whole path to a folder. Nothing was changed. A name and password do not belong in it.',
    UPDATE_UNREACHABLE:
      'The place for updates does not answer. Nothing was changed. Check the network and the address, then look again.',
    UPDATE_LIST_WRONG:
      'The place answers, but holds no list of versions for this computer. Nothing was changed. Ask whoever looks after it to put the latest*.yml and the installer there.',
    UPDATE_DAMAGED:
      'What came is not what the list says, or is not signed as it should be. It was thrown away and this version stays. Fetch again; if it happens twice, tell whoever looks after the place.',
  },
  {
    SAMPLE_NOT_UPDATED: '示範店舖不作更新。請先開設自己的店舖。',
    NO_UPDATE_PLACE: '尚未選定更新的來源。請經理在設定中選定；沒有向任何人查詢。',
    UPDATE_NOT_HERE: '這個程式不能自行更新。「設定 › 更新」說明了應怎樣做。',
    UPDATE_PLACE_WRONG:
      '這既不是 https:// 網址，也不是資料夾的完整路徑。設定沒有改動。其中不應包含用戶名稱和密碼。',
    UPDATE_UNREACHABLE: '更新的來源沒有回應。甚麼也沒有改動。請檢查網絡和網址，然後再查看。',
    UPDATE_LIST_WRONG:
      '來源有回應，但沒有適用於這部電腦的版本清單。甚麼也沒有改動。請管理該處的人放入 latest*.yml 和安裝檔。',
    UPDATE_DAMAGED:
      '收到的檔案與清單不符，或簽署不正確，已刪除，現時的版本保持不變。請再下載；如再次發生，請告訴管理該處的人。',
  },
  {
    SAMPLE_NOT_UPDATED: '示范店铺不作更新。请先开设自己的店铺。',
    NO_UPDATE_PLACE: '还没有选定更新的来源。请经理在设置中选定；没有向任何人查询。',
    UPDATE_NOT_HERE: '这个程序不能自行更新。“设置 › 更新”说明了应怎样做。',
    UPDATE_PLACE_WRONG:
      '这既不是 https:// 网址，也不是文件夹的完整路径。设置没有改动。其中不应包含用户名和密码。',
    UPDATE_UNREACHABLE: '更新的来源没有回应。什么也没有改动。请检查网络和网址，然后再查看。',
    UPDATE_LIST_WRONG:
      '来源有回应，但没有适用于这台电脑的版本列表。什么也没有改动。请管理那里的人放入 latest*.yml 和安装文件。',
    UPDATE_DAMAGED:
      '收到的文件与列表不符，或签名不正确，已删除，目前的版本保持不变。请再下载；如再次发生，请告诉管理那里的人。',
  },
);
