import type { Role } from '@shared/contract/permissions';
import type { SearchKind, SearchResult } from '@shared/contract/search';
import { type Command, findCommands } from './commands';

/** One line of the list that can be chosen. */
export type Option =
  | { readonly type: 'result'; readonly result: SearchResult }
  | { readonly type: 'command'; readonly command: Command }
  | { readonly type: 'new'; readonly name: string };

/** Lines under one heading; the last line of all stands without one. */
export interface OptionGroup {
  readonly heading: SearchKind | 'recent' | 'command' | null;
  readonly options: readonly Option[];
}

/** What the list shows for what was typed: results as main ordered them, commands, and the way on where nobody is found. */
export function groupOptions(typed: string, results: readonly SearchResult[], role: Role): OptionGroup[] {
  const name = typed.trim();
  if (name === '')
    return results.length > 0
      ? [{ heading: 'recent', options: results.map((result) => ({ type: 'result', result })) }]
      : [];
  const groups: Array<{ heading: SearchKind; options: Option[] }> = [];
  for (const result of results) {
    const last = groups.at(-1);
    const option: Option = { type: 'result', result };
    if (last?.heading === result.kind) last.options.push(option);
    else groups.push({ heading: result.kind, options: [option] });
  }
  const typedCommands = findCommands(name, role);
  const commands: OptionGroup[] =
    typedCommands.length > 0
      ? [{ heading: 'command', options: typedCommands.map(({ command }) => ({ type: 'command', command })) }]
      : [];
  const isCommand = typedCommands.some(({ isWhole }) => isWhole);
  // A whole number of something that is there is nobody's name.
  const isNumber = results.some(({ isExact }) => isExact);
  const create: OptionGroup[] =
    isName(name) && !isNumber ? [{ heading: null, options: [{ type: 'new', name }] }] : [];
  return isCommand ? [...commands, ...groups, ...create] : [...groups, ...commands, ...create];
}

/** Something a customer may be called or reached by: letters, or a number as long as a telephone's. */
function isName(text: string): boolean {
  return /\p{L}/u.test(text) || text.replace(/[^0-9]/g, '').length >= 8;
}
