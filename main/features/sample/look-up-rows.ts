import { addDays, civilDateOf, startOfDay } from '@shared/domain/dates';
import { prepared, type WritableDb } from '../../db/sql';
import { newId } from '../../kernel/ids';
import { insertLookupReason } from '../oversight/lookups.sql';
import { insertSignoff, listUnsigned } from '../oversight/review.sql';
import type { Sample, SampleLanguage } from './generator/types';

const hourMs = 3_600_000;

const lookUps: readonly {
  readonly daysAgo: number;
  readonly hour: number;
  readonly reason: Readonly<Record<SampleLanguage, string>>;
}[] = [
  {
    daysAgo: 19,
    hour: 20,
    reason: {
      en: 'Called everybody on the list for the winter service',
      'zh-Hant': '致電冬季保養名單上的顧客',
      'zh-Hans': '致电冬季保养名单上的顾客',
    },
  },
  {
    daysAgo: 9,
    hour: 19,
    reason: {
      en: 'Checked birthdays for the December cards',
      'zh-Hant': '核對十二月生日卡名單',
      'zh-Hans': '核对十二月生日卡名单',
    },
  },
  {
    daysAgo: 2,
    hour: 18,
    reason: {
      en: 'A customer could not remember her number; looked under several names',
      'zh-Hant': '顧客忘記會員號碼，以幾個姓名查找',
      'zh-Hans': '顾客忘记会员号码，以几个姓名查找',
    },
  },
];

const found: Readonly<Record<SampleLanguage, string>> = {
  en: 'Compared with the call list of that evening: in order',
  'zh-Hant': '已與當晚致電名單核對，無異常',
  'zh-Hans': '已与当晚致电名单核对，无异常',
};

/** A few evenings on which somebody opened many records and said why; the manager has signed the first. */
export function insertLookUps(db: WritableDb, { staff }: Sample, now: number): void {
  const manager = staff.find(({ role }) => role === 'manager');
  const advisors = staff.filter(({ role }) => role === 'advisor');
  const customers = prepared(db, 'SELECT id FROM customers ORDER BY number LIMIT ?')
    .pluck()
    .all(lookUps.length) as string[];
  for (const [index, { daysAgo, hour, reason }] of lookUps.entries()) {
    const advisor = advisors[index % advisors.length];
    const customerId = customers[index];
    if (!advisor || !customerId) continue;
    const day = addDays(civilDateOf(now), -daysAgo);
    insertLookupReason(db, {
      id: newId(),
      staffId: advisor.id,
      customerId,
      now: startOfDay(day) + hour * hourMs,
      today: day,
      cause: 'many-records',
      reason: reason[advisor.language],
    });
  }
  const filter = { since: '', percent: 100, kinds: ['look-up'], limit: lookUps.length } as const;
  const first = listUnsigned(db, filter).entries.at(-1);
  if (manager && first)
    insertSignoff(db, {
      id: newId(),
      entry: first,
      remark: found[manager.language],
      staffId: manager.id,
      now: first.at + 16 * hourMs,
    });
}
