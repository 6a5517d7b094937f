import type { ComplaintEvent } from '../contract/complaints';
import type { Severity } from '../domain/complaints';
import type { Language } from '../domain/languages';
import { formatMoney, money } from '../domain/money';
import type { ToldChannel } from '../domain/promises';
import { complaintsWords } from './complaints';
import { promisesWords } from './promises';

/** A step of a case in a few words, for the screen and the printed summary alike. */
export function complaintEventInWords({ kind, detail }: ComplaintEvent, language: Language): string {
  const words = complaintsWords[language];
  const { costMinor, currency, channel, name, to, satisfaction } = detail;
  const said: Record<string, string> = {
    amount: typeof costMinor === 'number' ? formatMoney(money(costMinor, String(currency)), language) : '',
    how: channel ? promisesWords[language].channel[channel as ToldChannel] : '',
    name: String(name ?? ''),
    severity: kind === 'severity' ? words.severities[to as Severity] : '',
    score: String(satisfaction ?? ''),
  };
  return words.event[kind].replace(/\{\{(\w+)\}\}/g, (_, key: string) => said[key] ?? '');
}
