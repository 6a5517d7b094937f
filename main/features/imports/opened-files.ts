import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportKind } from '@shared/contract/imports';
import { newId } from '../../kernel/ids';
import type { DetectedFile } from './files/detect';
import { removeStage } from './stage';

/** A file a manager opened for importing. The page knows the token only. */
export interface OpenedFile {
  readonly token: string;
  readonly path: string;
  readonly fileName: string;
  /** The shop it was opened for: another shop must not import it by an old token. */
  readonly folder: string;
  readonly stageFile: string;
  kind: ImportKind;
  detected: DetectedFile;
  /** SHA-256 of the file when it was last checked as a whole. */
  checkedHash: string | null;
}

const FILES_KEPT = 4;
const STAGE = 'import-';
const STAGE_END = '.stage';
const opened = new Map<string, OpenedFile>();

/** Keeps a file open under a new token; the oldest is forgotten, and so are stages that a crash left behind. */
export function keepOpened(file: Omit<OpenedFile, 'token' | 'stageFile' | 'checkedHash'>): OpenedFile {
  const token = newId();
  const kept = {
    ...file,
    token,
    stageFile: join(file.folder, `${STAGE}${token}${STAGE_END}`),
    checkedHash: null,
  };
  opened.set(token, kept);
  for (const old of [...opened.values()].slice(0, -FILES_KEPT)) forgetOpened(old);
  removeStrayStages(file.folder);
  return kept;
}

/** The file behind a token, for the shop in this folder. */
export function findOpened(token: string, folder: string): OpenedFile | null {
  const file = opened.get(token);
  return file && file.folder === folder ? file : null;
}

function forgetOpened(file: OpenedFile): void {
  opened.delete(file.token);
  removeStage(file.stageFile);
}

/** Removes stages of imports that were cut off: nothing refers to them, and what they hold is encrypted. */
export function removeStrayStages(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(STAGE) || !name.includes(STAGE_END)) continue;
    const token = name.slice(STAGE.length, name.indexOf(STAGE_END));
    if (!opened.has(token)) removeStage(join(folder, `${STAGE}${token}${STAGE_END}`));
  }
}
