import { complaintsEn } from './complaints-en';
import { complaintsZhHans } from './complaints-zh-hans';
import { complaintsZhHant } from './complaints-zh-hant';
import { defineWords } from './define';

/** Complaint cases. */
export const complaintsWords = defineWords(complaintsEn, complaintsZhHant, complaintsZhHans);

/** Why a step of a case is refused. */
export const complaintsErrorWords = defineWords(
  {
    COMPLAINT_NOT_FOUND: 'This case no longer exists.',
    COMPLAINT_CLOSED: 'This case is closed already. Open it again to go on.',
    COMPLAINT_IS_OPEN: 'This case is still open.',
    COMPLAINT_LINK: 'That purchase, item or colleague does not belong to this customer’s case. Choose again.',
    COMPLAINT_IN_THE_FUTURE: 'The complaint cannot have come later than now.',
    COMPLAINT_NOT_A_MANAGER: 'Choose a manager who works here.',
    COMPLAINT_REMEDY_LIMIT:
      'This remedy costs more than you may grant. Ask a manager to record it, or escalate the case.',
    COMPLAINT_TOLD_NEEDED: 'Say how, when and what the customer was told: a case is not closed before.',
  },
  {
    COMPLAINT_NOT_FOUND: '這宗個案已不存在。',
    COMPLAINT_CLOSED: '這宗個案已結案。要繼續請先重新開啟。',
    COMPLAINT_IS_OPEN: '這宗個案仍未結案。',
    COMPLAINT_LINK: '所選的購買、物品或同事與這位顧客的個案不符。請重新選擇。',
    COMPLAINT_IN_THE_FUTURE: '收到投訴的時間不能在現在之後。',
    COMPLAINT_NOT_A_MANAGER: '請選一位在職的經理。',
    COMPLAINT_REMEDY_LIMIT: '這項補救超出您可批出的限額。請由經理記錄，或上報個案。',
    COMPLAINT_TOLD_NEEDED: '請寫明如何、何時及告知了顧客甚麼：未告知之前不能結案。',
  },
  {
    COMPLAINT_NOT_FOUND: '这宗个案已不存在。',
    COMPLAINT_CLOSED: '这宗个案已结案。要继续请先重新打开。',
    COMPLAINT_IS_OPEN: '这宗个案仍未结案。',
    COMPLAINT_LINK: '所选的购买、物品或同事与这位顾客的个案不符。请重新选择。',
    COMPLAINT_IN_THE_FUTURE: '收到投诉的时间不能在现在之后。',
    COMPLAINT_NOT_A_MANAGER: '请选一位在职的经理。',
    COMPLAINT_REMEDY_LIMIT: '这项补救超出您可批出的限额。请由经理记录，或上报个案。',
    COMPLAINT_TOLD_NEEDED: '请写明如何、何时及告知了顾客什么：未告知之前不能结案。',
  },
);

/** Words of its duties, see `duties.ts`. */
export const complaintsDutyWords = defineWords(
  {
    complaint: {
      group: 'Complaints',
      go: 'Open',
      what: '{{number}}: {{what}}',
      next: 'Work on complaint {{number}}: {{what}}',
      why: 'Its clock ends on {{date}} at {{time}}; {{owner}} owns it.',
      do: 'Go to the case',
    },
  },
  {
    complaint: {
      group: '投訴',
      go: '開啟',
      what: '{{number}}：{{what}}',
      next: '處理投訴 {{number}}：{{what}}',
      why: '時限為 {{date}} {{time}}；由 {{owner}} 負責。',
      do: '前往個案',
    },
  },
  {
    complaint: {
      group: '投诉',
      go: '打开',
      what: '{{number}}：{{what}}',
      next: '处理投诉 {{number}}：{{what}}',
      why: '时限为 {{date}} {{time}}；由 {{owner}} 负责。',
      do: '前往个案',
    },
  },
);

/** Words of its entries on the timeline, see `timeline.ts`. */
export const complaintsStoryWords = defineWords(
  {
    complaint: {
      kind: 'Complaints',
      received: 'Complaint {{number}}',
      responded: 'Complaint {{number}}: customer answered',
      escalated: 'Complaint {{number}}: escalated',
      'remedy-agreed': 'Complaint {{number}}: remedy agreed',
      told: 'Complaint {{number}}: customer told',
      closed: 'Complaint {{number}} closed',
      satisfaction: 'Complaint {{number}}: satisfaction afterwards',
      reopened: 'Complaint {{number}} opened again',
    },
  },
  {
    complaint: {
      kind: '投訴',
      received: '投訴 {{number}}',
      responded: '投訴 {{number}}：已回覆顧客',
      escalated: '投訴 {{number}}：已上報',
      'remedy-agreed': '投訴 {{number}}：顧客同意補救',
      told: '投訴 {{number}}：已告知顧客',
      closed: '投訴 {{number}} 已結案',
      satisfaction: '投訴 {{number}}：事後滿意程度',
      reopened: '投訴 {{number}} 已重新開啟',
    },
  },
  {
    complaint: {
      kind: '投诉',
      received: '投诉 {{number}}',
      responded: '投诉 {{number}}：已回复顾客',
      escalated: '投诉 {{number}}：已上报',
      'remedy-agreed': '投诉 {{number}}：顾客同意补救',
      told: '投诉 {{number}}：已告知顾客',
      closed: '投诉 {{number}} 已结案',
      satisfaction: '投诉 {{number}}：事后满意程度',
      reopened: '投诉 {{number}} 已重新打开',
    },
  },
);
