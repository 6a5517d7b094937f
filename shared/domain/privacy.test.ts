import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from './dates';
import {
  answerDue,
  answersFor,
  daysLeft,
  groundsFor,
  holdsDocumentNumber,
  needsIdentity,
  REQUEST_KINDS,
  yearsLater,
} from './privacy';
import { isLongEnough, RETENTION_DEFAULTS, RETENTION_KINDS } from './retention-periods';

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days));

describe('the 40 days', () => {
  it('begin on the day after receipt', () => {
    expect(answerDue('2026-11-20')).toBe('2026-12-30');
    expect(answerDue('2026-01-20')).toBe('2026-03-01');
    expect(answerDue('2028-01-20')).toBe('2028-02-29');
    expect(daysLeft(answerDue('2026-11-20'), '2026-12-31')).toBe(-1);
  });

  it('are 40 whatever the month', () => {
    fc.assert(
      fc.property(
        anyDay,
        (day) => daysBetween(day, answerDue(day)) === 40 && daysLeft(answerDue(day), day) === 40,
      ),
    );
  });
});

describe('periods', () => {
  it('of years never come out shorter', () => {
    expect(yearsLater('2024-02-29', 1)).toBe('2025-03-01');
    expect(yearsLater('2024-02-29', 4)).toBe('2028-02-29');
    fc.assert(fc.property(anyDay, (day) => daysBetween(day, yearsLater(day, 4)) >= 1460));
  });

  it('cannot be shorter than the law asks', () => {
    expect(isLongEnough('opt-outs', 35)).toBe(false);
    expect(isLongEnough('opt-outs', null)).toBe(true);
    expect(isLongEnough('requests', 47)).toBe(false);
    for (const kind of RETENTION_KINDS)
      expect(isLongEnough(kind, RETENTION_DEFAULTS[kind].months)).toBe(true);
  });
});

describe('answers', () => {
  it('never refuse to stop marketing, and never grant an erasure by words', () => {
    expect(answersFor('objection', true)).toEqual(['granted', 'withdrawn']);
    expect(answersFor('erasure', true)).not.toContain('granted');
    expect(groundsFor('objection')).toEqual([]);
  });

  it('give nothing of nobody', () => {
    for (const kind of REQUEST_KINDS)
      expect(answersFor(kind, false).filter((answer) => needsIdentity(kind, answer))).toEqual([]);
  });
});

describe('what was seen of an identity document', () => {
  it.each(['HKID A123456(7)', 'ab1234567', 'passport K12345678', '12345678'])('%s holds a number', (text) => {
    expect(holdsDocumentNumber(text)).toBe(true);
  });
  it.each([
    'Hong Kong identity card seen at the counter',
    'Passport, photograph matches',
    'Known since 2019',
  ])('%s holds none', (text) => {
    expect(holdsDocumentNumber(text)).toBe(false);
  });
});
