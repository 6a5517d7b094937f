import { readFacts } from '@shared/domain/attributes';
import type { AttributeValue } from '@shared/domain/needs';

type Facts = Readonly<Record<string, AttributeValue>>;

const mostKept = 20_000;
const kept = new Map<string, Facts>();

/**
 * What a product is, by the names the rules compare by. Hundreds are compared for one list and hardly any changes, so what
 * a text was read as is kept; by the text itself, so that it cannot be out of date.
 */
export function knownFacts(json: string, category: string): Facts {
  const key = `${category}\u0000${json}`;
  const found = kept.get(key);
  if (found) return found;
  const facts = readFacts(json, category);
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, facts);
  return facts;
}
