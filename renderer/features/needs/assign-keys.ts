const alphabet = 'abcdefghijklmnopqrstuvwxyz';

/** One key a choice: a letter of its own code, the first that is free; otherwise the next free letter; '' when none is. */
export function assignKeys(codes: readonly string[]): Map<string, string> {
  const taken = new Set<string>();
  const keys = new Map<string, string>();
  for (const code of codes) {
    const letters = [...code.toLowerCase()].filter((letter) => alphabet.includes(letter));
    const key = [...letters, ...alphabet].find((letter) => !taken.has(letter)) ?? '';
    if (key) taken.add(key);
    keys.set(code, key);
  }
  return keys;
}
