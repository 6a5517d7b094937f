/**
 * Typing errors by deletion neighbourhoods: two words within one edit of each other share a word among themselves and what
 * remains of them after one deletion. The vocabulary table holds each distinct word under its deletion keys.
 */

/**
 * Returns the word and everything that remains of it after at most `maxDistance` deletions, without repeats. Looking up the
 * keys of a typed word among those of the vocabulary gives every word one edit away, and some further away: check them with
 * {@link withinOneEdit}.
 */
export function deletionKeys(token: string, maxDistance = 1): string[] {
  const keys = new Set<string>([token]);
  let latest = [token];
  for (let distance = 0; distance < maxDistance; distance += 1) {
    const next: string[] = [];
    for (const word of latest) {
      const characters = [...word];
      if (characters.length <= 1) continue;
      for (let index = 0; index < characters.length; index += 1) {
        const shorter = characters
          .slice(0, index)
          .concat(characters.slice(index + 1))
          .join('');
        if (!keys.has(shorter)) {
          keys.add(shorter);
          next.push(shorter);
        }
      }
    }
    latest = next;
  }
  return [...keys];
}

/** Says whether one insertion, deletion, substitution or exchange of neighbours (or nothing) turns one word into the other. */
export function withinOneEdit(a: string, b: string): boolean {
  if (a === b) return true;
  const left = [...a];
  const right = [...b];
  if (Math.abs(left.length - right.length) > 1) return false;
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start += 1;
  let endLeft = left.length;
  let endRight = right.length;
  while (endLeft > start && endRight > start && left[endLeft - 1] === right[endRight - 1]) {
    endLeft -= 1;
    endRight -= 1;
  }
  const leftOver = endLeft - start;
  const rightOver = endRight - start;
  if (leftOver <= 1 && rightOver <= 1) return true;
  return (
    leftOver === 2 && rightOver === 2 && left[start] === right[start + 1] && left[start + 1] === right[start]
  );
}

const KEY_ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const keyPlace = new Map(
  KEY_ROWS.flatMap((row, y) =>
    [...row].map((letter, x): [string, [number, number]] => [letter, [x + y / 2, y]]),
  ),
);

function areNeighbours(a: string, b: string): boolean {
  const [left, right] = [keyPlace.get(a), keyPlace.get(b)];
  return !!left && !!right && Math.abs(left[0] - right[0]) <= 1 && Math.abs(left[1] - right[1]) <= 1;
}

const NEIGHBOUR = 1 / 8;
const ANY_LETTER = 1 / 26;

/**
 * Returns how likely somebody who meant one word typed the other, for words within one edit; only for comparing. A letter is
 * left out or exchanged with the next in one way, while a wrong or an extra one might have been any, the same or a near key first.
 */
export function slipLikelihood(meant: string, typed: string): number {
  if (typed.length < meant.length) return 1;
  let at = 0;
  while (at < meant.length && meant[at] === typed[at]) at += 1;
  const slipped = typed[at] ?? '';
  if (typed.length === meant.length) {
    if (slipped === meant[at + 1] && typed[at + 1] === meant[at]) return 1;
    return areNeighbours(slipped, meant[at] ?? '') ? NEIGHBOUR : ANY_LETTER;
  }
  const beside = [typed[at - 1] ?? '', typed[at + 1] ?? ''];
  return beside.some((letter) => letter === slipped || areNeighbours(letter, slipped))
    ? NEIGHBOUR
    : ANY_LETTER;
}
