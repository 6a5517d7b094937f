import type { DetectedFile, FileOverrides } from './files/detect';

interface Ahead {
  readonly path: string;
  readonly detected: Promise<DetectedFile>;
}

let ahead: Ahead | null = null;

/** Begins to look at a file that is about to be opened. What it finds is told to nobody but `imports.inspect`. */
export function detectAhead(path: string): void {
  const detected = detectNow(path);
  // Whoever asks for it hears what is wrong.
  detected.catch(() => undefined);
  ahead = { path, detected };
}

/** How a file is written: what was found out ahead of time, once; else it is looked at now. */
export function detect(path: string, overrides?: FileOverrides): Promise<DetectedFile> {
  const found = ahead;
  ahead = null;
  return found && found.path === path && overrides === undefined
    ? found.detected
    : detectNow(path, overrides);
}

/** The tables of every encoding are long to read: only when a file is there to be looked at. */
async function detectNow(path: string, overrides?: FileOverrides): Promise<DetectedFile> {
  const { detectFile } = await import('./files/detect');
  return detectFile(path, overrides);
}
