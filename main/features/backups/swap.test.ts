import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyFileName } from '../../kernel/key-file';
import { databaseName, shopFolder } from '../../kernel/open-shop';
import { listKeptShops, settleInterruptedRestore, stagedFolder, swapIn } from './swap';

describe('swapping a restored shop in', () => {
  let home: string;
  const put = (folder: string, text: string, parts = [databaseName, keyFileName]) => {
    mkdirSync(folder, { recursive: true });
    for (const part of parts) writeFileSync(join(folder, part), text);
  };
  const current = () => readFileSync(join(shopFolder(home), databaseName), 'utf8');
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'vitrine-swap-'));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  it('keeps the current shop, and takes it back by swapping again', () => {
    put(shopFolder(home), 'old');
    put(stagedFolder(home), 'new');
    const kept = swapIn(home, stagedFolder(home), 1000);
    expect(current()).toBe('new');
    expect(listKeptShops(home).map((each) => each.folder)).toEqual([kept]);
    swapIn(home, kept ?? '', 1000);
    expect(current()).toBe('old');
    expect(listKeptShops(home)).toHaveLength(1);
  });

  /** As a crash leaves it after the first rename. */
  const begun = (parts: string[]) => {
    put(join(home, 'shop.before-1000'), 'old');
    put(stagedFolder(home), 'new', parts);
    writeFileSync(
      join(home, 'restore.json'),
      JSON.stringify({ incoming: 'shop.restoring', kept: 'shop.before-1000' }),
    );
  };

  it('goes on after a crash between the two renames', () => {
    begun([databaseName, keyFileName]);
    expect(settleInterruptedRestore(home)).toBe('finished');
    expect(current()).toBe('new');
    expect(listKeptShops(home)).toHaveLength(1);
    expect(settleInterruptedRestore(home)).toBe('nothing');
  });

  it('puts the kept shop back when the staged copy is not whole', () => {
    begun([databaseName]);
    expect(settleInterruptedRestore(home)).toBe('put back');
    expect(current()).toBe('old');
    expect(existsSync(stagedFolder(home))).toBe(false);
  });

  it('takes an undo further that was cut off: the kept one comes in, not the newest', () => {
    put(join(home, 'shop.before-1000'), 'older');
    put(join(home, 'shop.before-2000'), 'newer');
    writeFileSync(
      join(home, 'restore.json'),
      JSON.stringify({ incoming: 'shop.before-1000', kept: 'shop.before-2000' }),
    );
    expect(settleInterruptedRestore(home)).toBe('finished');
    expect(current()).toBe('older');
  });

  it('puts nothing into an empty place that no swap emptied', () => {
    put(join(home, 'shop.before-1000'), 'old');
    expect(settleInterruptedRestore(home)).toBe('nothing');
    writeFileSync(join(home, 'restore.json'), JSON.stringify({ incoming: '../elsewhere', kept: null }));
    expect(settleInterruptedRestore(home)).toBe('nothing');
    expect(existsSync(shopFolder(home))).toBe(false);
  });

  it('clears an unfinished copy while the shop is in its place', () => {
    put(shopFolder(home), 'old');
    put(stagedFolder(home), 'half', [databaseName]);
    expect(settleInterruptedRestore(home)).toBe('cleared');
    expect(existsSync(stagedFolder(home))).toBe(false);
    expect(current()).toBe('old');
  });

  it('does nothing where nothing happened', () => {
    expect(settleInterruptedRestore(home)).toBe('nothing');
    put(shopFolder(home), 'old');
    expect(settleInterruptedRestore(home)).toBe('nothing');
  });
});
