/** Ways in which the shop can begin: a visit and a feedback form are the customer's to begin. */
export const CONTACT_CHANNELS = [
  'phone',
  'email',
  'sms',
  'whatsapp',
  'wechat',
  'line',
  'facebook',
  'instagram',
  'letter',
  'fax',
] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];
