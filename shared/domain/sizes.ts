import type { Language } from './languages';

const units = ['B', 'kB', 'MB', 'GB', 'TB'];

/** A file's size as people read it: '4.2 MB', powers of 1,000 as on the packaging of a disk. */
export function formatBytes(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  return `${step === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[step]}`;
}

/** A duration as people read it: '0.4 s', '12 s', '3 min 5 s'; 秒, 分 in Chinese. */
export function formatDuration(ms: number, language: Language): string {
  const seconds = ms / 1000;
  const [second, minute] = language === 'en' ? [' s', ' min'] : [' 秒', ' 分'];
  if (seconds < 10) return `${seconds.toFixed(1)}${second}`;
  if (seconds < 60) return `${Math.round(seconds)}${second}`;
  return `${Math.floor(seconds / 60)}${minute} ${Math.round(seconds % 60)}${second}`;
}

/** How long something still takes, in whole seconds: nobody waits for a tenth. */
export function formatTimeLeft(ms: number, language: Language): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  const [second, minute] = language === 'en' ? [' s', ' min'] : [' 秒', ' 分'];
  if (seconds < 60) return `${seconds}${second}`;
  return `${Math.floor(seconds / 60)}${minute} ${seconds % 60}${second}`;
}

/** A log head in groups that an eye can compare: the first 32 of its 64 digits, by fours. */
export function readableHead(hash: string): string {
  return (hash.slice(0, 32).match(/.{4}/g) ?? []).join(' ');
}

/** The same whole, in two lines of eight groups each. */
export function wholeHead(hash: string): string[] {
  const groups = hash.match(/.{4}/g) ?? [];
  return [groups.slice(0, 8).join(' '), groups.slice(8).join(' ')];
}
