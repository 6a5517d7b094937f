import type { ComplaintCause, ComplaintSubject, Severity } from '@shared/domain/complaints';

/** A complaint as an invented customer of the sample shop made it, and how it went. */
export interface SampleComplaint {
  readonly about: ComplaintSubject;
  readonly severity: Severity;
  readonly what: string;
  readonly answer: string;
  readonly remedy: string;
  readonly costMinor: number;
  readonly told: string;
  readonly causeCode: ComplaintCause;
  readonly cause: string;
  readonly lesson: string;
  readonly satisfaction: number | null;
}

/** The sample's cases, the first ones still open. */
export const sampleComplaints: readonly SampleComplaint[] = [
  {
    about: 'product',
    severity: 'serious',
    what: 'The crown does not screw down any more after three weeks.',
    answer: 'Rang her within the hour; she brings it in on Saturday.',
    remedy: 'A new crown, fitted while she waits',
    costMinor: 650_00,
    told: 'The crown is new and was tested to 100 m.',
    causeCode: 'product-fault',
    cause: 'Thread of the tube was worn from the start.',
    lesson: 'Try the crown in front of the customer at the sale.',
    satisfaction: 4,
  },
  {
    about: 'delivery',
    severity: 'minor',
    what: '訂製的錶帶說好星期三到，等到星期六還沒有消息。',
    answer: '已致電道歉，並說明錶帶仍在海關。',
    remedy: '免費送貨上門',
    costMinor: 120_00,
    told: '錶帶已到，當日送到府上。',
    causeCode: 'late',
    cause: '供應商遲了發貨，無人通知顧客。',
    lesson: '延誤當日就要告知顧客。',
    satisfaction: 3,
  },
  {
    about: 'staff',
    severity: 'minor',
    what: 'Waited twenty minutes while two colleagues served a group.',
    answer: 'Said sorry on the phone and offered a quiet hour.',
    remedy: 'A private appointment on Sunday morning',
    costMinor: 0,
    told: 'We keep Sunday at eleven for him.',
    causeCode: 'conduct',
    cause: 'Nobody greeted him while the group was served.',
    lesson: 'Whoever is nearest greets within a minute.',
    satisfaction: null,
  },
  {
    about: 'delivery',
    severity: 'minor',
    what: 'The gift box came a day after the birthday.',
    answer: 'Rang at once; the courier had the wrong floor.',
    remedy: 'The delivery fee back, and flowers',
    costMinor: 480_00,
    told: 'Fee refunded, flowers on their way.',
    causeCode: 'late',
    cause: 'Floor missing on the delivery slip.',
    lesson: 'Read the address back before the courier leaves.',
    satisfaction: 4,
  },
  {
    about: 'purchase',
    severity: 'minor',
    what: '另一間分店同一隻錶便宜一千元。',
    answer: '已覆電，並核對兩店的價錢。',
    remedy: '補回差價',
    costMinor: 900_00,
    told: '差價已退回信用卡。',
    causeCode: 'price',
    cause: '新價目表未有更新到本店。',
    lesson: '每月首日核對價目表。',
    satisfaction: 5,
  },
  {
    about: 'repair',
    severity: 'serious',
    what: 'There is a hairline scratch on the case back since the service.',
    answer: 'Looked at it with her under the loupe.',
    remedy: 'Case back polished and a strap',
    costMinor: 780_00,
    told: 'Polished by hand; she saw it before she paid.',
    causeCode: 'workmanship',
    cause: 'Opener slipped; not seen at the final check.',
    lesson: 'Photograph the case back before and after.',
    satisfaction: 4,
  },
  {
    about: 'repair',
    severity: 'minor',
    what: '保養後秒針偶爾擦到日曆窗。',
    answer: '請顧客帶回，師傅即場檢查。',
    remedy: '免費重新裝配指針',
    costMinor: 350_00,
    told: '指針已重新裝配，觀察三天正常。',
    causeCode: 'workmanship',
    cause: '裝針時未有逐格檢查。',
    lesson: '交件前把指針撥過一整天。',
    satisfaction: 4,
  },
  {
    about: 'delivery',
    severity: 'minor',
    what: 'The strap was promised for Tuesday and came on Friday, without a word.',
    answer: 'Rang the same hour; the maker had sent it to the other branch.',
    remedy: 'A second strap at half its price',
    costMinor: 320_00,
    told: 'It lies at the counter, and the second one is put aside.',
    causeCode: 'late',
    cause: 'Sent to the other branch; nobody looked on the day.',
    lesson: 'Every morning: what is due today, and has it come?',
    satisfaction: 5,
  },
];

/** What invented customers wrote when they were asked, by how it was. */
export const sampleWords = {
  good: [
    '職員很有耐性，講解清楚。',
    'Patient, and no pressure to buy.',
    'They remembered my wrist size.',
    '服务周到，下次再来。',
  ],
  followed: ['Rang, said sorry; all is well again.', '已致電道歉，顧客不再介意。'],
  poor: ['等得太久。', 'Too little choice in small sizes.', '打电话没有人接。'],
} as const;
