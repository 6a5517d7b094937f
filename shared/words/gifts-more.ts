import { defineWords } from './define';

export const giftsErrorWords = defineWords(
  {
    GIFT_KIND_NOT_FOUND: 'This kind of gift no longer exists.',
    GIFT_KIND_CHANGED:
      'Somebody changed this kind of gift meanwhile. What you typed is kept; look again and save.',
    GIFT_COUNT_DIFFERS: 'The books say {{stock}} and you counted {{counted}}. Say why it differs.',
    GIFT_OUT_OF_STOCK: 'The books say {{stock}}: too few. Count the drawer, or receive what came.',
    GIFT_POLICY_IN_THE_PAST: 'The day has passed already. A policy holds from today or later.',
    GIFT_IN_THE_FUTURE: 'A gift is written down when it was given, not before.',
    GIFT_TO_ONESELF: 'Nobody gives a gift to their own record. A colleague does.',
    GIFT_PAST_LIMIT: 'This goes beyond the year’s limit. Say why.',
    GIFT_NOT_FOUND: 'This gift no longer exists.',
    GIFT_TAKEN_BACK: 'This gift was taken back already.',
  },
  {
    GIFT_KIND_NOT_FOUND: '這種禮品已不存在。',
    GIFT_KIND_CHANGED: '其他同事剛剛更改了這種禮品。您輸入的內容已保留；請再看一次然後儲存。',
    GIFT_COUNT_DIFFERS: '帳面為 {{stock}} 件，點算為 {{counted}} 件。請寫明差異原因。',
    GIFT_OUT_OF_STOCK: '帳面只有 {{stock}} 件，並不足夠。請點算或入貨。',
    GIFT_POLICY_IN_THE_PAST: '日子已過。政策只可由今天或以後生效。',
    GIFT_IN_THE_FUTURE: '禮品送出後才記錄，不可預先。',
    GIFT_TO_ONESELF: '不可送禮給自己的記錄，須由同事送出。',
    GIFT_PAST_LIMIT: '這超出全年上限。請寫明原因。',
    GIFT_NOT_FOUND: '這份禮品已不存在。',
    GIFT_TAKEN_BACK: '這份禮品已經收回。',
  },
  {
    GIFT_KIND_NOT_FOUND: '这种礼品已不存在。',
    GIFT_KIND_CHANGED: '其他同事刚刚更改了这种礼品。您输入的内容已保留；请再看一次然后保存。',
    GIFT_COUNT_DIFFERS: '账面为 {{stock}} 件，点算为 {{counted}} 件。请写明差异原因。',
    GIFT_OUT_OF_STOCK: '账面只有 {{stock}} 件，并不足够。请点算或入货。',
    GIFT_POLICY_IN_THE_PAST: '日子已过。政策只可由今天或以后生效。',
    GIFT_IN_THE_FUTURE: '礼品送出后才记录，不可预先。',
    GIFT_TO_ONESELF: '不可送礼给自己的记录，须由同事送出。',
    GIFT_PAST_LIMIT: '这超出全年上限。请写明原因。',
    GIFT_NOT_FOUND: '这份礼品已不存在。',
    GIFT_TAKEN_BACK: '这份礼品已经收回。',
  },
);

/** Words of its duties, see `duties.ts`; `what` is the occasion's own word. */
export const giftsDutyWords = defineWords(
  {
    gift: {
      group: 'Gifts that are customary',
      go: 'Open',
      what: '{{occasion}}: a gift is customary',
      next: 'Give a gift: {{occasion}}',
      why: 'The policy has a gift for it, {{date}}; none was given.',
      do: 'Go to gifts',
    },
  },
  {
    gift: {
      group: '慣常送禮',
      go: '開啟',
      what: '{{occasion}}：慣常送禮',
      next: '送禮：{{occasion}}',
      why: '按政策送禮，{{date}}；尚未送出。',
      do: '前往禮品',
    },
  },
  {
    gift: {
      group: '惯常送礼',
      go: '打开',
      what: '{{occasion}}：惯常送礼',
      next: '送礼：{{occasion}}',
      why: '按政策送礼，{{date}}；尚未送出。',
      do: '前往礼品',
    },
  },
);

/** Words of its entries on the timeline, see `timeline.ts`. */
export const giftsStoryWords = defineWords(
  { gift: { kind: 'Gifts', given: 'Gift given: {{what}}', takenBack: 'Gift taken back: {{what}}' } },
  { gift: { kind: '禮品', given: '送出禮品：{{what}}', takenBack: '收回禮品：{{what}}' } },
  { gift: { kind: '礼品', given: '送出礼品：{{what}}', takenBack: '收回礼品：{{what}}' } },
);
