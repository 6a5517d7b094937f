import { defineWords } from './define';

/** What quotations may be refused with. */
export const quotationsErrorWords = defineWords(
  {
    QUOTATION_NOT_FOUND: 'This quotation no longer exists.',
    QUOTATION_EMPTY: 'A quotation needs at least one line.',
    QUOTATION_CHANGED: 'Somebody changed this quotation meanwhile. Look at it again.',
    QUOTATION_WAS_SENT: 'This quotation was sent and is not edited any more. Write a new version.',
    QUOTATION_NOT_SENT: 'This quotation has not been sent yet.',
    QUOTATION_CLOSED: 'This quotation was answered or replaced by a new version.',
    QUOTATION_NOT_CLOSED: 'This quotation is open.',
    QUOTATION_EXPIRED: 'This quotation has run out. Write a new version, so that its prices hold again.',
    QUOTATION_NOT_CONFIRMED: 'Only a confirmed quotation becomes a sale.',
    QUOTATION_SOLD: 'This quotation is a sale already.',
    EXPIRY_IN_THE_PAST: 'The last day has passed already. Choose today or a later day.',
    DISCOUNT_OVER_LIMIT:
      'Line {{line}}: you may take off at most {{percent}} % of the catalogue’s price. Ask somebody with a higher limit.',
  },
  {
    QUOTATION_NOT_FOUND: '這份報價單已不存在。',
    QUOTATION_EMPTY: '報價單最少要有一行。',
    QUOTATION_CHANGED: '其他同事剛剛更改了這份報價單，請再看一次。',
    QUOTATION_WAS_SENT: '這份報價單已發出，不能再修改。請開立新版本。',
    QUOTATION_NOT_SENT: '這份報價單尚未發出。',
    QUOTATION_CLOSED: '這份報價單已有答覆或已由新版本取代。',
    QUOTATION_NOT_CLOSED: '這份報價單仍未完結。',
    QUOTATION_EXPIRED: '這份報價單已過期。請開立新版本，讓價錢再次有效。',
    QUOTATION_NOT_CONFIRMED: '只有已確認的報價單可轉為銷售。',
    QUOTATION_SOLD: '這份報價單已轉為銷售。',
    EXPIRY_IN_THE_PAST: '有效期已過。請選今天或以後的日子。',
    DISCOUNT_OVER_LIMIT: '第 {{line}} 行：您最多可減目錄價的 {{percent}}%。請找上限較高的同事。',
  },
  {
    QUOTATION_NOT_FOUND: '这份报价单已不存在。',
    QUOTATION_EMPTY: '报价单最少要有一行。',
    QUOTATION_CHANGED: '其他同事刚刚更改了这份报价单，请再看一次。',
    QUOTATION_WAS_SENT: '这份报价单已发出，不能再修改。请开立新版本。',
    QUOTATION_NOT_SENT: '这份报价单尚未发出。',
    QUOTATION_CLOSED: '这份报价单已有答复或已由新版本取代。',
    QUOTATION_NOT_CLOSED: '这份报价单仍未完结。',
    QUOTATION_EXPIRED: '这份报价单已过期。请开立新版本，让价格再次有效。',
    QUOTATION_NOT_CONFIRMED: '只有已确认的报价单可转为销售。',
    QUOTATION_SOLD: '这份报价单已转为销售。',
    EXPIRY_IN_THE_PAST: '有效期已过。请选今天或以后的日子。',
    DISCOUNT_OVER_LIMIT: '第 {{line}} 行：您最多可减目录价的 {{percent}}%。请找上限较高的同事。',
  },
);

/** Words of its duties, see `duties.ts`. */
export const quotationsDutyWords = defineWords(
  {
    quotation: {
      group: 'Quotations running out',
      go: 'Open',
      what: '{{number}}: {{what}}',
      next: 'Ask about quotation {{number}}: {{what}}',
      why: 'It holds until {{date}} and nobody answered it yet.',
      do: 'Go to quotations',
    },
  },
  {
    quotation: {
      group: '即將到期的報價單',
      go: '開啟',
      what: '{{number}}：{{what}}',
      next: '跟進報價單 {{number}}：{{what}}',
      why: '有效期至 {{date}}，尚未有答覆。',
      do: '前往報價單',
    },
  },
  {
    quotation: {
      group: '即将到期的报价单',
      go: '打开',
      what: '{{number}}：{{what}}',
      next: '跟进报价单 {{number}}：{{what}}',
      why: '有效期至 {{date}}，尚未有答复。',
      do: '前往报价单',
    },
  },
);

/** Words of its entries on the timeline, see `timeline.ts`. */
export const quotationsStoryWords = defineWords(
  {
    quotation: {
      kind: 'Quotations',
      sent: 'Quotation {{number}} over {{amount}}, holds until {{expiresOn}}',
      confirmed: 'Quotation {{number}} confirmed, {{amount}}',
      declined: 'Quotation {{number}} declined, {{amount}}',
      revised: 'Quotation {{number}} replaced by a new version',
      sold: 'Quotation {{number}} became a sale, {{amount}}',
    },
  },
  {
    quotation: {
      kind: '報價單',
      sent: '報價單 {{number}}，{{amount}}，有效至 {{expiresOn}}',
      confirmed: '報價單 {{number}} 已確認，{{amount}}',
      declined: '報價單 {{number}} 未獲接納，{{amount}}',
      revised: '報價單 {{number}} 已由新版本取代',
      sold: '報價單 {{number}} 已轉為銷售，{{amount}}',
    },
  },
  {
    quotation: {
      kind: '报价单',
      sent: '报价单 {{number}}，{{amount}}，有效至 {{expiresOn}}',
      confirmed: '报价单 {{number}} 已确认，{{amount}}',
      declined: '报价单 {{number}} 未获接纳，{{amount}}',
      revised: '报价单 {{number}} 已由新版本取代',
      sold: '报价单 {{number}} 已转为销售，{{amount}}',
    },
  },
);
