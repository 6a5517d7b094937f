import { describe, expect, it } from 'vitest';
import { type BackupHistory, backupProblems, type PlaceHistory } from './backup-health';

const today = '2026-11-20';
const place = (id: string, fields: Partial<PlaceHistory> = {}): PlaceHistory => ({
  id,
  label: id,
  newestDay: today,
  lastError: null,
  ...fields,
});
const kinds = (history: Partial<BackupHistory>) =>
  backupProblems({ today, since: '2026-11-01', places: [], lastDrill: null, ...history }).map(
    ({ kind, severity }) => `${kind} ${severity}`,
  );

describe('the health of backups', () => {
  it('is well with two places that hold yesterday’s close or today’s', () => {
    expect(kinds({ places: [place('a'), place('b', { newestDay: '2026-11-19' })] })).toEqual([]);
  });
  it('is in danger without a place, without a copy, or with old copies only', () => {
    expect(kinds({})).toEqual(['no-places danger']);
    expect(kinds({ places: [place('a', { newestDay: null })] })).toEqual([
      'never danger',
      'one-place warning',
    ]);
    expect(
      kinds({ places: [place('a', { newestDay: '2026-11-18' }), place('b', { newestDay: null })] }),
    ).toEqual(['old danger', 'never danger']);
  });
  it('warns where one of two places lags behind or failed, until it is mended', () => {
    expect(kinds({ places: [place('a'), place('b', { newestDay: '2026-11-10' })] })).toEqual(['old warning']);
    expect(kinds({ places: [place('a'), place('b', { lastError: 'DISK_FULL' })] })).toEqual([
      'failed warning',
    ]);
  });
  it('does not believe a copy from the future', () => {
    expect(kinds({ places: [place('a', { newestDay: '2027-01-01' }), place('b')] })).toEqual(['old warning']);
  });
  it('asks for a practice restore every month, and is in danger when one failed', () => {
    const places = [place('a'), place('b')];
    expect(kinds({ places, since: '2026-10-01' })).toEqual(['drill-due notice']);
    expect(kinds({ places, since: '2026-10-01', lastDrill: { day: '2026-11-01', isPassed: true } })).toEqual(
      [],
    );
    expect(kinds({ places, lastDrill: { day: '2026-11-01', isPassed: false } })).toEqual([
      'drill-failed danger',
    ]);
  });
});
