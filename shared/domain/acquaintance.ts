/** How somebody came to be known to the shop. A record may hold other words, too: those of an import. */
export const ACQUAINTANCES = [
  'counter',
  'walk-in',
  'referral',
  'event',
  'hotline',
  'website',
  'wechat',
  'instagram',
  'card-file',
  'import',
] as const;
