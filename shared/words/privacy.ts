import { defineWords } from './define';
import { privacyEnglish } from './privacy-en';
import { privacyHans } from './privacy-zh-hans';
import { privacyHant } from './privacy-zh-hant';

/** Privacy: requests, retention, erasure, incidents. */
export const privacyWords = defineWords(privacyEnglish, privacyHant, privacyHans);

/** Why something about privacy was refused. */
export const privacyErrorWords = defineWords(
  {
    REQUEST_NOT_FOUND: 'This request is not on record. Nothing was changed.',
    REQUEST_ANSWERED: 'This request has been answered already. Nothing was changed.',
    REQUEST_OPEN: 'Answer the request first: the letter says what was answered.',
    REQUEST_CHANGED: 'Somebody changed this meanwhile. Look at it again; what you typed is kept.',
    REQUESTER_NEEDED: 'Write down who asks: the person is not on record, or asks for somebody else.',
    RECEIVED_IN_THE_FUTURE: 'This day has not come yet.',
    IDENTITY_NUMBER: 'This looks like the number of a document. Note only what was seen, never its number.',
    IDENTITY_NEEDED: 'Note first what was seen to prove who asks. Nothing was handed over or erased.',
    FEE_NOT_ALLOWED: 'Only a copy may cost something (s. 28). Correcting, stopping and erasing are free.',
    ANSWER_NOT_ALLOWED: 'This request cannot be answered so.',
    GROUND_NEEDED: 'Choose the ground on which the request is refused.',
    COPY_NEEDED: 'Write down how the copy was handed over.',
    ANSWERED_BEFORE_RECEIPT: 'The answer cannot be earlier than the request.',
    ANSWERED_IN_THE_FUTURE: 'This day has not come yet.',
    NOTHING_HELD: 'Nothing is held of this person: answer so.',
    NUMBER_DIFFERS: 'The number typed is not this customer’s. Nothing was erased.',
    SOMETHING_OPEN: 'Something is still open with this customer ({{what}}). Nothing was erased.',
    RETENTION_TOO_SHORT: 'The law asks for a longer period. Nothing was changed.',
    INCIDENT_NOT_FOUND: 'This incident is not on record. Nothing was changed.',
    INCIDENT_CLOSED: 'This incident is closed already.',
  },
  {
    REQUEST_NOT_FOUND: '沒有這項要求的記錄。資料沒有改動。',
    REQUEST_ANSWERED: '這項要求已經答覆。資料沒有改動。',
    REQUEST_OPEN: '請先答覆要求：信件會寫明答覆。',
    REQUEST_CHANGED: '期間有人作出更改。請再看一次；所輸入的內容已保留。',
    REQUESTER_NEEDED: '請記下由誰提出：此人沒有記錄，或是代他人提出。',
    RECEIVED_IN_THE_FUTURE: '這一天尚未到來。',
    IDENTITY_NUMBER: '這看來是證件號碼。只記所看的是甚麼，切勿記號碼。',
    IDENTITY_NEEDED: '請先記下憑甚麼核實身分。沒有交付或刪除任何資料。',
    FEE_NOT_ALLOWED: '只有提供複本可收費（第 28 條）。改正、停止及刪除均免費。',
    ANSWER_NOT_ALLOWED: '這項要求不能如此答覆。',
    GROUND_NEEDED: '請選擇拒絕的根據。',
    COPY_NEEDED: '請記下複本如何交付。',
    ANSWERED_BEFORE_RECEIPT: '答覆不能早於要求。',
    ANSWERED_IN_THE_FUTURE: '這一天尚未到來。',
    NOTHING_HELD: '並無持有此人的資料：請如此答覆。',
    NUMBER_DIFFERS: '所輸入的不是這位顧客的編號。沒有刪除任何資料。',
    SOMETHING_OPEN: '這位顧客尚有未完事項（{{what}}）。沒有刪除任何資料。',
    RETENTION_TOO_SHORT: '法例要求更長的期限。資料沒有改動。',
    INCIDENT_NOT_FOUND: '沒有這宗事故的記錄。資料沒有改動。',
    INCIDENT_CLOSED: '這宗事故已結案。',
  },
  {
    REQUEST_NOT_FOUND: '没有这项要求的记录。数据没有改动。',
    REQUEST_ANSWERED: '这项要求已经答复。数据没有改动。',
    REQUEST_OPEN: '请先答复要求：信件会写明答复。',
    REQUEST_CHANGED: '期间有人作出更改。请再看一次；所输入的内容已保留。',
    REQUESTER_NEEDED: '请记下由谁提出：此人没有记录，或是代他人提出。',
    RECEIVED_IN_THE_FUTURE: '这一天尚未到来。',
    IDENTITY_NUMBER: '这看来是证件号码。只记所看的是什么，切勿记号码。',
    IDENTITY_NEEDED: '请先记下凭什么核实身份。没有交付或删除任何数据。',
    FEE_NOT_ALLOWED: '只有提供副本可收费（第 28 条）。改正、停止及删除均免费。',
    ANSWER_NOT_ALLOWED: '这项要求不能如此答复。',
    GROUND_NEEDED: '请选择拒绝的根据。',
    COPY_NEEDED: '请记下副本如何交付。',
    ANSWERED_BEFORE_RECEIPT: '答复不能早于要求。',
    ANSWERED_IN_THE_FUTURE: '这一天尚未到来。',
    NOTHING_HELD: '并无持有此人的资料：请如此答复。',
    NUMBER_DIFFERS: '所输入的不是这位顾客的编号。没有删除任何数据。',
    SOMETHING_OPEN: '这位顾客尚有未完事项（{{what}}）。没有删除任何数据。',
    RETENTION_TOO_SHORT: '法例要求更长的期限。数据没有改动。',
    INCIDENT_NOT_FOUND: '没有这宗事故的记录。数据没有改动。',
    INCIDENT_CLOSED: '这宗事故已结案。',
  },
);

/** Requests on Today and as the next best thing to do, see `duties.ts`. */
export const privacyDutyWords = defineWords(
  {
    'privacy-request': {
      group: 'Privacy requests to answer',
      go: 'Open',
      what: 'Request {{number}}: 40 days from receipt',
      next: 'Answer privacy request {{number}}',
      why: 'The last of its 40 days is {{date}}.',
      do: 'Go to privacy',
    },
  },
  {
    'privacy-request': {
      group: '待答覆的私隱要求',
      go: '開啟',
      what: '要求 {{number}}：收到後 40 日內',
      next: '答覆私隱要求 {{number}}',
      why: '40 日期限至 {{date}}。',
      do: '前往私隱',
    },
  },
  {
    'privacy-request': {
      group: '待答复的私隐要求',
      go: '打开',
      what: '要求 {{number}}：收到后 40 日内',
      next: '答复私隐要求 {{number}}',
      why: '40 日期限至 {{date}}。',
      do: '前往私隐',
    },
  },
);

/** Words of its entries on the timeline, see `timeline.ts`. */
export const privacyStoryWords = defineWords(
  {
    privacy: {
      kind: 'Privacy',
      receivedAccess: 'Asked for a copy of the data, {{number}}; answer by {{dueOn}}',
      receivedCorrection: 'Asked for a correction of the data, {{number}}; answer by {{dueOn}}',
      receivedObjection: 'Asked to stop marketing, {{number}}; stopped at once',
      receivedErasure: 'Asked for erasure, {{number}}; answer by {{dueOn}}',
      answeredGranted: 'Request {{number}} granted',
      answeredPartial: 'Request {{number}} granted in part',
      answeredRefused: 'Request {{number}} refused, with reasons',
      answeredNothingHeld: 'Request {{number}}: nothing is held',
      answeredWithdrawn: 'Request {{number}} withdrawn',
    },
  },
  {
    privacy: {
      kind: '私隱',
      receivedAccess: '要求查閱資料，{{number}}；{{dueOn}} 前答覆',
      receivedCorrection: '要求改正資料，{{number}}；{{dueOn}} 前答覆',
      receivedObjection: '要求停止直接促銷，{{number}}；已立即停止',
      receivedErasure: '要求刪除資料，{{number}}；{{dueOn}} 前答覆',
      answeredGranted: '已依從要求 {{number}}',
      answeredPartial: '已部分依從要求 {{number}}',
      answeredRefused: '已拒絕要求 {{number}} 並說明理由',
      answeredNothingHeld: '要求 {{number}}：並無持有資料',
      answeredWithdrawn: '要求 {{number}} 已撤回',
    },
  },
  {
    privacy: {
      kind: '私隐',
      receivedAccess: '要求查阅资料，{{number}}；{{dueOn}} 前答复',
      receivedCorrection: '要求改正资料，{{number}}；{{dueOn}} 前答复',
      receivedObjection: '要求停止直接促销，{{number}}；已立即停止',
      receivedErasure: '要求删除资料，{{number}}；{{dueOn}} 前答复',
      answeredGranted: '已依从要求 {{number}}',
      answeredPartial: '已部分依从要求 {{number}}',
      answeredRefused: '已拒绝要求 {{number}} 并说明理由',
      answeredNothingHeld: '要求 {{number}}：并无持有资料',
      answeredWithdrawn: '要求 {{number}} 已撤回',
    },
  },
);
